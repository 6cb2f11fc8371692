import { InputType } from '@nestjs/graphql';
import { mayUse } from '#access/permissions.js';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError, type RecordReference } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { PlanActionProgress } from './improvement-plan.entity.js';
import { notEnded, planActionOf, type PlanActionStanding } from './plan-action-standing.js';

export const PROGRESS_STATES = ['IN_PROGRESS', 'DONE', 'DROPPED'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

@InputType()
export class PlanActionProgressContent {
  @DayField()
  progressedOn!: PlainDate;

  @CodeField(PROGRESS_STATES, {
    description: 'DROPPED, nothing more is asked of it: for staff alone to say.',
  })
  state!: ProgressState;

  @TextField(4000, { description: 'What was done; of an action that is dropped, why.' })
  note!: string;
}

@InputType()
export class ProgressPlanActionInput extends PlanActionProgressContent {
  @IdField()
  planActionId!: string;
}

/** How far an action has come. Nothing follows once it is done or dropped. */
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
    const ends = state !== 'IN_PROGRESS';
    // Who may open and close a plan may let an action of it go; who owes it may not.
    if (state === 'DROPPED' && !mayUse(context.principal.role, 'closePlan')) {
      throw ProblemError.notPermitted(context.principal.role, 'state');
    }
    if (ends || !corrected) notEnded(action, corrected);
    notAfterToday(context, 'progressedOn', progressedOn);
    notBefore('BEFORE_OPENING', 'progressedOn', progressedOn, action.setOn);
    if (corrected) {
      const unfit = achievedWithout(action, corrected.id, ends ? progressedOn : null);
      if (unfit.length > 0) throw ProblemError.restedOn(corrected.id, unfit);
    }
    const { id, memberState, pledgeId } = action;
    const row = { memberState, pledgeId, planActionId: id, progressedOn, state, note };
    return record(context, PlanActionProgress, row, corrected);
  },
  dependents: async (context, { id, planActionId }) =>
    achievedWithout(await planActionOf(context, planActionId), id, null),
};

/** The closing of the plan as achieved, where it rests on a progress that no longer ends the action in time. */
function achievedWithout(
  { end, achieved }: PlanActionStanding,
  id: string,
  endsOn: PlainDate | null,
): RecordReference[] {
  if (achieved === null || end?.id !== id || (endsOn !== null && endsOn <= achieved.on)) return [];
  return [{ kind: 'PLAN_OUTCOME', id: achieved.id }];
}
