import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { RecordedFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, KeptIndexes, OfSameState } from '#platform/record/tables.js';

/** That an evaluator is given a visit or a unit: what they see and may record is what stands assigned to them. */
@ObjectType()
@FactTable('assignment', { owner: 'MEMBER_STATE', checks: ['to'] })
@OfSameState('assignment', 'visit')
@OfSameState('assignment', 'pledge')
@KeptIndexes('assignment', 'subject', 'once')
export class Assignment extends RecordedFact {
  @Field(() => String, { description: 'The evaluator, as their token names them.' })
  @Column('text')
  subject!: string;

  @Field(() => PlainDateScalar)
  @Column('date')
  assignedOn!: PlainDate;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  visitId!: Id | null;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  pledgeId!: Id | null;
}
