import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { resultOf } from '#platform/graphql/result.js';
import { Assignment } from './assignment.entity.js';
import { AssignUnitInput, AssignVisitInput } from './assignment.kind.js';
import { RecordOutcomeInput, visitOutcomeKind } from './visit-outcome.kind.js';
import { appendToVisit } from './visit-standing.js';
import { Visit, VisitOutcome } from './visit.entity.js';
import { HoldVisitInput, PlanVisitInput, ReplanVisitInput } from './visits.input.js';
import { VisitsService } from './visits.service.js';

const planVisit = resultOf('planVisit', () => Visit);
const replanVisit = resultOf('replanVisit', () => Visit);
const holdVisit = resultOf('holdVisit', () => Visit);
const assignVisit = resultOf('assignVisit', () => Assignment);
const assignUnit = resultOf('assignUnit', () => Assignment);
const recordOutcome = resultOf('recordOutcome', () => VisitOutcome);

@Resolver()
export class VisitsResolver {
  constructor(private readonly visits: VisitsService) {}

  @Mutation(() => planVisit)
  planVisit(@Context('operation') context: OperationContext, @Args('input') input: PlanVisitInput) {
    return this.visits.plan(context, input);
  }

  @Mutation(() => replanVisit)
  replanVisit(@Context('operation') context: OperationContext, @Args('input') input: ReplanVisitInput) {
    return this.visits.replan(context, input);
  }

  @Mutation(() => assignVisit)
  assignVisit(@Context('operation') context: OperationContext, @Args('input') input: AssignVisitInput) {
    return this.visits.assignVisit(context, input);
  }

  @Mutation(() => assignUnit)
  assignUnit(@Context('operation') context: OperationContext, @Args('input') input: AssignUnitInput) {
    return this.visits.assignUnit(context, input);
  }

  @Mutation(() => holdVisit)
  holdVisit(@Context('operation') context: OperationContext, @Args('input') input: HoldVisitInput) {
    return this.visits.hold(context, input);
  }

  @Mutation(() => recordOutcome)
  recordOutcome(@Context('operation') context: OperationContext, @Args('input') input: RecordOutcomeInput) {
    return appendToVisit(context, visitOutcomeKind, input);
  }
}
