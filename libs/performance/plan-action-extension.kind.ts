import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { notAfterToday } from '#platform/record/rules.js';
import { putsOff, withinPlan } from './due-days.js';
import { PlanActionExtension } from './improvement-plan.entity.js';
import { planActionOf, type PlanActionStanding } from './plan-action-standing.js';

@InputType()
export class PlanActionExtensionContent {
  @DayField({ description: 'The day from which it holds.' })
  setOn!: PlainDate;

  @DayField({ description: 'Later than the day by which it is due already, and not after its plan.' })
  dueOn!: PlainDate;

  @TextField(1000, { description: 'Why it is put off.' })
  reason!: string;
}

@InputType()
export class ExtendPlanActionInput extends PlanActionExtensionContent {
  @IdField()
  planActionId!: string;

  @VersionField({ description: 'The version of its plan that was read.' })
  expectedVersion!: number;
}

export const planActionExtensionKind: FactKind<
  PlanActionExtension,
  PlanActionExtensionContent,
  PlanActionStanding
> = {
  name: 'PLAN_ACTION_EXTENSION',
  entity: PlanActionExtension,
  content: PlanActionExtensionContent,
  ownerOf: (context, { planActionId }) => planActionOf(context, planActionId),
  write: (context, action, { setOn, dueOn, reason }, corrected) => {
    notAfterToday(context, 'setOn', setOn);
    putsOff([action, ...action.extensions], { setOn, dueOn }, 'PLAN_ACTION_EXTENSION', corrected);
    withinPlan(dueOn, action.planDueOn);
    const { id: planActionId, memberState, pledgeId } = action;
    return record(
      context,
      PlanActionExtension,
      { memberState, pledgeId, planActionId, setOn, dueOn, reason },
      corrected,
    );
  },
};
