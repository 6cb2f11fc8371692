import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { notBefore } from '#platform/record/rules.js';
import { pledgeKind } from './pledge-kind.js';
import { RequirementReview, REVIEW_CONCLUSIONS, type ReviewConclusion } from './requirement-review.entity.js';
import { statementInEffect } from './rules.js';

@InputType()
export class RequirementReviewContent {
  @DayField()
  reviewedOn!: PlainDate;

  @TextField(60, {
    description:
      'The version of the statement of unit requirements that was reviewed; the decision covers those before it.',
  })
  requirementStatementId!: string;

  @CodeField(REVIEW_CONCLUSIONS, {
    description:
      'NO_CHANGE: what rests on an older version may stay on it. CHANGE_NEEDED: it has to be put on this one, and is shown until it is.',
  })
  conclusion!: ReviewConclusion;

  @TextField(2000)
  reason!: string;
}

@InputType()
export class ReviewRequirementInput extends RequirementReviewContent {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;
}

export const requirementReviewKind = pledgeKind({
  name: 'REQUIREMENT_REVIEW',
  entity: RequirementReview,
  content: RequirementReviewContent,
  day: 'reviewedOn',
  check: (_context, { unitType, steps }, { requirementStatementId, reviewedOn }) => {
    notBefore('BEFORE_OPENING', 'reviewedOn', reviewedOn, steps[0]?.occurredOn ?? null);
    statementInEffect('requirementStatementId', requirementStatementId, unitType, reviewedOn);
  },
  row: ({ reviewedOn, requirementStatementId, conclusion, reason }) => ({
    reviewedOn,
    requirementStatementId,
    conclusion,
    reason,
  }),
});
