import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { PlanOutcome } from './improvement-plan.entity.js';
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
  write: (context, plan, { closedOn, outcome, evidence }, corrected) => {
    notAfterToday(context, 'closedOn', closedOn);
    notBefore('BEFORE_OPENING', 'closedOn', closedOn, plan.openedOn);
    return record(context, PlanOutcome, { ...belongingTo(plan), closedOn, outcome, evidence }, corrected);
  },
};
