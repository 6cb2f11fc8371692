import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, OfVisit, Referable } from '#platform/record/tables.js';

/** What a unit counts on a day: persons, equipment, self-sustainment. A dimension that is null was not reported. */
@ObjectType()
@FactTable('measurement', { owner: 'PLEDGE', checks: ['basis', 'pairs', 'totals', 'women', 'counts'] })
@Referable('measurement')
@OfVisit('measurement')
export class Measurement extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  measuredOn!: PlainDate;

  @Field(() => String, { description: 'BY_LINE, or TOTALS_ONLY where lines are not known.' })
  @Column('text')
  basis!: string;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  personnelRequired!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  personnelAvailable!: number | null;

  @Field(() => Int, { nullable: true, description: 'Women among the personnel available.' })
  @Column('integer', { nullable: true })
  personnelWomen!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  equipmentOnHandRequired!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  equipmentOnHandAvailable!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  serviceabilityRequired!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  serviceabilityAvailable!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  selfSustainmentRequired!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  selfSustainmentAvailable!: number | null;

  @Field(() => ID, { nullable: true, description: 'The visit that measured it.' })
  @Column('uuid', { nullable: true })
  visitId!: Id | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
