import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '#platform/ids.js';
import { PartTable } from '#platform/record/tables.js';

/** One record on which a level decision rests. */
@ObjectType()
@PartTable('level_decision_evidence', 'level_decision')
@Index('level_decision_evidence_record_index', ['recordId'])
export class LevelDecisionEvidence {
  @PrimaryColumn('uuid')
  levelDecisionId!: Id;

  @Column('text')
  memberState!: string;

  @Column('uuid')
  pledgeId!: Id;

  @Field(() => String)
  @PrimaryColumn('text')
  recordKind!: string;

  @Field(() => ID)
  @PrimaryColumn('uuid')
  recordId!: Id;
}
