import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError, type RecordReference } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { recordsResting, type Resting } from '#platform/record/resting.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { putsOff, type DueDay } from './due-days.js';
import { ImprovementPlanTerms } from './improvement-plan.entity.js';
import { belongingTo, planOf, type PlanStanding } from './plan-standing.js';

@InputType()
export class ImprovementPlanTermsContent {
  @DayField({ description: 'The day from which these terms hold.' })
  setOn!: PlainDate;

  @DayField()
  dueOn!: PlainDate;

  @TextField(1000, { optional: true, description: 'Of an extension, why: it has to be said.' })
  note?: string | null;
}

@InputType()
export class ExtendPlanInput {
  @IdField()
  improvementPlanId!: string;

  @VersionField()
  expectedVersion!: number;

  @DayField({ description: 'The day from which these terms hold.' })
  setOn!: PlainDate;

  @DayField({ description: 'Later than the day by which it is due already.' })
  dueOn!: PlainDate;

  @TextField(1000, { description: 'Why it is put off.' })
  note!: string;
}

/** First terms open the plan after its evaluation; every later ones put its due day off, and say why. */
export const planTermsKind: FactKind<ImprovementPlanTerms, ImprovementPlanTermsContent, PlanStanding> = {
  name: 'IMPROVEMENT_PLAN_TERMS',
  entity: ImprovementPlanTerms,
  content: ImprovementPlanTermsContent,
  ownerOf: (context, { improvementPlanId }) => planOf(context, improvementPlanId),
  write: async (context, plan, { setOn, dueOn, note = null }, corrected) => {
    notAfterToday(context, 'setOn', setOn);
    notBefore('BEFORE_OPENING', 'setOn', setOn, plan.evaluatedOn);
    putsOff(plan.terms, { setOn, dueOn }, 'IMPROVEMENT_PLAN_TERMS', corrected);
    if (corrected) {
      const terms = plan.terms.map((each) => (each.id === corrected.id ? { ...each, setOn, dueOn } : each));
      const unfit = await restingOn(context, plan, terms);
      if (unfit.length > 0) throw ProblemError.restedOn(corrected.id, unfit);
    }
    const isFirst = plan.terms.length === 0 || plan.terms[0]?.id === corrected?.id;
    if (!isFirst && note === null) throw ProblemError.invalid('REQUIRED', { field: 'note' });
    return record(context, ImprovementPlanTerms, { ...belongingTo(plan), setOn, dueOn, note }, corrected);
  },
  dependents: async (context, { id, improvementPlanId }) => {
    const plan = await planOf(context, improvementPlanId);
    return restingOn(
      context,
      plan,
      plan.terms.filter((each) => each.id !== id),
    );
  },
};

const ofPlan = 'improvement_plan_id = $1';
const ofAction = 'plan_action_id IN (SELECT a.id FROM plan_action a WHERE a.improvement_plan_id = $1)';

/**
 * What would lose its ground by other terms: all that is said of the plan where none remain; what lies before a later
 * opening; actions due after an earlier due day, of those that were not before.
 */
function restingOn(
  context: OperationContext,
  { id, openedOn, dueOn }: PlanStanding,
  terms: readonly DueDay[],
): Promise<RecordReference[]> {
  const opening = terms[0]?.setOn ?? 'infinity';
  const due = terms.at(-1)?.dueOn ?? dueOn;
  const early = (day: string) => `${day} >= $2::date AND ${day} < $3::date`;
  const late = 'due_on > $4::date AND due_on <= $5::date';
  const resting: Resting[] = [
    { kind: 'PLAN_ACTION', table: 'plan_action', where: `${ofPlan} AND (${early('set_on')} OR ${late})` },
    { kind: 'PLAN_ACTION_EXTENSION', table: 'plan_action_extension', where: `${ofAction} AND ${late}` },
    { kind: 'PLAN_OUTCOME', table: 'plan_outcome', where: `${ofPlan} AND ${early('closed_on')}` },
  ];
  return recordsResting(context, resting, [id, openedOn, opening, due, dueOn]);
}
