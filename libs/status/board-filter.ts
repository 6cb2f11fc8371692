import type { Id } from '#platform/ids.js';
import type { RollUp } from '#readiness/roll-up.js';
import type { MemberState } from '#reference/reference.types.js';
import type { CountedPledge } from './kept.js';
import type { BoardFilterInput } from './pledge-filter.input.js';

/** Whether the filter lets a Member State through as far as it asks for nothing of a pledge. */
export const isMeant = (
  { memberState, rollUp }: { readonly memberState: MemberState; readonly rollUp: RollUp },
  filter: BoardFilterInput,
): boolean =>
  isAny(filter.regions, [memberState.regionalGroup]) &&
  isAny(filter.words, [rollUp.word]) &&
  isAny(filter.flags, rollUp.flags);

/** Whether the filter asks for a pledge in the pool, committed or deployed of which something holds. */
export const asksForPledge = ({ unitTypes, reasonCodes, requirementReviewDue }: BoardFilterInput): boolean =>
  Boolean(unitTypes?.length || reasonCodes?.length) || isAsked(requirementReviewDue);

/**
 * Whether one of the pledges is such a one, where one is asked for.
 * @param counting those in the pool, committed or deployed
 */
export function hasPledge(
  counting: readonly CountedPledge[],
  reviewDue: readonly Id[],
  filter: BoardFilterInput,
): boolean {
  const { unitTypes, reasonCodes, requirementReviewDue } = filter;
  const due = new Set(reviewDue);
  const isOne = ({ id, unitType, evaluation }: CountedPledge) =>
    isAny(unitTypes, [unitType]) &&
    isAny(
      reasonCodes,
      evaluation.reasons.map(({ code }) => code),
    ) &&
    (!isAsked(requirementReviewDue) || requirementReviewDue === due.has(id));
  return !asksForPledge(filter) || counting.some(isOne);
}

const isAsked = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** Whether one of the codes is wanted; nothing wanted lets everything through. */
const isAny = (wanted: readonly string[] | null | undefined, codes: readonly string[]): boolean =>
  !wanted?.length || codes.some((code) => wanted.includes(code));
