import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';

/** An evaluation as it stands for the plan that is to follow it. */
export interface EvaluationStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
  readonly evaluatedOn: PlainDate;
  /** The plan that it has, or had until its terms were voided. */
  readonly planId: Id | null;
}

const EVALUATION = `
SELECT e.id, e.member_state AS "memberState", e.pledge_id AS "pledgeId", e.evaluated_on AS "evaluatedOn",
  (SELECT p.id FROM improvement_plan p WHERE p.evaluation_id = e.id) AS "planId"
FROM evaluation e WHERE e.id = $1 AND e.voided_at IS NULL`;

/** @throws ProblemError NOT_FOUND, the same for missing, voided and hidden */
export async function evaluationOf(context: OperationContext, id: string): Promise<EvaluationStanding> {
  const [standing] = await context.query<EvaluationStanding>(EVALUATION, [id]);
  if (standing === undefined) throw ProblemError.notFound('evaluationId', id);
  return standing;
}

/** An improvement plan as it stands for a change. */
export interface PlanStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
  readonly version: number;
  readonly evaluatedOn: PlainDate;
  /** The day of its first terms; null where all of them were voided, which leaves a plan that never was. */
  readonly openedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
}

const PLAN = `
SELECT p.id, p.member_state AS "memberState", p.pledge_id AS "pledgeId", p.version,
  e.evaluated_on AS "evaluatedOn",
  (SELECT min(t.set_on) FROM improvement_plan_terms t
   WHERE t.improvement_plan_id = p.id AND t.voided_at IS NULL) AS "openedOn",
  (SELECT o.closed_on FROM plan_outcome o WHERE o.improvement_plan_id = p.id AND o.voided_at IS NULL) AS "closedOn"
FROM improvement_plan p JOIN evaluation e ON e.id = p.evaluation_id AND e.voided_at IS NULL
WHERE p.id = $1`;

/** @throws ProblemError NOT_FOUND, the same for missing and hidden */
export async function planOf(context: OperationContext, id: string): Promise<PlanStanding> {
  const [standing] = await context.query<PlanStanding>(PLAN, [id]);
  if (standing === undefined) throw ProblemError.notFound('improvementPlanId', id);
  return standing;
}

/** The plan that an input names, for what only an open one takes; no other operation changes it meanwhile. */
export async function openPlanOf(context: OperationContext, id: string): Promise<PlanStanding> {
  await context.query(`SELECT FROM improvement_plan WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  const plan = await planOf(context, id);
  if (plan.openedOn === null) throw ProblemError.notFound('improvementPlanId', id);
  if (plan.closedOn !== null) {
    const at = { field: 'improvementPlanId', value: id, limit: plan.closedOn };
    throw ProblemError.invalid('ALREADY_CLOSED', at);
  }
  return plan;
}

/** Whose a fact of a plan is. */
export const belongingTo = ({ id, memberState, pledgeId }: PlanStanding) => ({
  memberState,
  pledgeId,
  improvementPlanId: id,
});
