import fc from 'fast-check';
import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { plainDate } from '#platform/plain-date.js';
import { addDays, formatDay, type Day } from '#readiness/day.js';
import { evaluate } from '#readiness/evaluate.js';
import type { Facts } from '#readiness/facts.js';
import type { ReasonCode } from '#readiness/reasons.js';
import { statusOfPledges, type PledgeAtMoment } from '#status/status-of-pledges.js';
import { timelines } from '#status/timeline.js';
import { why, type ReasonWithRecords } from '#status/why.js';
import { generateCase } from '#test/support/generate-facts.js';
import { PROPERTY_RUNS } from '#test/support/thoroughness.js';
import { NOW, openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import { addPledge, addRowsOf, admitted } from '#test/support/rows-of-facts.js';
import { Rows } from '#test/support/rows.js';
import { PARAMETERS } from '#test/support/sound-facts.js';
import { withDays } from '#test/support/written-facts.js';

/** A database's case costs some thirty statements, so fewer of them than of the pure properties. */
const RUNS = Math.ceil(PROPERTY_RUNS / 3);
const BEFORE = new Date('2027-01-01T11:00:00Z');
const AFTER = new Date('2027-01-01T13:00:00Z');

/** Further apart than any two days of a generated pledge. */
const DAYS_APART = 4000;

const voided = (at: Date) => ({
  voided_at: at,
  voided_by: 'test',
  voided_role: 'STAFF',
  voided_reason: 'Wrong',
});

const AAV = ['VISIT_HOLDING', 'VISIT_OUTCOME'];
const AGREEMENT = ['RDL_AGREEMENT'];
const OPEN_PLAN = ['IMPROVEMENT_PLAN', 'IMPROVEMENT_PLAN_TERMS'];
const CLOSED_PLAN = ['EVALUATION', ...OPEN_PLAN, 'PLAN_OUTCOME'];

/** The kinds of record that each reason rests on; none where it speaks of a record that is missing. */
const RESTS_ON: Readonly<Record<ReasonCode, readonly string[]>> = {
  LIFECYCLE: ['LIFECYCLE_STEP'],
  DOC_MISSING: [],
  DOC_EXPIRED: ['DOCUMENT'],
  PLEDGE_CONFIRMATION_OVERDUE: ['CONFIRMATION', 'LIFECYCLE_STEP'],
  PLEDGE_LAPSED: ['CONFIRMATION', 'LIFECYCLE_STEP'],
  NO_AAV: [],
  AAV_UNSATISFACTORY: AAV,
  AAV_EXPIRED: AAV,
  AAV_STALE: AAV,
  AAV_RECOMMENDATIONS_OPEN: [...AAV, 'RECOMMENDATION'],
  AAV_CRITICAL_FINDING_OVERDUE: ['FINDING'],
  AAV_CRITICAL_FINDING_OPEN: ['FINDING'],
  DATA_MISSING: [],
  RATING_2: ['MEASUREMENT'],
  RATING_3: ['MEASUREMENT'],
  RATING_4: ['MEASUREMENT'],
  RDL_AGREEMENT_NOT_IN_FORCE: AGREEMENT,
  RDL_VERIFICATION_NOT_PASSED: [...AGREEMENT, ...AAV],
  RDL_VERIFICATION_EXPIRED: AAV,
  RDL_COMMITMENT_TOO_LONG: AGREEMENT,
  RDL_SERVICEABILITY_UNKNOWN: AGREEMENT,
  RDL_SERVICEABILITY_LOW: ['MEASUREMENT'],
  LEVEL_DISCREPANCY: ['LEVEL_DECISION'],
  DOC_MISSING_FOR_LEVEL: ['LEVEL_DECISION'],
  DOC_EXPIRED_FOR_LEVEL: ['LEVEL_DECISION', 'DOCUMENT'],
  CAVEAT_DECLARED: ['CAVEAT'],
  CAVEAT_UNDECLARED_OPEN: ['CAVEAT'],
  CAVEAT_UNDECLARED_OVERDUE: ['CAVEAT'],
  HR_SCREENING_REFUSED: ['HUMAN_RIGHTS_SCREENING'],
  HR_SCREENING_PENDING: [],
  DEPLOYMENT_BAR: ['BAR'],
  PLAN_MISSING: ['EVALUATION'],
  PLAN_NOT_ACHIEVED: CLOSED_PLAN,
  PLAN_OVERDUE: OPEN_PLAN,
  PLAN_ON_TRACK: OPEN_PLAN,
  REEVALUATION_DUE: CLOSED_PLAN,
  ASSESSMENT_FAILED: AAV,
  ASSESSMENT_CONDITIONS_OPEN: [...AAV, 'RECOMMENDATION'],
  HOSPITAL_DEFICIENCY_OPEN: ['HOSPITAL_DEFICIENCY'],
  CERTIFICATION_LATE: ['DEPLOYMENT_PLAN', 'UNIT_CERTIFICATE'],
  CERTIFICATION_OVERDUE: ['DEPLOYMENT_PLAN'],
  CERTIFICATION_DUE: ['DEPLOYMENT_PLAN'],
};

describe('the database and the pure function', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  const momentOf = (asOf: Day): Moment => ({ asOf: plainDate(formatDay(asOf)), knownOn: NOW });

  const known = async (context: OperationContext, pledge: Id, asOf: Day): Promise<PledgeAtMoment> => {
    const found = (await statusOfPledges(context, [pledge], momentOf(asOf))).get(pledge);
    if (found === undefined) throw new Error('the pledge is not found');
    return found;
  };

  it(
    'agree on generated pledges',
    () =>
      fc.assert(
        fc.asyncProperty(generateCase, ({ facts, asOf }) =>
          database.run(async (context) => {
            const rows = new Rows('RWA', NOW);
            const pledge = addPledge(rows);
            addRowsOf(rows, pledge, facts, asOf);
            await rows.write(context);
            const found = await known(context, pledge, asOf);
            const expected = admitted(facts, asOf);
            expect(bare(found.facts)).toEqual(bare(expected));
            expect(found.evaluation).toEqual(evaluate(expected, asOf, PARAMETERS));
            expect(why(found).filter((each) => !restsOnItsKinds(each))).toEqual([]);
          }),
        ),
        { numRuns: RUNS },
      ),
    600_000,
  );

  it(
    'see nothing of what happened after the day, was recorded after the instant or voided before it',
    () =>
      fc.assert(
        fc.asyncProperty(generateCase, generateCase, (one, other) =>
          database.run(async (context) => {
            const { facts, asOf } = one;
            const rows = new Rows('RWA', NOW, '', voided(AFTER));
            const pledge = addPledge(rows);
            addRowsOf(rows, pledge, facts, asOf);
            await rows.write(context);
            const before = await known(context, pledge, asOf);
            const told = await timeline(context, pledge, asOf);

            const later = addDays(asOf, DAYS_APART) - other.asOf;
            const future = withDays(other.facts, (day) => addDays(day, later));
            const unseen = new Rows('RWA', NOW, 'F-');
            addRowsOf(unseen, pledge, future, addDays(asOf, DAYS_APART));
            await unseen.write(context);
            const unknown = new Rows('RWA', AFTER, 'L-');
            addRowsOf(unknown, pledge, other.facts, other.asOf);
            await unknown.write(context);
            expect(await known(context, pledge, asOf)).toEqual(before);
            expect(await timeline(context, pledge, asOf)).toEqual(told);

            const gone = new Rows('RWA', BEFORE, 'V-', voided(NOW));
            addRowsOf(gone, pledge, other.facts, other.asOf);
            await gone.write(context);
            expect(await known(context, pledge, asOf)).toEqual(before);
          }),
        ),
        { numRuns: Math.ceil(RUNS / 2) },
      ),
    600_000,
  );

  const timeline = (context: OperationContext, pledge: Id, asOf: Day) =>
    timelines(context, [pledge], momentOf(asOf), { first: 200, after: null });
});

function restsOnItsKinds({ reason, records }: ReasonWithRecords): boolean {
  const kinds = RESTS_ON[reason.code];
  return records.length === 0 ? kinds.length === 0 : records.every(({ kind }) => kinds.includes(kind));
}

/** Keys by which the database says where a fact comes from, and what may take its place, and when. */
const PROVENANCE = new Set([
  ...['records', 'openRecords', 'visitId', 'anotherFrom'],
  ...['plans', 'ofLatest', 'unagreedVerification'],
]);

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
