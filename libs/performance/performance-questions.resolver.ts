import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { askEvaluation, askEvaluations } from './performance-questions.js';
import {
  EvaluationArgs,
  EvaluationConnection,
  EvaluationsArgs,
  FollowedEvaluation,
} from './performance.types.js';

@Resolver()
export class PerformanceQuestionsResolver {
  @Query(() => FollowedEvaluation, {
    nullable: true,
    description: 'Null where there is none, or none to be seen.',
  })
  evaluation(@Context('operation') context: OperationContext, @Args() args: EvaluationArgs) {
    return askEvaluation(context, args);
  }

  @Query(() => EvaluationConnection, { nullable: true, description: 'The latest first.' })
  evaluations(@Context('operation') context: OperationContext, @Args() args: EvaluationsArgs) {
    return askEvaluations(context, args);
  }
}
