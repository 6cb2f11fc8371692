import { applyDecorators } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey, Index, Unique } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact, VersionedRecord } from '#platform/record/recorded-fact.entity.js';
import { ChildOf, FactTable, KeptIndexes, Referable, VersionedTable } from '#platform/record/tables.js';

/** The plan that a fact is of is of the same pledge. */
const OfPlan = (table: string) =>
  applyDecorators(
    ForeignKey(
      'improvement_plan',
      ['improvementPlanId', 'pledgeId', 'memberState'],
      ['id', 'pledgeId', 'memberState'],
      { name: `${table}_improvement_plan_fkey` },
    ),
    Index(`${table}_improvement_plan_id_index`, ['improvementPlanId']),
  );

/** The plan that follows an evaluation: its identity. Its terms, actions and outcome are facts of it. */
@ObjectType({ isAbstract: true })
@VersionedTable('improvement_plan', { owner: 'PLEDGE' })
@ForeignKey('evaluation', ['evaluationId', 'pledgeId', 'memberState'], ['rowId', 'pledgeId', 'memberState'], {
  name: 'improvement_plan_evaluation_fkey',
})
@Unique('improvement_plan_evaluation_key', ['evaluationId'])
@Unique('improvement_plan_reference_key', ['id', 'pledgeId', 'memberState'])
export class ImprovementPlan extends VersionedRecord {
  @Field(() => ID)
  @Column('uuid')
  evaluationId!: Id;

  @Field(() => ID)
  @Column('uuid')
  pledgeId!: Id;
}

/** By when a plan is due. The first terms open it; those set last count. */
@ObjectType()
@FactTable('improvement_plan_terms', { owner: 'PLEDGE', checks: ['days'] })
@OfPlan('improvement_plan_terms')
export class ImprovementPlanTerms extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  improvementPlanId!: Id;

  @Field(() => PlainDateScalar, { description: 'The day from which these terms hold.' })
  @Column('date')
  setOn!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  dueOn!: PlainDate;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}

/** One thing to be done under a plan. */
@ObjectType()
@FactTable('plan_action', { owner: 'PLEDGE', checks: ['days', 'owner'] })
@Referable('plan_action')
@OfPlan('plan_action')
@KeptIndexes('plan_action', 'number')
export class PlanAction extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  improvementPlanId!: Id;

  @Field(() => String, { description: 'Its short name, unique within the pledge.' })
  @Column('text')
  reference!: string;

  @Field(() => PlainDateScalar)
  @Column('date')
  setOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'By when it was first asked for; extensions put it off.' })
  @Column('date')
  dueOn!: PlainDate;

  @Field(() => String, { description: 'Who has to do it.' })
  @Column('text')
  owner!: string;

  @Field(() => String)
  @Column('text')
  statement!: string;
}

/** A later day by which an action is due, and why. The one set last counts. */
@FactTable('plan_action_extension', { owner: 'PLEDGE', checks: ['days'] })
@ChildOf('plan_action_extension', 'planActionId', 'plan_action')
export class PlanActionExtension extends PledgeFact {
  @Column('uuid')
  planActionId!: Id;

  @Column('date')
  setOn!: PlainDate;

  @Column('date')
  dueOn!: PlainDate;

  @Column('text')
  reason!: string;
}

/** How far an action has come by a day. */
@ObjectType()
@FactTable('plan_action_progress', { owner: 'PLEDGE', checks: ['state'] })
@ChildOf('plan_action_progress', 'planActionId', 'plan_action')
export class PlanActionProgress extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  planActionId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  progressedOn!: PlainDate;

  @Field(() => String, { description: 'IN_PROGRESS, DONE or DROPPED.' })
  @Column('text')
  state!: string;

  @Field(() => String, { description: 'What was done; of an action that is dropped, why.' })
  @Column('text')
  note!: string;
}

/** How a plan ended. */
@ObjectType()
@FactTable('plan_outcome', { owner: 'PLEDGE', checks: ['outcome'] })
@OfPlan('plan_outcome')
@KeptIndexes('plan_outcome', 'once')
export class PlanOutcome extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  improvementPlanId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  closedOn!: PlainDate;

  @Field(() => String, { description: 'ACHIEVED or NOT_ACHIEVED.' })
  @Column('text')
  outcome!: string;

  @Field(() => String)
  @Column('text')
  evidence!: string;
}
