import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ReferenceService } from './reference.service.js';
import {
  Language,
  MemberState,
  Mission,
  ParameterSet,
  RequirementStatement,
  UnitType,
} from './reference.types.js';

@Resolver()
export class ReferenceResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [MemberState], { nullable: true })
  memberStates(@Context('operation') context: OperationContext) {
    return this.reference.memberStates(context);
  }

  @Query(() => [UnitType], { nullable: true })
  unitTypes(@Context('operation') context: OperationContext) {
    return this.reference.unitTypes(context);
  }

  @Query(() => [Mission], { nullable: true })
  missions(@Context('operation') context: OperationContext) {
    return this.reference.missions(context);
  }

  @Query(() => [Language], { nullable: true })
  languages(@Context('operation') context: OperationContext) {
    return this.reference.languages(context);
  }

  @Query(() => [RequirementStatement], { nullable: true })
  requirementStatements(
    @Context('operation') context: OperationContext,
    @Args('unitType', { type: () => String, nullable: true }) unitType?: string | null,
  ) {
    return this.reference.requirementStatements(context, unitType);
  }

  @Query(() => [ParameterSet], { nullable: true })
  parameterSets(@Context('operation') context: OperationContext) {
    return this.reference.parameterSets(context);
  }
}
