import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { DueDay } from './due-days.js';

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

interface PlanRow {
  readonly id: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
  readonly version: number;
  readonly evaluatedOn: PlainDate;
  /** In the order in which they were set; none where all were voided, which leaves a plan that never was. */
  readonly terms: readonly DueDay[];
  readonly closedOn: PlainDate | null;
}

/** An improvement plan as it stands for a change. */
export interface PlanStanding extends PlanRow {
  /** The day of its first terms, or null. */
  readonly openedOn: PlainDate | null;
  /** The day by which it is due by its last terms, or null. */
  readonly dueOn: PlainDate | null;
}

/** The due days that stand in a table, in the order in which they were set. */
export const dueDays = (table: string, where: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'setOn', d.set_on, 'dueOn', d.due_on)
      ORDER BY d.set_on, d.id), '[]') FROM ${table} d WHERE d.voided_at IS NULL AND ${where})`;

const PLAN = `
SELECT p.id, p.member_state AS "memberState", p.pledge_id AS "pledgeId", p.version,
  e.evaluated_on AS "evaluatedOn",
  ${dueDays('improvement_plan_terms', 'd.improvement_plan_id = p.id')} AS terms,
  (SELECT o.closed_on FROM plan_outcome o WHERE o.improvement_plan_id = p.id AND o.voided_at IS NULL) AS "closedOn"
FROM improvement_plan p JOIN evaluation e ON e.id = p.evaluation_id AND e.voided_at IS NULL
WHERE p.id = $1`;

/** @throws ProblemError NOT_FOUND, the same for missing and hidden */
export async function planOf(context: OperationContext, id: string): Promise<PlanStanding> {
  const [plan] = await context.query<PlanRow>(PLAN, [id]);
  if (plan === undefined) throw ProblemError.notFound('improvementPlanId', id);
  const { terms } = plan;
  return { ...plan, openedOn: terms[0]?.setOn ?? null, dueOn: terms.at(-1)?.dueOn ?? null };
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
