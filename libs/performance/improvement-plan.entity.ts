import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';

/** The plan that follows an evaluation: its identity. Its terms, actions and outcome are facts of it. */
@ObjectType()
@Entity('improvement_plan')
export class ImprovementPlan {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: Id;

  @Field(() => ID)
  @Column('uuid')
  evaluationId!: Id;

  @Field(() => ID)
  @Column('uuid')
  pledgeId!: Id;

  @Field(() => String, { description: 'ISO alpha-3.' })
  @Column('text')
  memberState!: string;

  @Field(() => Int, { description: 'Raised when it is extended or closed.' })
  @Column('integer', { default: 1 })
  version!: number;

  @Field(() => Date)
  @Column('timestamp with time zone')
  recordedAt!: Date;

  @Column('text')
  recordedBy!: string;

  @Column('text')
  recordedRole!: string;

  @Column('text', { default: 'OPERATION' })
  recordedThrough!: string;
}

/** By when a plan is due. The first terms open it; those set last count. */
@ObjectType()
@Entity('improvement_plan_terms')
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
@Entity('plan_action')
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

  @Field(() => PlainDateScalar)
  @Column('date')
  dueOn!: PlainDate;

  @Field(() => String, { description: 'Who has to do it.' })
  @Column('text')
  owner!: string;

  @Field(() => String)
  @Column('text')
  statement!: string;
}

/** How far an action has come by a day. */
@ObjectType()
@Entity('plan_action_progress')
export class PlanActionProgress extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  planActionId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  progressedOn!: PlainDate;

  @Field(() => String, { description: 'IN_PROGRESS or DONE.' })
  @Column('text')
  state!: string;

  @Field(() => String)
  @Column('text')
  note!: string;
}

/** How a plan ended. */
@ObjectType()
@Entity('plan_outcome')
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
