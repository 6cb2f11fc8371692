import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#platform/graphql/connection.js';
import { CodeField, DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
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

@ObjectType({ description: 'An action of a plan and how far it has come.' })
export class FollowedPlanAction extends PlanAction {
  @Field(() => String, { description: 'NOT_STARTED, IN_PROGRESS or DONE, on the day asked of.' })
  state!: string;

  @Field(() => Boolean, { description: 'Not done, its plan open, and past its due day.' })
  overdue!: boolean;

  @Field(() => [PlanActionProgress])
  progress!: readonly PlanActionProgress[];
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
