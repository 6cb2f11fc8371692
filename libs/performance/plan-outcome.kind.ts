import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { PlanOutcome } from './improvement-plan.entity.js';
import { ENDED } from './plan-action-standing.js';
import { belongingTo, planOf, type PlanStanding } from './plan-standing.js';

export const PLAN_OUTCOMES = ['ACHIEVED', 'NOT_ACHIEVED'] as const;

@InputType()
export class PlanOutcomeContent {
  @DayField({ description: 'The day from which it is closed.' })
  closedOn!: PlainDate;

  @CodeField(PLAN_OUTCOMES)
  outcome!: string;

  @TextField(4000, { description: 'What shows that it ended so.' })
  evidence!: string;
}

@InputType()
export class ClosePlanInput extends PlanOutcomeContent {
  @IdField()
  improvementPlanId!: string;

  @VersionField()
  expectedVersion!: number;
}

export const planOutcomeKind: FactKind<PlanOutcome, PlanOutcomeContent, PlanStanding> = {
  name: 'PLAN_OUTCOME',
  entity: PlanOutcome,
  content: PlanOutcomeContent,
  ownerOf: (context, { improvementPlanId }) => planOf(context, improvementPlanId),
  write: async (context, plan, { closedOn, outcome, evidence }, corrected) => {
    notAfterToday(context, 'closedOn', closedOn);
    notBefore('BEFORE_OPENING', 'closedOn', closedOn, plan.openedOn);
    if (outcome === 'ACHIEVED') await allActionsEnded(context, plan, closedOn);
    return record(context, PlanOutcome, { ...belongingTo(plan), closedOn, outcome, evidence }, corrected);
  },
};

const OPEN_ACTIONS = `
SELECT a.reference FROM plan_action a WHERE a.improvement_plan_id = $1 AND a.voided_at IS NULL
  AND NOT EXISTS (SELECT FROM plan_action_progress g
    WHERE g.plan_action_id = a.id AND g.${ENDED} AND g.progressed_on <= $2 AND g.voided_at IS NULL)
ORDER BY a.id`;

/** A plan is achieved when each of its actions is done, or was let go with a reason. */
async function allActionsEnded(
  context: OperationContext,
  { id }: PlanStanding,
  closedOn: PlainDate,
): Promise<void> {
  const open = await context.query<{ reference: string }>(OPEN_ACTIONS, [id, closedOn]);
  if (open.length === 0) return;
  const limit = open.map(({ reference }) => reference).join(', ');
  throw ProblemError.invalid('ACTIONS_OPEN', { field: 'outcome', value: 'ACHIEVED', limit });
}
