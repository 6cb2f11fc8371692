import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, Referable } from '#platform/record/tables.js';

/** The level that a person decided a pledge is registered at. */
@ObjectType()
@FactTable('level_decision', { owner: 'PLEDGE', checks: ['level', 'computed_level', 'reason'] })
@Referable('level_decision')
export class LevelDecision extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  decidedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  level!: string;

  @Field(() => String, { description: 'How far the evidence carried on that day.' })
  @Column('text')
  computedLevel!: string;

  @Field(() => Int)
  @Column('integer')
  @ForeignKey('parameter_set')
  parameterSet!: number;

  @Field(() => String, { nullable: true, description: 'Why it stands above what the evidence carries.' })
  @Column('text', { nullable: true })
  reason!: string | null;
}
