import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { FollowUpConnection, FollowUpsArgs } from './follow-up.types.js';
import { askFollowUps } from './follow-ups.js';

@Resolver()
export class FollowUpsResolver {
  @Query(() => FollowUpConnection, {
    nullable: true,
    description: 'What is open and has to be acted upon, what is due first at the top.',
  })
  followUps(@Context('operation') context: OperationContext, @Args() args: FollowUpsArgs) {
    return askFollowUps(context, args);
  }
}
