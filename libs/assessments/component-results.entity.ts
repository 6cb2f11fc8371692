import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, PrimaryColumn } from 'typeorm';
import type { Id } from '#platform/ids.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, KeptIndexes, OfVisit, PartTable, Referable } from '#platform/record/tables.js';
import type { ComponentResultWord } from '#reference/data/components.js';

/** How one component went, part of one version of the results. */
@ObjectType()
@PartTable('component_result', 'component_results', ['result', 'counts'])
export class ComponentResult {
  /** The version that it belongs to: `ComponentResults.rowId`. */
  @PrimaryColumn('uuid')
  componentResultsId!: Id;

  @Column('text')
  memberState!: string;

  @Column('uuid')
  pledgeId!: Id;

  @Field(() => String)
  @PrimaryColumn('text')
  component!: string;

  @Field(() => String, { description: 'PASS, FAIL or NOT_TESTED.' })
  @Column('text')
  result!: ComponentResultWord;

  @Field(() => Int, { nullable: true, description: 'How many persons or pieces were tested.' })
  @Column('integer', { nullable: true })
  tested!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of those passed.' })
  @Column('integer', { nullable: true })
  passed!: number | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}

/** What an assessment found of a unit component by component: every component of its kind, or nothing. */
@ObjectType()
@FactTable('component_results', { owner: 'PLEDGE' })
@Referable('component_results')
@OfVisit('component_results')
@KeptIndexes('component_results', 'once')
export class ComponentResults extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  visitId!: Id;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  /** Not a column: rows of their own, written and read together with it. */
  @Field(() => [ComponentResult], { description: 'In the order of the components of the kind of visit.' })
  components!: readonly Omit<ComponentResult, 'componentResultsId' | 'memberState' | 'pledgeId'>[];
}
