import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** What a review of a new version came to: the pledge stands as it is, or has to be put on the new version. */
export const REVIEW_CONCLUSIONS = ['NO_CHANGE', 'CHANGE_NEEDED'] as const;
export type ReviewConclusion = (typeof REVIEW_CONCLUSIONS)[number];

/** A decision on what a new version of the statement of unit requirements means for a pledge that rests on an older one. */
@ObjectType()
@FactTable('requirement_review', { owner: 'PLEDGE', checks: ['conclusion'] })
export class RequirementReview extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  reviewedOn!: PlainDate;

  @Field(() => ID, { description: 'The version that was reviewed.' })
  @Column('text')
  @ForeignKey('requirement_statement')
  requirementStatementId!: string;

  @Field(() => String, { description: `One of ${REVIEW_CONCLUSIONS.join(', ')}.` })
  @Column('text')
  conclusion!: ReviewConclusion;

  @Field(() => String)
  @Column('text')
  reason!: string;
}
