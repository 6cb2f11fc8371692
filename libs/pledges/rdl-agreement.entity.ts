import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** An agreement that holds a unit at the rapid deployment level. */
@ObjectType()
@FactTable('rdl_agreement', { owner: 'PLEDGE', checks: ['days', 'commitment_days'] })
export class RdlAgreement extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  signedOn!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  fromOn!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  untilOn!: PlainDate;

  @Field(() => Int, { description: 'Days from the request of the United Nations to deployment.' })
  @Column('integer')
  commitmentDays!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The version of the statement of unit requirements agreed on.',
  })
  @Column('text', { nullable: true })
  @ForeignKey('requirement_statement')
  requirementStatementId!: string | null;
}
