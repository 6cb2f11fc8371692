import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { appendTo } from '#pledges/pledge-kind.js';
import { Evaluation } from './evaluation.entity.js';
import { evaluationKind, RecordEvaluationInput } from './evaluation.kind.js';
import { PlanAction, PlanActionProgress } from './improvement-plan.entity.js';
import { ImprovementPlanInFull } from './performance.types.js';
import { PerformanceService } from './performance.service.js';
import { ExtendPlanActionInput } from './plan-action-extension.kind.js';
import { ProgressPlanActionInput } from './plan-action-progress.kind.js';
import { AddPlanActionInput } from './plan-action.kind.js';
import { ClosePlanInput } from './plan-outcome.kind.js';
import { ExtendPlanInput } from './plan-terms.kind.js';
import { OpenPlanInput } from './plans.input.js';

@Resolver()
export class PerformanceResolver {
  constructor(private readonly performance: PerformanceService) {}

  @Change(() => Evaluation)
  recordEvaluation(
    @Context('operation') context: OperationContext,
    @Args('input') input: RecordEvaluationInput,
  ) {
    return appendTo(context, evaluationKind, input);
  }

  @Change(() => ImprovementPlanInFull)
  openPlan(@Context('operation') context: OperationContext, @Args('input') input: OpenPlanInput) {
    return this.performance.openPlan(context, input);
  }

  @Change(() => ImprovementPlanInFull)
  extendPlan(@Context('operation') context: OperationContext, @Args('input') input: ExtendPlanInput) {
    return this.performance.extend(context, input);
  }

  @Change(() => PlanAction)
  addPlanAction(@Context('operation') context: OperationContext, @Args('input') input: AddPlanActionInput) {
    return this.performance.addAction(context, input);
  }

  @Change(() => ImprovementPlanInFull)
  extendPlanAction(
    @Context('operation') context: OperationContext,
    @Args('input') input: ExtendPlanActionInput,
  ) {
    return this.performance.extendAction(context, input);
  }

  @Change(() => PlanActionProgress)
  progressPlanAction(
    @Context('operation') context: OperationContext,
    @Args('input') input: ProgressPlanActionInput,
  ) {
    return this.performance.progress(context, input);
  }

  @Change(() => ImprovementPlanInFull)
  closePlan(@Context('operation') context: OperationContext, @Args('input') input: ClosePlanInput) {
    return this.performance.close(context, input);
  }
}
