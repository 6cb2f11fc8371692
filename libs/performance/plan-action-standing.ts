import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { DueDay } from './due-days.js';
import { dueDays } from './plan-standing.js';

/** An action of a plan as it stands for its progress and its extensions. */
export interface PlanActionStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
  readonly improvementPlanId: Id;
  readonly setOn: PlainDate;
  readonly dueOn: PlainDate;
  /** In the order in which they were set. */
  readonly extensions: readonly DueDay[];
  /** The day by which its plan is due. */
  readonly planDueOn: PlainDate | null;
  /** The progress with which it was done or dropped; null while it was neither. */
  readonly end: { readonly id: Id; readonly on: PlainDate } | null;
  /** Its plan's closing as achieved, which rests on that end; null where there is none. */
  readonly achieved: { readonly id: Id; readonly on: PlainDate } | null;
}

/** What ends an action: nothing more is asked of it. */
export const ENDED = `state IN ('DONE', 'DROPPED')`;

const ACTION = `
SELECT a.id, a.member_state AS "memberState", a.pledge_id AS "pledgeId",
  a.improvement_plan_id AS "improvementPlanId", a.set_on AS "setOn", a.due_on AS "dueOn",
  ${dueDays('plan_action_extension', 'd.plan_action_id = a.id')} AS extensions,
  (SELECT t.due_on FROM improvement_plan_terms t WHERE t.improvement_plan_id = a.improvement_plan_id
     AND t.voided_at IS NULL ORDER BY t.set_on DESC, t.id DESC LIMIT 1) AS "planDueOn",
  (SELECT jsonb_build_object('id', g.id, 'on', g.progressed_on) FROM plan_action_progress g
   WHERE g.plan_action_id = a.id AND g.${ENDED} AND g.voided_at IS NULL
   ORDER BY g.progressed_on, g.id LIMIT 1) AS end,
  (SELECT jsonb_build_object('id', o.id, 'on', o.closed_on) FROM plan_outcome o
   WHERE o.improvement_plan_id = a.improvement_plan_id AND o.outcome = 'ACHIEVED' AND o.voided_at IS NULL) AS achieved
FROM plan_action a WHERE a.id = $1 AND a.voided_at IS NULL`;

/** @throws ProblemError NOT_FOUND, the same for missing, voided and hidden */
export async function planActionOf(context: OperationContext, id: string): Promise<PlanActionStanding> {
  const [standing] = await context.query<PlanActionStanding>(ACTION, [id]);
  if (standing === undefined) throw ProblemError.notFound('planActionId', id);
  return standing;
}

/** @throws ProblemError ALREADY_CLOSED for an action that was done or dropped, by another progress than `but` */
export function notEnded({ id, end }: PlanActionStanding, but?: { readonly id: Id }): void {
  if (end === null || end.id === but?.id) return;
  throw ProblemError.invalid('ALREADY_CLOSED', { field: 'planActionId', value: id, limit: end.on });
}
