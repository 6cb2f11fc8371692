import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, PartTable, Referable } from '#platform/record/tables.js';

/** What a line and a category of an alignment say alike. */
@ObjectType({ isAbstract: true })
abstract class AlignmentPart {
  @PrimaryColumn('uuid')
  requirementAlignmentId!: Id;

  @Column('text')
  memberState!: string;

  @Column('uuid')
  pledgeId!: Id;

  @Field(() => Int)
  @Column('integer')
  offered!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What was agreed where it is less or other than asked.',
  })
  @Column('text', { nullable: true })
  variation!: string | null;
}

/** What is offered against one line of major equipment. */
@ObjectType()
@PartTable('requirement_alignment_line', 'requirement_alignment', ['offered'])
export class RequirementAlignmentLine extends AlignmentPart {
  @Field(() => String)
  @PrimaryColumn('text')
  item!: string;
}

/** What is offered of one category of self-sustainment, in persons. */
@ObjectType()
@PartTable('requirement_alignment_category', 'requirement_alignment', ['offered'])
export class RequirementAlignmentCategory extends AlignmentPart {
  @Field(() => String)
  @PrimaryColumn('text')
  category!: string;
}

/** What a unit offers against one version of a statement of unit requirements, line by line. */
@ObjectType()
@FactTable('requirement_alignment', { owner: 'PLEDGE', checks: ['strength'] })
@Referable('requirement_alignment')
export class RequirementAlignment extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  alignedOn!: PlainDate;

  @Field(() => ID)
  @Column('text')
  @ForeignKey('requirement_statement')
  requirementStatementId!: string;

  @Field(() => Int, { description: 'Persons offered.' })
  @Column('integer')
  strength!: number;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  strengthVariation!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
