import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { plainDate, type PlainDate } from '#platform/plain-date.js';
import { formatDay } from '#readiness/day.js';
import { STANDING_OF, type BarFact } from '#readiness/facts.js';
import { rollUp, type EvaluatedPledge, type RollUp } from '#readiness/roll-up.js';
import type { MemberState } from '#reference/reference.types.js';
import { withPledges } from './member-state.sql.js';
import type { Basis, BoardRow, MemberStateOutcome, MemberStateOutlook } from './member-state.type.js';
import { inForceOn, parameterSets } from './parameter-sets.js';
import { writtenDay } from './present-status.js';
import { dayNumber, inBatches, statusOfPledges, type PledgeAtMoment } from './status-of-pledges.js';

export interface RecordedBar extends BarFact {
  readonly id: Id;
  readonly decidedOn: PlainDate;
  readonly reason: string;
}

/** A Member State as a statement gives it, with its pledges. */
export interface MemberStateRow extends MemberState {
  readonly rank: number;
  readonly stateBars: readonly RecordedBar[];
  readonly pledgeIds: readonly Id[];
  readonly reviewDue: readonly Id[];
}

/** A Member State at a moment: itself, and what its pledges come to. */
export interface SummarisedMemberState {
  readonly memberState: MemberState;
  readonly stateBars: readonly RecordedBar[];
  /** Its pledges for which a review of the requirement is due. */
  readonly reviewDue: readonly Id[];
  readonly rollUp: RollUp;
}

/** The same with its pledges and their status; those for which a review is due in the order of their references. */
export interface EvaluatedMemberState extends SummarisedMemberState {
  readonly pledges: readonly PledgeAtMoment[];
}

/**
 * Member States at a moment, in the order of their English names: one statement for them, one for all their pledges
 * (of a large registry one for each batch of them, so that no process has to hold all their facts at once).
 * A Member State sees itself alone: of others it would see no pledge, and nothing hidden may be computed as empty.
 * @param iso3 one Member State, or null for all that who asks may see
 */
export async function* eachMemberState(
  context: OperationContext,
  moment: Moment,
  iso3: string | null,
): AsyncGenerator<EvaluatedMemberState> {
  const asked = memberStateAsked(context, iso3);
  const rows = await context.prepared<MemberStateRow>(withPledges(asked === null ? 'ALL' : 'ONE'), [
    context.locale,
    asked,
    moment.asOf,
    moment.knownOn,
  ]);
  const asOf = dayNumber(moment.asOf);
  for (const batch of inBatches(rows, ({ pledgeIds }) => pledgeIds.length)) {
    const ids = batch.flatMap(({ pledgeIds }) => pledgeIds);
    const statuses = await statusOfPledges(context, ids, moment);
    for (const { stateBars, pledgeIds, reviewDue, ...memberState } of batch) {
      const pledges = pledgeIds.map((id) => statuses.get(id)).filter((pledge) => pledge !== undefined);
      // A pledge outside pool, commitment and deployment says nothing of its Member State, not even a next change.
      const counting = pledges.filter(countsForItsState);
      const due = new Set(reviewDue);
      yield {
        memberState,
        stateBars,
        pledges,
        reviewDue: pledgeIds.filter((id) => due.has(id)),
        rollUp: rollUp({ asOf, stateBars, pledges: counting }),
      };
    }
  }
}

/** The one Member State that is asked for and seen, null for all, none where it is another's. */
export function memberStateAsked({ principal: { memberState: own } }: OperationContext, iso3: string | null) {
  const asked = own === null || iso3 === null || iso3 === own ? (iso3 ?? own) : '';
  return asked === null || /^[A-Z]{3}$/.test(asked) ? asked : '';
}

/** One Member State as `eachMemberState` gives it; undefined where there is none or it is not who asks. */
export async function memberStateAt(
  context: OperationContext,
  moment: Moment,
  iso3: string,
): Promise<EvaluatedMemberState | undefined> {
  for await (const state of eachMemberState(context, moment, iso3)) return state;
  return undefined;
}

/** Whether a pledge is in the pool, committed or deployed. */
export const countsForItsState = ({ facts }: Pick<EvaluatedPledge, 'facts'>): boolean =>
  STANDING_OF[facts.lifecycle] !== 'OUTSIDE';

/** What the board and the question of one Member State say alike. */
export const summaryOf = ({
  memberState,
  stateBars,
  reviewDue,
  rollUp: found,
}: SummarisedMemberState): BoardRow => ({
  memberState,
  ...outlookOfState(found),
  requirementReviewsDue: reviewDue.length,
  stateBars: stateBars.map((bar) => ({
    ...bar,
    from: plainDate(formatDay(bar.from)),
    until: writtenDay(bar.until),
  })),
});

/** All that a roll-up says. */
export const outlookOfState = (found: RollUp): MemberStateOutlook => ({
  ...outcomeOfState(found),
  availablePersonnel: found.availablePersonnel,
  nextChangeOn: writtenDay(found.nextChangeOn),
});

/** What a roll-up says that is no deadline and no measurement: what a Member State is held against itself by. */
export const outcomeOfState = ({
  nextChangeOn: _deadline,
  availablePersonnel: _measured,
  counts,
  limiting,
  ...same
}: RollUp): MemberStateOutcome => ({
  ...same,
  counts: Object.entries(counts).map(([place, count]) => {
    const [level = '', status = ''] = place.split('/');
    return { level, status, count };
  }),
  limiting: Object.entries(limiting).map(([code, count]) => ({ code, count })),
});

/** Said in an answer that has no pledge to say it. */
export async function basisOf(context: OperationContext, moment: Moment): Promise<Basis> {
  return { ...moment, parameterSet: inForceOn(await parameterSets(context), moment.asOf).set.number };
}
