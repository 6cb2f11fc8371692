import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Index } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { RecordedFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, KeptIndexes, OfSameState } from '#platform/record/tables.js';

/** A decision that bars a unit from deployment, or all units of its Member State. */
@ObjectType()
@FactTable('bar', { owner: 'MEMBER_STATE', checks: ['days'] })
@OfSameState('bar', 'pledge')
@Index('bar_pledge_index', ['pledgeId'])
@KeptIndexes('bar', 'number')
export class Bar extends RecordedFact {
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that is barred; null for the whole Member State.',
  })
  @Column('uuid', { nullable: true })
  pledgeId!: Id | null;

  @Field(() => String, {
    description: 'The reference of the decision, unique within the unit or the Member State.',
  })
  @Column('text')
  decision!: string;

  @Field(() => PlainDateScalar)
  @Column('date')
  decidedOn!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  fromOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Its last day; null until further notice.' })
  @Column('date', { nullable: true })
  untilOn!: PlainDate | null;

  @Field(() => String)
  @Column('text')
  reason!: string;
}
