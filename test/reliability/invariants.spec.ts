import pg from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import { INVARIANTS, type InvariantName } from '#cli/invariants.js';
import { CONTRIBUTION_INVARIANTS } from '#contributions/contributions.invariants.js';
import { readCatalogue } from '#platform/invariants/catalogue.js';
import { checkInvariants, type Finding } from '#platform/invariants/check.js';
import { KEPT_CHECK } from '#status/kept-check.js';
import { growRegistry } from '#test/bench/registries.js';
import { ASSESSMENT_BREAKERS } from '#test/support/breakers/assessments.js';
import { breakableRegistry } from '#test/support/breakers/breakable.js';
import type { Breakers } from '#test/support/breakers/breaker.js';
import { CONTRIBUTION_BREAKERS } from '#test/support/breakers/contributions.js';
import { PERFORMANCE_BREAKERS } from '#test/support/breakers/performance.js';
import { PLEDGE_BREAKERS } from '#test/support/breakers/pledges.js';
import { RECORD_BREAKERS } from '#test/support/breakers/records.js';
import { asOwner, toDatabase } from '#test/support/database-server.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import type { TestRegistry } from '#test/support/registry.js';
import { startMuster } from '#test/support/muster-process.js';

/** An invariant without a breaker does not compile. */
const BREAKERS: Breakers<InvariantName> = {
  ...RECORD_BREAKERS,
  ...PLEDGE_BREAKERS,
  ...ASSESSMENT_BREAKERS,
  ...PERFORMANCE_BREAKERS,
  ...CONTRIBUTION_BREAKERS,
};

const ways = Object.entries(BREAKERS).flatMap(([name, breakers]) =>
  breakers.map((breaker) => ({ name, ...breaker })),
);

// As after a restore without its constraints: nothing but the checks themselves stands in the way of what is broken.
const UNGUARD = `
DO $$ DECLARE guard record; BEGIN
  FOR guard IN SELECT c.conrelid::regclass AS of, c.conname AS name FROM pg_constraint c
    WHERE c.connamespace = current_schema()::regnamespace AND c.contype IN ('f', 'c', 'u') ORDER BY c.contype = 'u' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', guard.of, guard.name);
  END LOOP;
  FOR guard IN SELECT i.indexrelid::regclass AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND i.indisunique AND NOT i.indisprimary LOOP
    EXECUTE format('DROP INDEX %s', guard.name);
  END LOOP;
  FOR guard IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relforcerowsecurity LOOP
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', guard.name);
  END LOOP;
END $$`;

const muster = async (appUrl: string) => {
  const check = startMuster(['check', 'data'], { DATABASE_URL: appUrl });
  return { code: await check.ended, ...check.said };
};

const failing = (output: string) => output.split('\n').filter((line) => line.startsWith('FAILS'));

