import { isRequiredArgument } from 'graphql';
import pg from 'pg';
import { mayUse } from '#access/permissions.js';
import { databaseRoles } from '#platform/database/roles.js';
import type { Principal } from '#platform/principal.js';
import { KINDS } from '#status/kinds.js';
import { allIds, type KnownId } from '#test/support/all-ids.js';
import { behindRowSecurity, contentsOf } from '#test/support/contents.js';
import { asOwner } from '#test/support/database-server.js';
import { everythingOf, rootFields } from '#test/support/documents.js';
import type { IdField } from '#test/support/id-fields.js';
import { inHands } from '#test/support/in-hands.js';
import { Mutations } from '#test/support/mutations.js';
import { STAFF } from '#test/support/registry.js';
import { Scenario } from '#test/support/scenario.js';
import { nameOf, Trespasser } from '#test/support/trespass.js';
import { byHand } from '#test/support/thoroughness.js';
import { startTwoServers, type TwoServers } from '#test/support/two-servers.js';

/** Reference data, the same for everybody. */
const REFERENCE = [
  'languages',
  'memberStates',
  'missions',
  'parameterSets',
  'requirementStatements',
  'texts',
  'unitTypes',
  'viewer',
  'visitKinds',
];
/** Who of the Secretariat goes where is not the Member State's business. */
const UNSEEN_BY_MEMBER_STATES = ['assignment'];
/** Published figures of all Member States, which everybody may read. */
const PUBLISHED = 'contribution';
/** Tables whose rows are reached only through a row of another table, which hides them even where their own does not. */
const SHELTERED = [
  'component_result',
  'evaluation_area',
  'improvement_plan',
  'kept_member_state',
  'kept_status',
  'level_decision_evidence',
  'measurement_equipment_line',
  'measurement_self_sustainment',
  'member_state_generation',
  'requirement_alignment_category',
  'requirement_alignment_line',
];

