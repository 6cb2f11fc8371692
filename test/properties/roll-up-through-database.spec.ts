import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { ENTITIES } from '#api/entities.js';
import { Database } from '#platform/database/database.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { plainDate } from '#platform/plain-date.js';
import { formatDay } from '#readiness/day.js';
import { readEntry, type MemberStateEntry } from '#readiness/read.js';
import { rollUpFacts, type RollUp } from '#readiness/roll-up.js';
import { memberStateAt } from '#status/member-state.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { STAFF } from '#test/support/registry.js';
import { addPledge, addRowsOf, admitted } from '#test/support/rows-of-facts.js';
import { Rows } from '#test/support/rows.js';
import { describeShared } from '#test/support/shared.js';
import { PARAMETERS } from '#test/support/sound-facts.js';

interface Vector {
  readonly name: string;
  readonly expect: object;
}

/** Vectors that contradict themselves: a bar, an agreement or a document that ends before it begins. */
const CONTRADICTORY: Readonly<Record<string, readonly string[]>> = {
  bar_days_check: ['S007'],
  rdl_agreement_days_check: ['S015', 'S029', 'S050'],
  document_validity_check: [
    ...['S002', 'S005', 'S006', 'S010', 'S013', 'S014', 'S023', 'S024', 'S026', 'S037'],
    ...['S040', 'S042', 'S043', 'S044', 'S046', 'S048', 'S051', 'S052'],
  ],
};
const REFUSED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CONTRADICTORY).flatMap(([constraint, names]) => names.map((name) => [name, constraint])),
);

const NOW = new Date('2027-01-01T12:00:00Z');

describeShared('the roll-up vectors through the database', ['vectors/roll-up.json'], (path) => {
  const vectors = JSON.parse(readFileSync(path('vectors/roll-up.json'), 'utf8')) as Vector[];
  let database: TestDatabase;
  let connection: Database;
  beforeAll(async () => {
    database = await createDatabase();
    connection = await new Database({ url: database.appUrl, poolSize: 1, entities: ENTITIES }).connect();
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const circumstances = {
    principal: STAFF,
    now: NOW,
    today: plainDate('2027-01-01'),
    locale: 'en',
    recordedThrough: 'OPERATION',
  } as const;

  const outcomes = vectors.map((vector) => {
    const read = readEntry(vector);
    if ('problems' in read || read.entry.kind !== 'MEMBER_STATE') throw new Error('not a Member State');
    return { ...vector, entry: read.entry };
  });
  const refused = outcomes.filter(({ name }) => name in REFUSED);
  const admittedOnes = outcomes.filter(({ name }) => !(name in REFUSED));

  /** In a transaction of its own that is rolled back. */
  const inRolledBack = <Result>(work: (context: OperationContext) => Promise<Result>) =>
    connection.operation('MUTATION', circumstances, (context) => {
      context.rolledBack = true;
      return work(context);
    });

  it.each(admittedOnes)('$name comes out the same', async ({ entry, expect: expected }) => {
    const pledges = entry.pledges.map((facts) => admitted(facts, entry.asOf));
    // What lies ahead of the asked day is no fact yet, so that no change is foreseen on its day.
    const looksAhead = !isDeepStrictEqual(pledges, entry.pledges);
    const pure = looksAhead ? written(rollUpFacts({ ...entry, pledges }, PARAMETERS)) : expected;
    expect(await inRolledBack((context) => throughDatabase(context, entry))).toEqual(pure);
  });

  it.each(refused)('$name is refused: no registry can hold it', async ({ name, entry }) => {
    await expect(inRolledBack((context) => throughDatabase(context, entry))).rejects.toMatchObject({
      driverError: { constraint: REFUSED[name] },
    });
  });
});

/** What the registry says of a Member State that holds just these facts, days as they are written. */
async function throughDatabase(context: OperationContext, entry: MemberStateEntry): Promise<object> {
  const { asOf, stateBars, pledges } = entry;
  for (const [index, facts] of pledges.entries()) {
    const rows = new Rows('RWA', NOW, `${index + 1}-`);
    addRowsOf(rows, addPledge(rows), facts, asOf);
    await rows.write(context);
  }
  const rows = new Rows('RWA', NOW);
  for (const { decision, from, until } of stateBars) {
    rows.add('bar', {
      decision,
      decided_on: formatDay(from < asOf ? from : asOf),
      from_on: formatDay(from),
      until_on: until === null ? null : formatDay(until),
      reason: 'Decided',
    });
  }
  await rows.write(context);
  const moment = { asOf: plainDate(formatDay(asOf)), knownOn: NOW };
  const found = await memberStateAt(context, moment, 'RWA');
  if (found === undefined) throw new Error('no such Member State');
  return written(found.rollUp);
}

const written = ({ nextChangeOn, ...rollUp }: RollUp): object => ({
  ...rollUp,
  nextChangeOn: nextChangeOn === null ? null : formatDay(nextChangeOn),
});