describe('muster check data', () => {
  describe('of the demonstration', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createDatabase('DEMONSTRATION');
    }, 240_000);
    afterAll(() => database.drop());

    it('finds it sound, and looks at rows for every invariant', async () => {
      const { code, output, errors } = await muster(database.appUrl);
      const lines = output.trim().split('\n');
      const looked = lines.slice(0, -1).map((line) => /^holds {2}(\w+): ([\d,]+) rows?$/.exec(line) ?? []);
      expect({ errors, names: looked.map(([, name]) => name) }).toEqual({
        errors: '',
        names: [...Object.keys(INVARIANTS), KEPT_CHECK],
      });
      const idle = looked.filter(([, , rows]) => rows === '0').map(([, name]) => name);
      // Figures that somebody publishes are never invented; and nobody has asked yet.
      expect(idle).toEqual([...Object.keys(CONTRIBUTION_INVARIANTS), KEPT_CHECK]);
      expect(lines.at(-1)).toMatch(/^\d+ invariants, 0 of them broken; [\d,]+ rows looked at in \d+\.\d s$/);
      expect(code).toBe(0);
    });

    it('finds a registry sound that was grown of it in sets', async () => {
      const name = `${database.name}_grown`;
      await asOwner(database.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${database.name}`);
      try {
        await growRegistry(toDatabase(database.ownerUrl, name), 1_000);
        const { code, output, errors } = await muster(toDatabase(database.appUrl, name));
        expect(failing(output)).toEqual([]);
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
      } finally {
        await asOwner(database.ownerUrl, `DROP DATABASE ${name}`);
      }
    });
  });

  describe('of a registry that nothing guards', () => {
    let registry: TestRegistry;
    let owner: pg.Client;
    beforeAll(async () => {
      registry = await breakableRegistry();
      owner = new pg.Client(registry.ownerUrl);
      await owner.connect();
      await owner.query(UNGUARD);
    }, 120_000);
    afterAll(async () => {
      await owner.end();
      await registry.close();
    });

    const context = {
      query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
        (await owner.query(sql, [...parameters])).rows as Row[],
    };

    it('finds it sound while nobody has broken it', async () => {
      expect([...(await broken()).values()]).toEqual([]);
    });

    async function broken(): Promise<Map<string, Finding>> {
      const findings = new Map<string, Finding>();
      for await (const finding of checkInvariants(context, INVARIANTS)) {
        if (finding.broken > 0) findings.set(finding.name, finding);
      }
      return findings;
    }

    it('looks at every table of records', async () => {
      const catalogue = await readCatalogue(context);
      const tables = getMetadataArgsStorage().tables.flatMap(({ name, synchronize }) =>
        synchronize === false ? [] : [name],
      );
      const lookedAt = (name: InvariantName) => INVARIANTS[name].looks(catalogue).map(({ table }) => table);
      // These belong to nothing but their Member State.
      const owned = [...lookedAt('BELONGS_TO_ITS_PARENT'), 'contribution', 'pledge', 'visit'];
      expect(owned.sort()).toEqual(tables.sort());
      expect(lookedAt('NAMES_KNOWN_CODES').sort()).toEqual(tables);
      expect([...lookedAt('VOIDED_WITH_REASON'), ...lookedAt('VERSIONS_COUNT_FROM_ONE')].sort()).toEqual(
        lookedAt('RECORDED_BY_NOW').sort(),
      );
    });

    it.each(ways)('$name is broken where $story', async ({ name, table, sql, also = [] }) => {
      await owner.query('BEGIN');
      try {
        let ids: string[] = [];
        for (const statement of sql) {
          const { rows } = await owner.query<{ id: string }>(statement);
          ids = rows.map(({ id }) => `${table} ${id}`);
        }
        const findings = await broken();
        expect(ids).not.toEqual([]);
        expect([...findings.keys()].sort()).toEqual([name, ...also].sort());
        expect(findings.get(name)?.ids).toEqual(ids.sort());
      } finally {
        await owner.query('ROLLBACK');
      }
    });

    it('fails with the first twenty ids and how many more there are', async () => {
      const ids: string[] = [];
      for (const table of ['pledge', 'visit']) {
        const sql = `UPDATE ${table} SET version = 0 RETURNING id`;
        const { rows } = await owner.query<{ id: string }>(sql);
        ids.push(...rows.map(({ id }) => `${table} ${id}`).sort());
      }
      const { code, output, errors } = await muster(registry.appUrl);
      const lines = output.trim().split('\n');
      const place = lines.findIndex((line) => line.startsWith('FAILS'));
      expect(failing(output)).toEqual([
        expect.stringMatching(
          /^FAILS {2}VERSIONS_COUNT_FROM_ONE: \d+ of \d+ rows\. The version of a pledge, a visit or a plan is/,
        ),
      ]);
      expect(lines.slice(place + 1, place + 22).map((line) => line.trim())).toEqual([
        ...ids.slice(0, 20),
        `and ${ids.length - 20} more`,
      ]);
      expect(lines.at(-1)).toMatch(/invariants, 1 of them broken;/);
      expect({ code, errors }).toEqual({ code: 1, errors: '' });
    });
  });
});
