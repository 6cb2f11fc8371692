import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { resultOf } from '#platform/graphql/result.js';
import { LevelDecision } from '#pledges/level-decision.entity.js';
import { DecideLevelInput } from './level-decision.kind.js';
import { LevelDecisionService } from './level-decision.service.js';

const decideLevel = resultOf('decideLevel', () => LevelDecision);

@Resolver()
export class LevelDecisionResolver {
  constructor(private readonly decisions: LevelDecisionService) {}

  @Mutation(() => decideLevel)
  decideLevel(@Context('operation') context: OperationContext, @Args('input') input: DecideLevelInput) {
    return this.decisions.decide(context, input);
  }
}
