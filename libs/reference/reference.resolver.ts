import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ReferenceService } from './reference.service.js';
import {
  Language,
  MemberState,
  Mission,
  ParameterSet,
  RequirementStatement,
  Text,
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

  @Query(() => [Text], {
    nullable: true,
    description: 'Every name and sentence in the language asked for, and whether a person has reviewed it.',
  })
  texts(
    @Context('operation') context: OperationContext,
    @Args('startingWith', {
      type: () => String,
      nullable: true,
      description: 'A family of names such as `unitType.`; all texts where left out.',
    })
    startingWith?: string | null,
  ) {
    return this.reference.texts(context, startingWith);
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
