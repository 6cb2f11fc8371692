import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { referenceFor } from '#platform/record/reference.js';
import { recordsResting } from '#platform/record/resting.js';
import { notBefore } from '#platform/record/rules.js';
import { FINDING_AREAS } from '#reference/data/areas.js';
import { recommendationOf, settles, type RaisedStanding } from './raised-standing.js';
import { Recommendation, RecommendationAnswer } from './recommendation.entity.js';
import { RECOMMENDATION_KINDS, VISIT_KINDS, type RecommendationKind } from './visit-kinds.js';
import { assessedBy, belongingTo, dayOfAssessment, type Assessed } from './visit-standing.js';

@InputType()
export class RecommendationContent {
  @TextField(20, { optional: true, description: 'Unique within the pledge; left out, the next free one.' })
  reference?: string | null;

  @CodeField(RECOMMENDATION_KINDS)
  kind!: RecommendationKind;

  @CodeField(FINDING_AREAS)
  area!: string;

  @DayField({ optional: true })
  dueOn?: PlainDate | null;

  @TextField(4000)
  statement!: string;
}

@InputType()
export class RaiseRecommendationInput extends RecommendationContent {
  @IdField()
  visitId!: string;

  @IdField()
  pledgeId!: string;
}

const PREFIXES: Readonly<Record<RecommendationKind, string>> = { RECOMMENDATION: 'R-', CONDITION: 'CO-' };

export const recommendationKind: FactKind<Recommendation, RecommendationContent, Assessed> = {
  name: 'RECOMMENDATION',
  entity: Recommendation,
  content: RecommendationContent,
  ownerOf: assessedBy,
  write: async (context, assessed, content, corrected) => {
    const { kind, area, dueOn = null, statement } = content;
    const lastDay = dayOfAssessment(context, assessed);
    const { asksFor } = VISIT_KINDS[assessed.visit.kind];
    if (kind !== asksFor) {
      throw ProblemError.invalid('OUTCOME_NOT_OF_KIND', { field: 'kind', value: kind, limit: asksFor });
    }
    if (dueOn !== null) notBefore('BEFORE_OPENING', 'dueOn', dueOn, lastDay);
    const { id: pledgeId } = assessed.pledge;
    const numbering = { table: 'recommendation', within: 'pledge_id', owner: pledgeId } as const;
    const reference = await referenceFor(
      context,
      { ...numbering, prefix: PREFIXES[kind] },
      content.reference,
      corrected,
    );
    const row = { reference, kind, area, dueOn, statement };
    return record(context, Recommendation, { ...belongingTo(assessed), ...row }, corrected);
  },
  dependents: (context, { id }) =>
    recordsResting(
      context,
      [{ kind: 'RECOMMENDATION_ANSWER', table: 'recommendation_answer', where: 'recommendation_id = $1' }],
      [id],
    ),
};

@InputType()
export class RecommendationAnswerContent {
  @DayField({ description: 'The day from which it is open no longer.' })
  answeredOn!: PlainDate;

  @TextField(4000, { description: 'How it was met.' })
  answer!: string;
}

@InputType()
export class AnswerRecommendationInput extends RecommendationAnswerContent {
  @IdField()
  recommendationId!: string;
}

export const recommendationAnswerKind: FactKind<
  RecommendationAnswer,
  RecommendationAnswerContent,
  RaisedStanding
> = {
  name: 'RECOMMENDATION_ANSWER',
  entity: RecommendationAnswer,
  content: RecommendationAnswerContent,
  ownerOf: (context, { recommendationId }) => recommendationOf(context, recommendationId),
  write: (context, recommendation, { answeredOn, answer }, corrected) => {
    settles(context, recommendation, { id: 'recommendationId', day: 'answeredOn' }, answeredOn, corrected);
    const { id, memberState, pledgeId } = recommendation;
    const row = { memberState, pledgeId, recommendationId: id, answeredOn, answer };
    return record(context, RecommendationAnswer, row, corrected);
  },
};
