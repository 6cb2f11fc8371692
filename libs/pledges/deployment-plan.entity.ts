import { Field, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** When a unit is meant to deploy; a later plan takes the place of an earlier one. */
@ObjectType()
@FactTable('deployment_plan', { owner: 'PLEDGE' })
export class DeploymentPlan extends PledgeFact {
  @Field(() => PlainDateScalar, { description: 'The day on which it was planned so.' })
  @Column('date')
  plannedOn!: PlainDate;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'The planned day; null where the deployment is no longer planned.',
  })
  @Column('date', { nullable: true })
  deploymentOn!: PlainDate | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @ForeignKey('mission')
  mission!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
