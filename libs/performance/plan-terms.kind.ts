import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { keepsGround, recordsResting } from '#platform/record/resting.js';
import { interval, notAfterToday, notBefore } from '#platform/record/rules.js';
import { ImprovementPlanTerms } from './improvement-plan.entity.js';
import { belongingTo, planOf, type PlanStanding } from './plan-standing.js';

@InputType()
export class ImprovementPlanTermsContent {
  @DayField({ description: 'The day from which these terms hold.' })
  setOn!: PlainDate;

  @DayField()
  dueOn!: PlainDate;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class ExtendPlanInput extends ImprovementPlanTermsContent {
  @IdField()
  improvementPlanId!: string;

  @VersionField()
  expectedVersion!: number;
}

// Whatever else is said of a plan rests on its last standing terms, or on its opening where terms move.
const rest = [
  { kind: 'PLAN_ACTION', table: 'plan_action', day: 'set_on' },
  { kind: 'PLAN_OUTCOME', table: 'plan_outcome', day: 'closed_on' },
];
const onlyTerms = `improvement_plan_id = $1 AND NOT EXISTS (SELECT FROM improvement_plan_terms other
  WHERE other.improvement_plan_id = $1 AND other.id <> $2 AND other.voided_at IS NULL)`;
const beforeOpening = (day: string) => `improvement_plan_id = $1 AND ${day} < least($2::date,
  (SELECT min(other.set_on) FROM improvement_plan_terms other
   WHERE other.improvement_plan_id = $1 AND other.voided_at IS NULL))`;

export const planTermsKind: FactKind<ImprovementPlanTerms, ImprovementPlanTermsContent, PlanStanding> = {
  name: 'IMPROVEMENT_PLAN_TERMS',
  entity: ImprovementPlanTerms,
  content: ImprovementPlanTermsContent,
  ownerOf: (context, { improvementPlanId }) => planOf(context, improvementPlanId),
  write: async (context, standing, { setOn, dueOn, note = null }, corrected) => {
    notAfterToday(context, 'setOn', setOn);
    notBefore('BEFORE_OPENING', 'setOn', setOn, corrected ? standing.evaluatedOn : opening(standing));
    interval('dueOn', setOn, dueOn);
    if (corrected) {
      const unfit = rest.map(({ day, ...resting }) => ({ ...resting, where: beforeOpening(day) }));
      await keepsGround(context, corrected.id, unfit, [standing.id, setOn]);
    }
    return record(context, ImprovementPlanTerms, { ...belongingTo(standing), setOn, dueOn, note }, corrected);
  },
  dependents: (context, { improvementPlanId, id }) =>
    recordsResting(
      context,
      rest.map(({ kind, table }) => ({ kind, table, where: onlyTerms })),
      [improvementPlanId, id],
    ),
};

/** First terms open the plan after its evaluation; later ones change what is open. */
const opening = ({ openedOn, evaluatedOn }: PlanStanding) => openedOn ?? evaluatedOn;
