import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#platform/graphql/connection.js';
import { CodeField, DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import { MomentArgs } from '#platform/moment.js';
import type { PlainDate } from '#platform/plain-date.js';
import { VERDICTS } from '#reference/codes.js';
import { Evaluation } from './evaluation.entity.js';
import {
  ImprovementPlan,
  ImprovementPlanTerms,
  PlanAction,
  PlanActionProgress,
  PlanOutcome,
} from './improvement-plan.entity.js';

@ObjectType({ description: 'A due day that was put off: who did it, when, why, from which day to which.' })
export class Extension {
  @Field(() => ID)
  id!: Id;

  @Field(() => PlainDateScalar, { description: 'The day from which it holds.' })
  setOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'By when it was due before.' })
  previousDueOn!: PlainDate;

  @Field(() => PlainDateScalar)
  dueOn!: PlainDate;

  @Field(() => String, { nullable: true, description: 'Null where an old record gives none.' })
  reason!: string | null;

  @Field(() => String, { description: 'The role of whoever recorded it.' })
  recordedRole!: string;

  @Field(() => Date)
  recordedAt!: Date;
}

@ObjectType({ description: 'An action of a plan and how far it has come.' })
export class FollowedPlanAction extends PlanAction {
  @Field(() => String, { description: 'NOT_STARTED, IN_PROGRESS, DONE or DROPPED, on the day asked of.' })
  state!: string;

  @Field(() => PlainDateScalar, { description: 'By when it is due on the day asked of.' })
  currentDueOn!: PlainDate;

  @Field(() => Boolean, {
    description: 'Neither done nor dropped, its plan open, and past its current due day.',
  })
  overdue!: boolean;

  @Field(() => [PlanActionProgress], { description: 'The latest last.' })
  progress!: readonly PlanActionProgress[];

  @Field(() => [Extension], { description: 'The latest last.' })
  extensions!: readonly Extension[];
}

/** The states of a plan that can be asked for; `NONE` is an evaluation without one. */
export const PLAN_STATES = ['NONE', 'OPEN', 'CLOSED_ACHIEVED', 'CLOSED_NOT_ACHIEVED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

@ObjectType('ImprovementPlan', { description: 'An improvement plan, as of the day asked of.' })
export class ImprovementPlanInFull extends ImprovementPlan {
  @Field(() => String, { description: 'OPEN, CLOSED_ACHIEVED or CLOSED_NOT_ACHIEVED, on the day asked of.' })
  state!: PlanState;

  @Field(() => PlainDateScalar)
  openedOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'By the terms that hold on the day.' })
  dueOn!: PlainDate;

  @Field(() => Boolean, { description: 'Open, and past its due day.' })
  overdue!: boolean;

  @Field(() => [ImprovementPlanTerms], { description: 'The latest last.' })
  terms!: readonly ImprovementPlanTerms[];

  @Field(() => [Extension], {
    description: 'All terms but the first: how its due day was put off, the latest last.',
  })
  extensions!: readonly Extension[];

  @Field(() => [FollowedPlanAction])
  actions!: readonly FollowedPlanAction[];

  @Field(() => PlanOutcome, { nullable: true })
  outcome!: PlanOutcome | null;
}

@ObjectType({ description: 'An evaluation and the plan that followed it.' })
export class FollowedEvaluation extends Evaluation {
  @Field(() => String, { description: 'Whose unit it is: ISO alpha-3.' })
  override memberState!: string;

  @Field(() => String, { description: 'The short name of the pledge.' })
  pledgeReference!: string;

  @Field(() => ImprovementPlanInFull, { nullable: true })
  plan!: ImprovementPlanInFull | null;
}

export const EvaluationConnection = connectionOf('Evaluation', () => FollowedEvaluation);

@InputType('EvaluationFilterInput')
export class EvaluationFilter {
  @TextField(3, { optional: true, description: 'ISO alpha-3.' })
  memberState?: string | null;

  @IdField({ optional: true })
  pledgeId?: string | null;

  @TextField(40, { optional: true })
  mission?: string | null;

  @CodeField(VERDICTS, { optional: true })
  verdict?: string | null;

  @CodeField(PLAN_STATES, { optional: true, description: 'The state of its plan; NONE for those without.' })
  planState?: PlanState | null;

  @Field(() => Boolean, { nullable: true, description: 'Those whose plan is open and past its due day.' })
  planOverdue?: boolean | null;

  @DayField({ optional: true, description: 'Evaluated on or after this day.' })
  from?: PlainDate | null;

  @DayField({ optional: true, description: 'Evaluated on or before this day.' })
  until?: PlainDate | null;
}

@ArgsType()
export class EvaluationsArgs extends PageArgs {
  @PartField(EvaluationFilter, { optional: true })
  filter?: EvaluationFilter | null;
}

@ArgsType()
export class EvaluationArgs extends MomentArgs {
  @IdField()
  id!: string;
}
