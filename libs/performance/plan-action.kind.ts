import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { referenceFor } from '#platform/record/reference.js';
import { keepsGround, recordsResting } from '#platform/record/resting.js';
import { interval, notAfterToday, notBefore } from '#platform/record/rules.js';
import { FINDING_OWNERS } from '#reference/data/areas.js';
import { PlanAction, PlanActionProgress } from './improvement-plan.entity.js';
import { belongingTo, planOf, type PlanStanding } from './plan-standing.js';

/** An action as it may be given together with the plan that it is of, whose day it takes. */
@InputType()
export class FirstPlanActionContent {
  @TextField(20, { optional: true, description: 'Unique within the pledge; left out, the next free one.' })
  reference?: string | null;

  @DayField()
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

export const planActionKind: FactKind<PlanAction, PlanActionContent, PlanStanding> = {
  name: 'PLAN_ACTION',
  entity: PlanAction,
  content: PlanActionContent,
  ownerOf: (context, { improvementPlanId }) => planOf(context, improvementPlanId),
  write: async (context, plan, content, corrected) => {
    const { setOn, dueOn, owner, statement } = content;
    notAfterToday(context, 'setOn', setOn);
    notBefore('BEFORE_OPENING', 'setOn', setOn, plan.openedOn);
    interval('dueOn', setOn, dueOn);
    if (corrected) {
      const earlier = [{ ...progress, where: 'plan_action_id = $1 AND progressed_on < $2' }];
      await keepsGround(context, corrected.id, earlier, [corrected.id, setOn]);
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
    recordsResting(context, [{ ...progress, where: 'plan_action_id = $1' }], [id]),
};

export const PROGRESS_STATES = ['IN_PROGRESS', 'DONE'] as const;

@InputType()
export class PlanActionProgressContent {
  @DayField()
  progressedOn!: PlainDate;

  @CodeField(PROGRESS_STATES)
  state!: string;

  @TextField(4000)
  note!: string;
}

@InputType()
export class ProgressPlanActionInput extends PlanActionProgressContent {
  @IdField()
  planActionId!: string;
}

/** An action as it stands for its progress. */
export interface PlanActionStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
  readonly improvementPlanId: Id;
  readonly setOn: PlainDate;
  /** The day on which it was done; null while it is not. */
  readonly doneOn: PlainDate | null;
}

const ACTION = `
SELECT a.id, a.member_state AS "memberState", a.pledge_id AS "pledgeId",
  a.improvement_plan_id AS "improvementPlanId", a.set_on AS "setOn",
  (SELECT min(g.progressed_on) FROM plan_action_progress g
   WHERE g.plan_action_id = a.id AND g.state = 'DONE' AND g.voided_at IS NULL) AS "doneOn"
FROM plan_action a WHERE a.id = $1 AND a.voided_at IS NULL`;

/** @throws ProblemError NOT_FOUND, the same for missing, voided and hidden */
export async function planActionOf(context: OperationContext, id: string): Promise<PlanActionStanding> {
  const [standing] = await context.query<PlanActionStanding>(ACTION, [id]);
  if (standing === undefined) throw ProblemError.notFound('planActionId', id);
  return standing;
}

export const planActionProgressKind: FactKind<
  PlanActionProgress,
  PlanActionProgressContent,
  PlanActionStanding
> = {
  name: 'PLAN_ACTION_PROGRESS',
  entity: PlanActionProgress,
  content: PlanActionProgressContent,
  ownerOf: (context, { planActionId }) => planActionOf(context, planActionId),
  write: (context, action, { progressedOn, state, note }, corrected) => {
    const { id, memberState, pledgeId, setOn, doneOn } = action;
    if (doneOn !== null && !corrected) {
      throw ProblemError.invalid('ALREADY_CLOSED', { field: 'planActionId', value: id, limit: doneOn });
    }
    notAfterToday(context, 'progressedOn', progressedOn);
    notBefore('BEFORE_OPENING', 'progressedOn', progressedOn, setOn);
    const row = { memberState, pledgeId, planActionId: id, progressedOn, state, note };
    return record(context, PlanActionProgress, row, corrected);
  },
};
