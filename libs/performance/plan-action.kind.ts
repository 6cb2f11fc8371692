import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { referenceFor } from '#platform/record/reference.js';
import { keepsGround, recordsResting } from '#platform/record/resting.js';
import { interval, notAfterToday, notBefore } from '#platform/record/rules.js';
import { saidOnce } from '#platform/record/said-once.js';
import { FINDING_OWNERS } from '#reference/data/areas.js';
import { withinPlan } from './due-days.js';
import { PlanAction } from './improvement-plan.entity.js';
import { belongingTo, planOf, type PlanStanding } from './plan-standing.js';

/** An action as it may be given together with the plan that it is of, whose day it takes. */
@InputType()
export class FirstPlanActionContent {
  @TextField(20, { optional: true, description: 'Unique within the pledge; left out, the next free one.' })
  reference?: string | null;

  @DayField({ description: 'Not after the day by which its plan is due.' })
  dueOn!: PlainDate;

  @CodeField(FINDING_OWNERS, { description: 'Who has to do it.' })
  owner!: string;

  @TextField(4000)
  statement!: string;
}

@InputType()
export class PlanActionContent extends FirstPlanActionContent {
  @DayField({ description: 'The day from which it is asked for.' })
  setOn!: PlainDate;
}

@InputType()
export class AddPlanActionInput extends PlanActionContent {
  @IdField()
  improvementPlanId!: string;
}

const progress = { kind: 'PLAN_ACTION_PROGRESS', table: 'plan_action_progress' };
const extension = { kind: 'PLAN_ACTION_EXTENSION', table: 'plan_action_extension' };

export const planActionKind: FactKind<PlanAction, PlanActionContent, PlanStanding> = saidOnce(
  {
    name: 'PLAN_ACTION',
    entity: PlanAction,
    content: PlanActionContent,
    ownerOf: (context, { improvementPlanId }) => planOf(context, improvementPlanId),
    write: async (context, plan, content, corrected) => {
      const { setOn, dueOn, owner, statement } = content;
      // What the Secretariat has to do is the Secretariat's to say.
      const { role } = context.principal;
      if (role === 'MEMBER_STATE' && owner === 'SECRETARIAT') throw ProblemError.notPermitted(role, 'owner');
      notAfterToday(context, 'setOn', setOn);
      notBefore('BEFORE_OPENING', 'setOn', setOn, plan.openedOn);
      interval('dueOn', setOn, dueOn);
      withinPlan(dueOn, plan.dueOn);
      if (corrected) {
        const unfit = [
          { ...progress, where: 'plan_action_id = $1 AND progressed_on < $2' },
          { ...extension, where: 'plan_action_id = $1 AND (set_on < $2 OR due_on <= $3)' },
        ];
        await keepsGround(context, corrected.id, unfit, [corrected.id, setOn, dueOn]);
      }
      const numbering = {
        table: 'plan_action',
        within: 'pledge_id',
        owner: plan.pledgeId,
        prefix: 'A-',
      } as const;
      const reference = await referenceFor(context, numbering, content.reference, corrected);
      const row = { reference, setOn, dueOn, owner, statement };
      return record(context, PlanAction, { ...belongingTo(plan), ...row }, corrected);
    },
    dependents: (context, { id }) =>
      recordsResting(
        context,
        [progress, extension].map((each) => ({ ...each, where: 'plan_action_id = $1' })),
        [id],
      ),
  },
  { field: 'statement' },
);
