import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** What a pledge is said to be from a day on; a later description takes its place from its own day. */
@ObjectType()
@FactTable('pledge_description', { owner: 'PLEDGE', checks: ['deployable_within_days'] })
export class PledgeDescription extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  describedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => Int)
  @Column('integer')
  deployableWithinDays!: number;

  @Field(() => [String], { description: 'ISO 639 codes.' })
  @Column('text', { array: true })
  languages!: readonly string[];

  @Field(() => String, { description: 'Point of contact: a post, never a person.' })
  @Column('text')
  contactPost!: string;

  @Field(() => ID, { nullable: true })
  @Column('text', { nullable: true })
  @ForeignKey('requirement_statement')
  requirementStatementId!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
