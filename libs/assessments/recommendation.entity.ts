import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { ChildOf, FactTable, KeptIndexes, OfVisit, Referable } from '#platform/record/tables.js';

/** A recommendation of a visit, or a condition under which its outcome holds; open until it is answered. */
@ObjectType()
@FactTable('recommendation', { owner: 'PLEDGE', checks: ['kind'] })
@Referable('recommendation')
@OfVisit('recommendation')
@KeptIndexes('recommendation', 'number')
export class Recommendation extends PledgeFact {
  @Field(() => String, { description: 'Its short name, unique within the pledge.' })
  @Column('text')
  reference!: string;

  @Field(() => ID)
  @Column('uuid')
  visitId!: Id;

  @Field(() => String, { description: 'RECOMMENDATION or CONDITION.' })
  @Column('text')
  kind!: string;

  @Field(() => String)
  @Column('text')
  area!: string;

  @Field(() => PlainDateScalar, { nullable: true })
  @Column('date', { nullable: true })
  dueOn!: PlainDate | null;

  @Field(() => String)
  @Column('text')
  statement!: string;
}

/** How a recommendation or a condition was met; it is open no longer. */
@ObjectType()
@FactTable('recommendation_answer', { owner: 'PLEDGE' })
@ChildOf('recommendation_answer', 'recommendationId', 'recommendation')
@KeptIndexes('recommendation_answer', 'once')
export class RecommendationAnswer extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  recommendationId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  answeredOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  answer!: string;
}
