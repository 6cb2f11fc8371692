import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { askVisit, askVisits } from './visit-questions.js';
import { VisitArgs, VisitConnection, VisitInFull, VisitsArgs } from './visit.types.js';

@Resolver()
export class VisitQuestionsResolver {
  @Query(() => VisitInFull, { nullable: true, description: 'Null where there is none, or none to be seen.' })
  visit(@Context('operation') context: OperationContext, @Args() args: VisitArgs) {
    return askVisit(context, args);
  }

  @Query(() => VisitConnection, { nullable: true, description: 'The latest first.' })
  visits(@Context('operation') context: OperationContext, @Args() args: VisitsArgs) {
    return askVisits(context, args);
  }
}
