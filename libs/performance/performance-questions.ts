import { decodeCursor, pageOf, type Connection } from '#platform/graphql/connection.js';
import { isId } from '#platform/ids.js';
import { momentOf, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { parsePlainDate } from '#platform/plain-date.js';
import { readJson } from '#platform/record/json.sql.js';
import { knownMemberState, knownMission } from '#pledges/rules.js';
import { EVALUATION_SQL, EVALUATIONS_SQL, PLAN_SQL } from './evaluations.sql.js';
import type {
  EvaluationArgs,
  EvaluationsArgs,
  FollowedEvaluation,
  ImprovementPlanInFull,
} from './performance.types.js';

/** One plan at a moment; null where there was none yet, and where who asks does not see it. */
export async function planAt(
  context: OperationContext,
  moment: Moment,
  id: string,
): Promise<ImprovementPlanInFull | null> {
  const asked = [moment.asOf, moment.knownOn, id];
  const [row] = await context.query<{ nodes: string | null }>(PLAN_SQL, asked);
  return readJson<ImprovementPlanInFull>(row?.nodes, moment)[0] ?? null;
}

/** One evaluation with its plan; null where there was none yet, and where who asks does not see it. */
export async function askEvaluation(
  context: OperationContext,
  args: EvaluationArgs,
): Promise<FollowedEvaluation | null> {
  const moment = momentOf(context, args);
  const asked = [moment.asOf, moment.knownOn, args.id];
  const [row] = await context.query<{ nodes: string | null }>(EVALUATION_SQL, asked);
  return readJson<FollowedEvaluation>(row?.nodes, moment)[0] ?? null;
}

/** The latest evaluations first. */
export async function askEvaluations(
  context: OperationContext,
  args: EvaluationsArgs,
): Promise<Connection<FollowedEvaluation>> {
  const moment = momentOf(context, args);
  const filter = args.filter ?? {};
  const { memberState, pledgeId, mission, verdict, planState, planOverdue, from, until } = filter;
  if (memberState) knownMemberState(context, 'filter.memberState', memberState);
  knownMission('filter.mission', mission);
  const asked = [memberState, pledgeId, mission, verdict, planState, planOverdue, from, until];
  const [afterDay, afterId] = decodeCursor(args.after, [parsePlainDate, isId]) ?? [];
  const [found] = await context.query<{ totalCount: number; nodes: string | null }>(EVALUATIONS_SQL, [
    moment.asOf,
    moment.knownOn,
    ...asked.map((value) => value ?? null),
    afterDay ?? null,
    afterId ?? null,
    args.first + 1,
  ]);
  const nodes = readJson<FollowedEvaluation>(found?.nodes, moment);
  return pageOf(nodes, args, found?.totalCount ?? 0, ({ evaluatedOn, id }) => [evaluatedOn, id]);
}