describe('what belongs to one Member State', () => {
  /** Two servers: neither may show what the other would hide, nor remember who asked it last. */
  let registry: TwoServers;
  let theirs: Scenario;
  let ours: Scenario;
  let tables: string[];
  let ids: KnownId[];
  const foreign = () => ids.filter(({ memberState }) => memberState === theirs.state);
  /** What of theirs is tried wherever an id is taken: all; on another server as well, one of each kind. */
  const sample = () =>
    foreign().filter(({ table }, place, all) => {
      const first = all.findIndex((each) => each.table === table);
      return byHand(true, true, place === first);
    });
  const own = () => ids.filter(({ memberState }) => memberState === ours.state);
  const trespasser = (principal: Principal) => new Trespasser(ours, own(), principal);

  beforeAll(async () => {
    registry = await startTwoServers();
    const mutations = await Mutations.of(registry);
    theirs = await new Scenario(mutations, 'RWA').all();
    ours = await new Scenario(mutations, 'GHA', theirs).all();
    // What is computed of both is kept.
    await registry.ask(STAFF, '{ board { totals { pool } } }');
    const all = await allIds(registry.ownerUrl);
    tables = all.tables.filter((table) => table !== PUBLISHED);
    ids = all.ids;
  }, 120_000);
  afterAll(() => registry.close());

  it('lies in tables with forced row security, and rows of both are in each', async () => {
    await behindRowSecurity(registry.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT DISTINCT tablename AS name FROM pg_policies WHERE schemaname = 'public' ORDER BY 1`,
      );
      expect(rows.map(({ name }) => name)).toEqual([...tables, PUBLISHED].sort());
      for (const table of tables) {
        // Of every Member State there is a generation and a status, if of nothing.
        const { rows: states } = await client.query(
          `SELECT DISTINCT member_state FROM ${table} WHERE ${/^(kept_member_state|member_state_generation)$/.test(table) ? `member_state IN ('GHA', 'RWA')` : 'true'} ORDER BY 1`,
        );
        expect([table, states]).toEqual([table, [{ member_state: 'GHA' }, { member_state: 'RWA' }]]);
      }
    });
    expect(await forced(registry.ownerUrl)).toEqual([...tables, PUBLISHED].sort());
  });

  it('is not to be had with its id, through any root field', async () => {
    const before = await contentsOf(registry.ownerUrl);
    const attempt = trespasser(ours.memberState);
    expect(await attempt.leaks(sample(), [theirs.state])).toEqual([]);
    const fields = [...attempt.fields('query'), ...attempt.fields('mutation')];
    expect(fields.filter((field) => !attempt.pairs.get(nameOf(field))).map(nameOf)).toEqual([]);
    const pairs = [...attempt.pairs.values()].reduce((sum, count) => sum + count, 0);
    expect(sample().length).toBeGreaterThan(byHand(100, 100, 35));
    expect(pairs).toBeGreaterThanOrEqual(
      fields.filter(({ takes }) => takes === 'ID').length * sample().length,
    );
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
  }, 240_000);

  it('is not to be had by an evaluator who is not assigned', async () => {
    const attempt = trespasser(ours.evaluator);
    const may = ({ rootField }: IdField) => mayUse('EVALUATOR', rootField);
    expect(await attempt.leaks(sample(), [theirs.state], may)).toEqual([]);
  }, 240_000);

  it('is to be had by staff', async () => {
    const staff = trespasser(STAFF);
    const rows: Record<string, string> = { pledge: 'pledge', visit: 'visit', evaluation: 'evaluation' };
    for (const field of staff.fields('query')) {
      const tried = field.takes === 'ID' ? foreign() : [{ id: theirs.state, table: 'member_state' }];
      const found = (
        await staff.leaks(tried, [theirs.state], (each) => each === field || nameOf(each) === nameOf(field))
      ).map(({ id }) => id);
      const table = field.path.length === 1 ? rows[field.rootField] : undefined;
      const expected =
        table === undefined ? found : tried.filter((each) => each.table === table).map(({ id }) => id);
      expect([nameOf(field), found.length > 0, [...found].sort()]).toEqual([
        nameOf(field),
        true,
        [...expected].sort(),
      ]);
    }
  });

  it('is to be had by staff for a correction, fact by fact', async () => {
    const wrong: string[] = [];
    const facts = foreign().flatMap(({ id, table, isName }) => {
      const kind = KINDS.find(({ name }) => name === table.toUpperCase());
      // The bar of a whole Member State has no version that could hold the correction back.
      return kind === undefined || !isName || id === theirs.id('state bar') ? [] : [{ id, kind: kind.name }];
    });
    expect(new Set(facts.map(({ kind }) => kind)).size).toBe(KINDS.length);
    await inHands(facts, async ({ id, kind }) => {
      const input = { kind, id, reason: 'To be seen', expectedVersion: 99_999 };
      const { problem } = await ours.mutations.try('correct', input);
      if (!['STALE_VERSION', 'ALREADY_CLOSED'].includes(problem?.code ?? '')) wrong.push(`${kind} ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  /** Whatever in the answers to all questions that need nothing speaks of the other Member State. */
  async function heard(principal: Principal): Promise<string[]> {
    const marks = [...foreign().map(({ id }) => id), theirs.state];
    const answers: string[] = [];
    for (const { name, type, args } of rootFields(ours.mutations.schema, 'query')) {
      if (REFERENCE.includes(name) || args.some(isRequiredArgument)) continue;
      const { text, body } = await registry.ask(principal, `{ ${name} ${everythingOf(type)} }`);
      expect(body.errors).toBeUndefined();
      answers.push(...marks.filter((mark) => text.includes(mark)).map((mark) => `${name}: ${mark}`));
    }
    for (const id of own().filter(({ table }) => ['pledge', 'visit', 'evaluation'].includes(table))) {
      const { type } = rootFields(ours.mutations.schema, 'query').find(({ name }) => name === id.table) ?? {};
      const { text } = await registry.ask(principal, `{ ${id.table}(id: "${id.id}") ${everythingOf(type)} }`);
      answers.push(...marks.filter((mark) => text.includes(mark)).map((mark) => `${id.table}: ${mark}`));
    }
    return answers;
  }

  it('is in no list, no board and no answer of another', async () => {
    expect(await heard(ours.memberState)).toEqual([]);
    expect(await heard(ours.evaluator)).toEqual([]);
    expect((await heard(STAFF)).length).toBeGreaterThan(50);
  });

  it('is shown to an evaluator where assigned, all of it, and nowhere else', async () => {
    const { body } = await registry.ask(
      ours.evaluator,
      '{ pledges { nodes { id } } visits { nodes { id } } board { __typename } }',
    );
    const { pledges, visits, board } = body.data as Record<
      'pledges' | 'visits',
      { nodes: { id: string }[] }
    > & { board: null };
    const named = (...names: string[]) => names.map((name) => ours.id(name)).sort();
    expect(pledges.nodes.map(({ id }) => id).sort()).toEqual(named('infantry', 'hospital', 'police'));
    expect(visits.nodes.map(({ id }) => id).sort()).toEqual(
      named('aav', 'next visit', 'hospital visit', 'verification', 'assessment', 'inspection'),
    );
    expect(board).toBeNull();
    const seen = await registry.ask(
      ours.evaluator,
      `{ pledge(id: "${ours.id('infantry')}") { facts { documents { type } bars { decision } } } }`,
    );
    const staff = await registry.ask(
      STAFF,
      `{ pledge(id: "${ours.id('infantry')}") { facts { documents { type } bars { decision } } } }`,
    );
    expect(seen.text).toBe(staff.text);
    // A visit that is seen for the sake of an assigned unit is not theirs to judge.
    const finding = {
      area: 'TRAINING',
      severity: 'MINOR',
      owner: 'MISSION',
      dueOn: '2026-01-01',
      statement: 'None',
    };
    const input = { visitId: ours.id('assessment'), pledgeId: ours.id('police'), ...finding };
    const { problem } = await ours.mutations.try('raiseFinding', input, ours.evaluator);
    expect(problem?.code).toBe('NOT_PERMITTED');
  });

  /** Tables in which a role sees rows of the other Member State, or none of its own where it should. */
  async function wrongTables(settings: Record<string, string>): Promise<string[]> {
    const client = new pg.Client(registry.appUrl);
    await client.connect();
    try {
      for (const [name, value] of Object.entries(settings)) {
        await client.query(`SELECT set_config($1, $2, false)`, [`muster.${name}`, value]);
      }
      const selects = tables.map(
        (
          table,
        ) => `SELECT '${table}' AS table, count(*) FILTER (WHERE member_state = '${ours.state}')::int AS own,
          count(*) FILTER (WHERE member_state <> '${ours.state}')::int AS foreign FROM ${table}`,
      );
      const { rows } = await client.query<{ table: string; own: number; foreign: number }>(
        selects.join(' UNION ALL '),
      );
      const sees = (table: string) => Boolean(settings['role']) && !UNSEEN_BY_MEMBER_STATES.includes(table);
      return rows
        .filter((row) => row.foreign > 0 || row.own > 0 !== sees(row.table))
        .map(({ table }) => table);
    } finally {
      await client.end();
    }
  }
  const asMemberState = () => ({ role: 'MEMBER_STATE', member_state: ours.state, subject: 'desk' });

  it('is in no table that the database shows another, and no table is shown to nobody', async () => {
    expect(await wrongTables(asMemberState())).toEqual([]);
    expect(await wrongTables({})).toEqual([]);
    expect(await wrongTables({ role: '', member_state: ours.state })).toEqual([]);
  });

  it('is changed by nobody but through its voiding and its version, and removed by nobody', async () => {
    const client = new pg.Client(registry.appUrl);
    await client.connect();
    try {
      const { rows } = await client.query<{ table: string; column: string; privilege: string }>(
        `SELECT c.relname AS table, a.attname AS column, p.privilege
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         CROSS JOIN unnest(ARRAY['UPDATE', 'REFERENCES']) AS p (privilege)
         WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
           AND has_column_privilege(c.oid, a.attnum, p.privilege)`,
      );
      // What is kept of answers is no record.
      const records = rows.filter(({ table }) => !table.startsWith('kept_'));
      expect(records.filter(({ column }) => !/^(voided_(at|by|role|reason)|version)$/.test(column))).toEqual(
        [],
      );
      expect(rows.length).toBeGreaterThan(tables.length);
      const { rows: more } = await client.query(
        `SELECT relname, p.privilege FROM pg_class CROSS JOIN unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) AS p (privilege)
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND has_table_privilege(oid, p.privilege)`,
      );
      expect(more).toEqual([]);
      await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
      await expect(client.query(`UPDATE document SET received_on = '2020-01-01'`)).rejects.toThrow(
        'permission denied',
      );
      await expect(client.query(`DELETE FROM document`)).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
    expect(registry.appUrl).toContain(databaseRoles.app);
  });

  describe('with the policy of a table taken away', () => {
    /** Does something while a table's policy of sight is another; this database is a copy that the test has to itself. */
    async function while_(table: string, change: string, work: () => Promise<void>): Promise<void> {
      const [policy] = await policiesOf(registry.ownerUrl, table);
      await asOwner(registry.ownerUrl, change);
      try {
        await work();
      } finally {
        await asOwner(
          registry.ownerUrl,
          `DROP POLICY IF EXISTS ${table}_sight ON ${table}; CREATE POLICY ${table}_sight ON ${table} FOR SELECT USING (${policy})`,
        );
      }
    }

    it('the rows of each are seen, or none is: the test of the tables fails for that one', async () => {
      for (const table of tables) {
        await while_(table, `ALTER POLICY ${table}_sight ON ${table} USING (true)`, async () => {
          expect(await wrongTables(asMemberState())).toEqual([table]);
        });
        if (UNSEEN_BY_MEMBER_STATES.includes(table)) continue;
        await while_(table, `DROP POLICY ${table}_sight ON ${table}`, async () => {
          expect(await wrongTables(asMemberState())).toEqual([table]);
        });
      }
      expect(await wrongTables(asMemberState())).toEqual([]);
    }, 120_000);

    it('the test of the root fields fails, but for tables that others shelter', async () => {
      const silent: string[] = [];
      for (const table of tables) {
        await while_(table, `ALTER POLICY ${table}_sight ON ${table} USING (true)`, async () => {
          const some = foreign()
            .filter((each) => each.table === table)
            .slice(0, 2);
          const may = ({ rootField }: IdField) => mayUse('MEMBER_STATE', rootField);
          const leaks = await trespasser(ours.memberState).leaksAnything(some, [theirs.state], may);
          if (!leaks && (await heard(ours.memberState)).length === 0) silent.push(table);
        });
      }
      expect(silent).toEqual(SHELTERED);
    }, 240_000);
  });
});

/** The tables in which row security holds their owner, too. */
async function forced(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relrowsecurity AND relforcerowsecurity ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** What the policy of sight says. */
async function policiesOf(ownerUrl: string, table: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ qual: string }>(
      `SELECT qual FROM pg_policies WHERE tablename = $1 AND policyname = $2`,
      [table, `${table}_sight`],
    );
    return rows.map(({ qual }) => qual);
  } finally {
    await client.end();
  }
}
