import { Field, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** One dated step of a pledge's lifecycle: the state that it reached. */
@ObjectType()
@FactTable('lifecycle_step', { owner: 'PLEDGE', checks: ['state'] })
export class LifecycleStep extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  occurredOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  state!: string;

  @Field(() => String, { nullable: true, description: 'The mission it was selected for or deployed to.' })
  @Column('text', { nullable: true })
  @ForeignKey('mission')
  mission!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
