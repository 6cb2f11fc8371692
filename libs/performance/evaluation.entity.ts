import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, PartTable, Referable } from '#platform/record/tables.js';

/** The score of one area, part of one version of an evaluation. */
@ObjectType()
@PartTable('evaluation_area', 'evaluation')
export class EvaluationArea {
  /** The version that it belongs to: `Evaluation.rowId`. */
  @PrimaryColumn('uuid')
  evaluationId!: Id;

  @Field(() => String)
  @PrimaryColumn('text')
  area!: string;

  @Field(() => Int)
  @Column('integer')
  score!: number;

  @Column('text')
  memberState!: string;

  @Column('uuid')
  pledgeId!: Id;
}

/** What a mission's evaluators found of a unit over a period. */
@ObjectType()
@FactTable('evaluation', { owner: 'PLEDGE', checks: ['days', 'verdict'] })
@Referable('evaluation')
export class Evaluation extends PledgeFact {
  @Field(() => String)
  @Column('text')
  @ForeignKey('mission')
  mission!: string;

  @Field(() => PlainDateScalar)
  @Column('date')
  periodFrom!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  periodUntil!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'The day from which it counts.' })
  @Column('date')
  evaluatedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  scale!: string;

  @Field(() => Int, { nullable: true })
  @Column('integer', { nullable: true })
  rawScore!: number | null;

  @Field(() => String, { description: "The evaluators' own; no score decides it." })
  @Column('text')
  verdict!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  summary!: string | null;

  /** Not a column: rows of their own, written and read together with it. */
  @Field(() => [EvaluationArea])
  areas!: readonly Pick<EvaluationArea, 'area' | 'score'>[];
}
