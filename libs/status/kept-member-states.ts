import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { rollUp, type RollUp } from '#readiness/roll-up.js';
import { asksForPledge, hasPledge } from './board-filter.js';
import {
  countedPledge,
  keep,
  type Generation,
  type KeptBasis,
  type KeptPledge,
  type SummedMemberState,
} from './kept.js';
import { keptMemberStates, WITH_KEPT_PLEDGES_SQL } from './kept-member-states.sql.js';
import { countsForItsState, type MemberStateRow, type SummarisedMemberState } from './member-state.js';
import type { BoardFilterInput } from './pledge-filter.input.js';
import { dayNumber, inBatches, statusOfPledges } from './status-of-pledges.js';

/** A Member State on the board, and whether it has a pledge that the filter asks for. */
export interface BoardState {
  readonly state: SummarisedMemberState;
  readonly hasPledge: boolean;
}

interface KeptRow extends Omit<MemberStateRow, 'pledgeIds'> {
  readonly rollUp: RollUp | null;
  /** Of how many pledges that count for the Member State a status is kept, where the filter asks for a pledge. */
  readonly counted: number;
  readonly hasPledge: boolean;
}

interface RowToCompute extends MemberStateRow {
  readonly generation: Generation;
  readonly nextStatementOn: PlainDate | null;
  readonly kept: readonly KeptPledge[];
}

/**
 * All Member States that who asks may see, as of today, in the order of their English names: what is kept of them in one
 * statement; where nothing is that can be believed, computed from their pledges and kept for the next who asks.
 */
export async function keptBoard(
  context: OperationContext,
  moment: Moment,
  basis: KeptBasis,
  filter: BoardFilterInput,
): Promise<BoardState[]> {
  const ofPledges = asksForPledge(filter);
  const asked = [
    ...[context.locale, context.principal.memberState, moment.asOf, moment.knownOn],
    ...[basis.rules, basis.parameterSet],
    ...(ofPledges
      ? [given(filter.unitTypes), given(filter.reasonCodes), filter.requirementReviewDue ?? null]
      : []),
  ];
  // Statements that read kept statuses are planned for each who asks: the plan of a connection that was made while hardly
  // any was kept would read all of them for every pledge.
  const statement = keptMemberStates(ofPledges);
  const rows = ofPledges
    ? await context.query<KeptRow>(statement.sql, asked)
    : await context.prepared<KeptRow>(statement, asked);
  const lacking = rows.filter((row) => !isWhole(row, ofPledges)).map(({ iso3 }) => iso3);
  const computed = await computedStates(context, moment, basis, filter, lacking);
  return rows.map(({ rollUp: found, counted: _counted, hasPledge: isOne, ...row }) => {
    const state = computed.get(row.iso3);
    if (state !== undefined) return state;
    if (found === null) throw new Error(`nothing was computed of ${row.iso3}`);
    const { stateBars, reviewDue, ...memberState } = row;
    return { state: { memberState, stateBars, reviewDue, rollUp: found }, hasPledge: isOne };
  });
}

const given = (codes: readonly string[] | null | undefined) => (codes?.length ? codes : null);

/** Whether all is kept of a Member State that the question asks for: another version may have kept some pledge anew. */
const isWhole = ({ rollUp: kept, counted }: KeptRow, ofPledges: boolean): boolean =>
  kept !== null && (!ofPledges || counted === kept.pool + kept.committed + kept.deployed);

async function computedStates(
  context: OperationContext,
  moment: Moment,
  basis: KeptBasis,
  filter: BoardFilterInput,
  states: readonly string[],
): Promise<Map<string, BoardState>> {
  const found = new Map<string, BoardState>();
  if (states.length === 0) return found;
  const rows = await context.query<RowToCompute>(WITH_KEPT_PLEDGES_SQL, [
    ...[context.locale, states, moment.asOf, moment.knownOn, basis.rules, basis.parameterSet],
  ]);
  const asOf = dayNumber(moment.asOf);
  for (const batch of inBatches(rows, ({ pledgeIds }) => pledgeIds.length)) {
    const ids = batch.flatMap(({ pledgeIds }) => pledgeIds);
    const statuses = await statusOfPledges(context, ids, moment);
    const summed: SummedMemberState[] = [];
    for (const {
      stateBars,
      pledgeIds,
      reviewDue,
      generation,
      nextStatementOn,
      kept,
      ...memberState
    } of batch) {
      const counting = [...pledgesOf(pledgeIds, statuses), ...kept.map(countedPledge)].filter(
        countsForItsState,
      );
      const state = {
        memberState,
        stateBars,
        reviewDue,
        rollUp: rollUp({ asOf, stateBars, pledges: counting }),
      };
      summed.push({ ...state, iso3: memberState.iso3, generation, nextStatementOn });
      found.set(memberState.iso3, { state, hasPledge: hasPledge(counting, reviewDue, filter) });
    }
    const generations = new Map(batch.map(({ iso3, generation }) => [iso3, generation]));
    keep(context, basis, {
      statuses: [...statuses.values()].map((pledge) => ({
        pledge,
        generation: generations.get(pledge.memberState) ?? null,
      })),
      memberStates: summed,
    });
  }
  return found;
}

const pledgesOf = <Pledge>(ids: readonly Id[], statuses: ReadonlyMap<Id, Pledge>): Pledge[] =>
  ids.map((id) => statuses.get(id)).filter((pledge) => pledge !== undefined);
