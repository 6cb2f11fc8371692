import { Injectable } from '@nestjs/common';
import { momentOf, type Moment, type MomentArgs } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { WORDS } from '#readiness/roll-up.js';
import { hasPledge, isMeant } from './board-filter.js';
import type { Board, BoardTotals } from './board.type.js';
import { keptBasis } from './kept.js';
import { keptBoard, type BoardState } from './kept-member-states.js';
import { basisOf, countsForItsState, eachMemberState, memberStateAt, summaryOf } from './member-state.js';
import type { BoardRow, MemberStateStatus } from './member-state.type.js';
import type { BoardFilterInput } from './pledge-filter.input.js';
import { answeredPledge } from './pledge.loader.js';

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
    const basis = await keptBasis(context, moment);
    const rows: BoardRow[] = [];
    const states =
      basis === null
        ? computedBoard(context, moment, filter)
        : await keptBoard(context, moment, basis, filter);
    for await (const { state, hasPledge: isOne } of states) {
      if (isOne && isMeant(state, filter)) rows.push(summaryOf(state));
    }
    return { basis: await basisOf(context, moment), rows, totals: totalsOf(rows) };
  }
}

async function* computedBoard(
  context: OperationContext,
  moment: Moment,
  filter: BoardFilterInput,
): AsyncGenerator<BoardState> {
  for await (const { pledges, ...state } of eachMemberState(context, moment, null)) {
    yield { state, hasPledge: hasPledge(pledges.filter(countsForItsState), state.reviewDue, filter) };
  }
}

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
