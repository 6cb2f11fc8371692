import { Injectable } from '@nestjs/common';
import { momentOf, type MomentArgs } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { WORDS } from '#readiness/roll-up.js';
import type { Board, BoardTotals } from './board.type.js';
import {
  basisOf,
  countsForItsState,
  eachMemberState,
  memberStateAt,
  summaryOf,
  type EvaluatedMemberState,
} from './member-state.js';
import type { BoardRow, MemberStateStatus } from './member-state.type.js';
import type { BoardFilterInput } from './pledge-filter.input.js';
import { answeredPledge } from './pledge.loader.js';
import type { PledgeAtMoment } from './status-of-pledges.js';

/** The status of a Member State, and of all. */
@Injectable()
export class BoardService {
  /** @returns null where there is no such Member State, and where it is not who asks */
  async memberState(
    context: OperationContext,
    iso3: string,
    args: MomentArgs,
  ): Promise<MemberStateStatus | null> {
    const moment = momentOf(context, args);
    const found = await memberStateAt(context, moment, iso3);
    const basis = await basisOf(context, moment);
    if (found === undefined) return null;
    return {
      ...summaryOf(found),
      basis,
      reviewDue: found.reviewDue,
      pledges: found.pledges.map(answeredPledge),
    };
  }

  /** All Member States that who asks may see and the filter chooses; all their pledges count, whatever it chooses by. */
  async board(context: OperationContext, filter: BoardFilterInput, args: MomentArgs): Promise<Board> {
    const moment = momentOf(context, args);
    const rows: BoardRow[] = [];
    for await (const state of eachMemberState(context, moment, null)) {
      if (isChosen(state, filter)) rows.push(summaryOf(state));
    }
    return { basis: await basisOf(context, moment), rows, totals: totalsOf(rows) };
  }
}

function isChosen(
  { memberState, rollUp, pledges, reviewDue }: EvaluatedMemberState,
  filter: BoardFilterInput,
): boolean {
  const due = new Set(reviewDue);
  const { requirementReviewDue = null } = filter;
  return (
    isAny(filter.regions, [memberState.regionalGroup]) &&
    isAny(filter.words, [rollUp.word]) &&
    isAny(filter.flags, rollUp.flags) &&
    (!(filter.unitTypes?.length || filter.reasonCodes?.length || requirementReviewDue !== null) ||
      pledges.some(
        (pledge) =>
          isMeant(pledge, filter) &&
          (requirementReviewDue === null || requirementReviewDue === due.has(pledge.id)),
      ))
  );
}

const isMeant = (pledge: PledgeAtMoment, { unitTypes, reasonCodes }: BoardFilterInput): boolean =>
  countsForItsState(pledge) &&
  isAny(unitTypes, [pledge.unitType]) &&
  isAny(
    reasonCodes,
    pledge.evaluation.reasons.map(({ code }) => code),
  );

/** Whether one of the codes is wanted; nothing wanted lets everything through. */
const isAny = (wanted: readonly string[] | null | undefined, codes: readonly string[]): boolean =>
  !wanted?.length || codes.some((code) => wanted.includes(code));

function totalsOf(rows: readonly BoardRow[]): BoardTotals {
  const sum = (of: 'pool' | 'committed' | 'deployed' | 'rdl' | 'availablePersonnel') =>
    rows.reduce((total, row) => total + row[of], 0);
  return {
    memberStates: rows.length,
    words: WORDS.map((word) => ({ word, count: rows.filter((row) => row.word === word).length })),
    pool: sum('pool'),
    committed: sum('committed'),
    deployed: sum('deployed'),
    rdl: sum('rdl'),
    availablePersonnel: sum('availablePersonnel'),
  };
}
