import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import type { Day } from '#readiness/day.js';
import type { Level, LifecycleState, Severity, Status } from '#readiness/facts.js';
import type { ReasonCode } from '#readiness/reasons.js';
import type { EvaluatedPledge, RollUp } from '#readiness/roll-up.js';
import { KEEP_MEMBER_STATES_SQL, KEEP_STATUSES_SQL } from './kept.sql.js';
import { inForceOn, parameterSets } from './parameter-sets.js';
import { writtenDay } from './present-status.js';
import { RULES_FINGERPRINT } from './rules-fingerprint.js';
import { earliest, type PledgeAtMoment } from './status-of-pledges.js';

/**
 * Statuses are kept by pledge, records, rules and parameter set until their next change, so that a board or a list by
 * status of a large registry does not evaluate every pledge for each who asks.
 *
 * Each Member State has a generation, which the transaction that records anything of it raises. A status is kept with
 * the generation that its own snapshot saw, and believed only by a snapshot that sees the same one: in both, the same
 * records stand. A query writes nothing, so what it computes is kept once it is answered.
 */

/** Under what answers of an operation are kept, and believed. */
export interface KeptBasis {
  readonly rules: string;
  readonly parameterSet: number;
  readonly day: PlainDate;
  readonly knownOn: Date;
}

/** What a Member State's records were when a snapshot was taken; null where not all of them are known at its instant. */
export type Generation = {
  readonly number: string;
  /** No record counts from a later day only, so that a status holds until its next change. */
  readonly settled: boolean;
} | null;

/** A pledge as far as its Member State's status, and the board's filter, look at it. */
export type CountedPledge = EvaluatedPledge & { readonly id: Id; readonly unitType: string };

/** The same as a kept row says it. */
export interface KeptPledge {
  readonly id: Id;
  readonly unitType: string;
  readonly lifecycle: LifecycleState;
  readonly level: Level;
  readonly status: Status;
  /** Those of the reasons, in their order; `codes` beside them. */
  readonly severities: readonly Severity[];
  readonly codes: readonly ReasonCode[];
  readonly nextChangeOn: Day | null;
  readonly personnelAvailable: number | null;
}

/**
 * Under what the answer to a question may be taken from what is kept.
 * @returns null where it is computed: of another day than today, as known earlier, for an evaluator, and in an operation
 *   that changes something, which sees records of its own before they have raised a generation
 */
export async function keptBasis(context: OperationContext, moment: Moment): Promise<KeptBasis | null> {
  const { asOf: day, knownOn, past } = moment;
  if (context.kind !== 'QUERY' || context.principal.role === 'EVALUATOR') return null;
  if (past || day !== context.today) return null;
  const { set } = inForceOn(await parameterSets(context), day);
  return { rules: RULES_FINGERPRINT, parameterSet: set.number, day, knownOn };
}

/** A kept row as the roll-up takes it: what it does not look at is left out. */
export function countedPledge(kept: KeptPledge): CountedPledge {
  const { id, unitType, lifecycle, level, status, severities, codes, nextChangeOn, personnelAvailable } =
    kept;
  const personnel = personnelAvailable === null ? null : { available: personnelAvailable };
  const reasons = codes.map((code, place) => ({ code, severity: severities[place] ?? 'INFO' }));
  return {
    ...{ id, unitType },
    facts: { lifecycle, measurements: { personnel } },
    evaluation: { level, status, nextChangeOn, reasons },
  };
}

/** What came of a Member State, to be kept. */
export interface SummedMemberState {
  readonly iso3: string;
  readonly generation: Generation;
  readonly rollUp: RollUp;
  readonly reviewDue: readonly Id[];
  /** The next day on which a statement of unit requirements takes effect. */
  readonly nextStatementOn: PlainDate | null;
}

interface ToKeep {
  readonly statuses: readonly { readonly pledge: PledgeAtMoment; readonly generation: Generation }[];
  readonly memberStates?: readonly SummedMemberState[];
}

/** Keeps what a query has computed, once it is answered: in a transaction of its own, by whoever asked. */
export function keep(
  context: OperationContext,
  basis: KeptBasis,
  { statuses, memberStates = [] }: ToKeep,
): void {
  const pledgeRows = statuses.flatMap(({ pledge, generation }) =>
    generation === null ? [] : [statusRow(basis, generation, pledge)],
  );
  const stateRows = memberStates.flatMap(({ generation, ...state }) =>
    generation === null ? [] : [memberStateRow(basis, generation, state)],
  );
  if (pledgeRows.length + stateRows.length === 0) return;
  context.afterwards(async (after) => {
    if (pledgeRows.length > 0) await after.query(KEEP_STATUSES_SQL, [JSON.stringify(pledgeRows)]);
    if (stateRows.length > 0) await after.query(KEEP_MEMBER_STATES_SQL, [JSON.stringify(stateRows)]);
  });
}

const keptUnder = (
  { rules, parameterSet, day }: KeptBasis,
  { number, settled }: NonNullable<Generation>,
  changes: readonly (PlainDate | null)[],
) => ({
  ...{ generation: number, rules, parameter_set: parameterSet, from_on: day },
  until_on: earliest([...changes, settled ? null : addDays(day, 1)]),
});

function statusRow(basis: KeptBasis, generation: NonNullable<Generation>, pledge: PledgeAtMoment) {
  const { level, status, reasons, nextChangeOn } = pledge.evaluation;
  const nextChange = writtenDay(nextChangeOn);
  return {
    ...{ pledge_id: pledge.id, member_state: pledge.memberState },
    ...keptUnder(basis, generation, [nextChange]),
    ...{ lifecycle: pledge.facts.lifecycle, level, status, next_change_on: nextChange },
    severities: reasons.map(({ severity }) => severity),
    reason_codes: reasons.map(({ code }) => code),
    personnel_available: pledge.facts.measurements.personnel?.available ?? null,
  };
}

const memberStateRow = (
  basis: KeptBasis,
  generation: NonNullable<Generation>,
  { iso3, rollUp, reviewDue, nextStatementOn }: Omit<SummedMemberState, 'generation'>,
) => ({
  member_state: iso3,
  ...keptUnder(basis, generation, [writtenDay(rollUp.nextChangeOn), nextStatementOn]),
  ...{ roll_up: rollUp, review_due: reviewDue },
});
