import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { RecordReference } from '#platform/problem.js';
import type { LifecycleState } from '#reference/codes.js';
import { INSPECTION_KINDS, INSPECTIONS } from '#reference/data/inspections.js';
import { FIRST_STATE, isInUse, TRANSITIONS } from './lifecycle.js';
import { stateOn, type StandingStep } from './pledge-standing.js';

/** On which day a history first reached a state; undefined where it never did. */
type FirstReached = (state: LifecycleState) => PlainDate | undefined;

/** The state on the day of a record, and of an inspection its kind. */
interface OnDay {
  readonly state: LifecycleState | undefined;
  readonly inspection: InspectionKind | null;
}
type InspectionKind = keyof typeof INSPECTIONS;

interface Need {
  readonly table: string;
  readonly day: string;
  /** The column of the kind of an inspection. */
  readonly inspection?: string;
  /** Whether a record of that day could have been recorded. */
  readonly isMet: (day: PlainDate, reached: FirstReached, onDay: OnDay) => boolean;
}

const statesFor = (kind: InspectionKind | null): readonly LifecycleState[] =>
  kind === null ? [] : INSPECTIONS[kind];

/** Inspections of equipment, one row for each pledge that they look at. */
const INSPECTED = `(SELECT h.id, h.held_until, v.kind, c.pledge_id, h.voided_at FROM visit_coverage c
  JOIN visit v ON v.id = c.visit_id AND v.kind IN (${INSPECTION_KINDS.map((kind) => `'${kind}'`).join(', ')})
  JOIN visit_holding h ON h.visit_id = v.id WHERE c.voided_at IS NULL) inspected`;

const isRegistered: Need['isMet'] = (day, reached) => (reached('REGISTERED') ?? '9999') <= day;
const hasBegun: Need['isMet'] = (day, reached) => (reached(FIRST_STATE) ?? '9999') <= day;

/** Records that need something of the steps: what each kind's own rule asks of the pledge when one is recorded. */
const NEEDS = {
  CONFIRMATION: { table: 'confirmation', day: 'confirmed_on', isMet: isRegistered },
  LEVEL_DECISION: { table: 'level_decision', day: 'decided_on', isMet: isRegistered },
  EVALUATION: {
    table: 'evaluation',
    day: 'evaluated_on',
    // A unit is evaluated in its mission; before it was pledged, in an earlier one.
    isMet: (day, reached) =>
      day < (reached('REGISTERED') ?? reached(FIRST_STATE) ?? '') || day >= (reached('DEPLOYED') ?? '9999'),
  },
  UNIT_CERTIFICATE: {
    table: 'unit_certificate',
    day: 'received_on',
    isMet: (_day, _reached, { state }) => isInUse(state),
  },
  MEASUREMENT: { table: 'measurement', day: 'measured_on', isMet: hasBegun },
  REQUIREMENT_ALIGNMENT: { table: 'requirement_alignment', day: 'aligned_on', isMet: hasBegun },
  REQUIREMENT_REVIEW: { table: 'requirement_review', day: 'reviewed_on', isMet: hasBegun },
  VISIT_HOLDING: {
    table: INSPECTED,
    day: 'held_until',
    inspection: 'kind',
    // A unit is inspected in its mission, or on leaving it.
    isMet: (_day, _reached, { state, inspection }) =>
      state !== undefined && statesFor(inspection).includes(state),
  },
} as const satisfies Record<string, Need>;

/** A record that rests on the steps of its pledge. */
export interface RestingRecord {
  readonly kind: keyof typeof NEEDS;
  readonly id: Id;
  readonly day: PlainDate;
  /** The kind of an inspection of equipment: each looks at units in some states only. */
  readonly inspection?: InspectionKind | null;
}

/**
 * What has no ground in a history of steps: steps that the table does not allow after the one before, or that lie
 * before it; returns to `REGISTERED` without a confirmation since the pledge was last in use; records that could not have
 * been recorded. A sound history has none.
 * @param steps in the order in which they were taken
 */
export function groundless(
  steps: readonly StandingStep[],
  records: readonly RestingRecord[],
): RecordReference[] {
  const reached: FirstReached = (state) => steps.find((step) => step.state === state)?.occurredOn;
  return [
    ...steps
      .filter((step, index) => !follows(step, steps[index - 1], records))
      .map(({ id }) => ({ kind: 'LIFECYCLE_STEP', id })),
    ...records
      .filter(
        ({ kind, day, inspection = null }) =>
          !NEEDS[kind].isMet(day, reached, { state: stateOn({ steps }, day), inspection }),
      )
      .map(({ kind, id }) => ({ kind, id })),
  ];
}

function follows(
  step: StandingStep,
  before: StandingStep | undefined,
  records: readonly RestingRecord[],
): boolean {
  if (before === undefined) return step.state === FIRST_STATE;
  const confirmed = records.some(({ kind, day }) => kind === 'CONFIRMATION' && day >= before.occurredOn);
  return (
    TRANSITIONS[before.state].includes(step.state) &&
    step.occurredOn >= before.occurredOn &&
    (!isReturn(before.state, step.state) || confirmed)
  );
}

/**
 * Steps that were left out, put into a history: each on its day, and where that day has steps already, at the last place
 * where the table lets it stand.
 * @param kept in their order
 * @param added in theirs, which they keep
 * @returns all of them; where the table allows no place, the added ones after the others of their day
 */
export function putInto<S extends DatedState>(kept: readonly S[], added: readonly S[]): S[] {
  return allowedOrder(undefined, kept, added) ?? byDay(kept, added);
}

export type DatedState = Pick<StandingStep, 'state' | 'occurredOn'>;

function allowedOrder<S extends DatedState>(
  before: S | undefined,
  kept: readonly S[],
  added: readonly S[],
): S[] | undefined {
  const [old, fresh] = [kept[0], added[0]];
  if (old === undefined && fresh === undefined) return [];
  for (const next of [old, fresh]) {
    const other = next === old ? fresh : old;
    if (next === undefined || (other !== undefined && other.occurredOn < next.occurredOn)) continue;
    if (before === undefined ? next.state !== FIRST_STATE : !TRANSITIONS[before.state].includes(next.state))
      continue;
    const rest =
      next === old ? allowedOrder(next, kept.slice(1), added) : allowedOrder(next, kept, added.slice(1));
    if (rest !== undefined) return [next, ...rest];
  }
  return undefined;
}

const byDay = <S extends DatedState>(kept: readonly S[], added: readonly S[]): S[] =>
  [...kept, ...added].sort((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn),
  );

/** Whether a step brings a pledge back into the pool, rather than into it for the first time. */
export const isReturn = (from: StandingStep['state'], to: StandingStep['state']): boolean =>
  to === 'REGISTERED' && from !== 'SUBMITTED';

const RECORDS = `${Object.entries<Need>(NEEDS)
  .map(
    ([kind, { table, day, inspection = 'NULL' }]) =>
      `SELECT '${kind}' AS kind, id, ${day} AS day, ${inspection} AS inspection FROM ${table}
       WHERE pledge_id = $1 AND voided_at IS NULL`,
  )
  .join('\nUNION ALL ')}
ORDER BY day, id`;

/** The standing records of a pledge that rest on its steps. */
export const recordsOf = (context: OperationContext, pledgeId: Id): Promise<RestingRecord[]> =>
  context.query<RestingRecord>(RECORDS, [pledgeId]);
