import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { RecordReference } from '#platform/problem.js';
import { FIRST_STATE, TRANSITIONS } from './lifecycle.js';
import type { StandingStep } from './pledge-standing.js';

/** A record that needs the pledge to have been registered on or before its day. */
export interface RestingRecord {
  readonly kind: 'CONFIRMATION' | 'LEVEL_DECISION';
  readonly id: Id;
  readonly day: PlainDate;
}

/**
 * What has no ground in a history of steps: steps that the table does not allow after the one before, or that lie
 * before it; returns to `REGISTERED` without a confirmation since the pledge was last in use; records before the
 * registration. A sound history has none.
 * @param steps in the order in which they were taken
 */
export function groundless(
  steps: readonly StandingStep[],
  records: readonly RestingRecord[],
): RecordReference[] {
  const registered = steps.find(({ state }) => state === 'REGISTERED')?.occurredOn;
  return [
    ...steps
      .filter((step, index) => !follows(step, steps[index - 1], records))
      .map(({ id }) => ({ kind: 'LIFECYCLE_STEP', id })),
    ...records
      .filter(({ day }) => registered === undefined || day < registered)
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

const RECORDS = `
SELECT 'CONFIRMATION' AS kind, id, confirmed_on AS day FROM confirmation WHERE pledge_id = $1 AND voided_at IS NULL
UNION ALL
SELECT 'LEVEL_DECISION', id, decided_on FROM level_decision WHERE pledge_id = $1 AND voided_at IS NULL
ORDER BY day, id`;

/** The standing records of a pledge that rest on its registration. */
export const recordsOf = (context: OperationContext, pledgeId: Id): Promise<RestingRecord[]> =>
  context.query<RestingRecord>(RECORDS, [pledgeId]);
