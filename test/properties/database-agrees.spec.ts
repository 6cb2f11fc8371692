import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '#api/entities.js';
import { appDataSource } from '#platform/database/app-data-source.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { inOperation } from '#platform/operation/operation-scope.js';
import { plainDate } from '#platform/plain-date.js';
import { formatDay, type Day } from '#readiness/day.js';
import { evaluate } from '#readiness/evaluate.js';
import type { Facts } from '#readiness/facts.js';
import { statusOfPledges } from '#status/status-of-pledges.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { generateCase, PROPERTY_RUNS } from '#test/support/generate-facts.js';
import { STAFF } from '#test/support/registry.js';
import { addRowsOf, admitted } from '#test/support/rows-of-facts.js';
import { Rows } from '#test/support/rows.js';
import { PARAMETERS } from '#test/support/sound-facts.js';

/** A database's case costs some thirty statements, so fewer of them than of the pure properties. */
const RUNS = Math.ceil(PROPERTY_RUNS / 3);
const NOW = new Date('2027-01-01T12:00:00Z');

describe('the database and the pure function', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createDatabase();
    dataSource = await appDataSource(database.appUrl, 1, ENTITIES).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** Each case writes into a transaction that is rolled back, so that none meets the rows of another. */
  const inRolledBack = (work: (context: OperationContext) => Promise<void>) =>
    inOperation(
      dataSource,
      'MUTATION',
      {
        principal: STAFF,
        now: NOW,
        today: plainDate('2027-01-01'),
        locale: 'en',
        recordedThrough: 'OPERATION',
      },
      async (context) => {
        await work(context);
        context.rolledBack = true;
      },
    );

  const momentOf = (asOf: Day): Moment => ({ asOf: plainDate(formatDay(asOf)), knownOn: NOW });

  it('agree on generated pledges', async () => {
    await fc.assert(
      fc.asyncProperty(generateCase, ({ facts, asOf }) =>
        inRolledBack(async (context) => {
          const rows = new Rows('RWA', NOW);
          const pledge = addRowsOf(rows, facts, asOf);
          await rows.write(context);
          const found = (await statusOfPledges(context, [pledge], momentOf(asOf))).get(pledge);
          const expected = admitted(facts, asOf);
          expect(bare(found?.facts)).toEqual(bare(expected));
          expect(found?.evaluation).toEqual(evaluate(expected, asOf, PARAMETERS));
        }),
      ),
      { numRuns: RUNS },
    );
  }, 600_000);
});

/** Keys by which the database says where a fact comes from. */
const PROVENANCE = new Set(['records', 'openRecords', 'visitId']);

/** Facts without where they come from, each list in an order of its own. */
function bare(facts: Facts | undefined): unknown {
  const { aav = null, rdl = null, ...others } = facts ?? {};
  const plain: unknown = JSON.parse(
    JSON.stringify(
      { aav: aav && { ...aav, kind: 'AAV' }, rdl: rdl && withKind(rdl), ...others },
      (name, value: unknown) => (PROVENANCE.has(name) ? undefined : value),
    ),
  );
  return sorted(plain);
}

const withKind = (rdl: NonNullable<Facts['rdl']>) => ({
  ...rdl,
  verification: rdl.verification && { ...rdl.verification, kind: '', openConditions: 0 },
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => JSON.stringify(sorted(each))).sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
