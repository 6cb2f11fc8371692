import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { Assignment } from './assignment.entity.js';
import { AssignUnitInput, AssignVisitInput } from './assignment.kind.js';
import { CancelVisitInput } from './visit-cancellation.kind.js';
import { RecordOutcomeInput, visitOutcomeKind } from './visit-outcome.kind.js';
import { appendToVisit } from './visit-standing.js';
import { VisitOutcome } from './visit.entity.js';
import { VisitInFull } from './visit.types.js';
import { HoldVisitInput, PlanVisitInput, ReplanVisitInput } from './visits.input.js';
import { VisitsService } from './visits.service.js';

@Resolver()
export class VisitsResolver {
  constructor(private readonly visits: VisitsService) {}

  @Change(() => VisitInFull)
  planVisit(@Context('operation') context: OperationContext, @Args('input') input: PlanVisitInput) {
    return this.visits.plan(context, input);
  }

  @Change(() => VisitInFull)
  replanVisit(@Context('operation') context: OperationContext, @Args('input') input: ReplanVisitInput) {
    return this.visits.replan(context, input);
  }

  @Change(() => Assignment)
  assignVisit(@Context('operation') context: OperationContext, @Args('input') input: AssignVisitInput) {
    return this.visits.assignVisit(context, input);
  }

  @Change(() => Assignment)
  assignUnit(@Context('operation') context: OperationContext, @Args('input') input: AssignUnitInput) {
    return this.visits.assignUnit(context, input);
  }

  @Change(() => VisitInFull)
  holdVisit(@Context('operation') context: OperationContext, @Args('input') input: HoldVisitInput) {
    return this.visits.hold(context, input);
  }

  @Change(() => VisitInFull)
  cancelVisit(@Context('operation') context: OperationContext, @Args('input') input: CancelVisitInput) {
    return this.visits.cancel(context, input);
  }

  @Change(() => VisitOutcome)
  recordOutcome(@Context('operation') context: OperationContext, @Args('input') input: RecordOutcomeInput) {
    return appendToVisit(context, visitOutcomeKind, input);
  }
}
