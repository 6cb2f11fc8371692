import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { FollowUpConnection, FollowUpsArgs, FollowUpsPage, type FollowUp } from './follow-up.types.js';
import { askFollowUps, followUpsOf } from './follow-ups.js';
import { MemberStateStatus } from './member-state.type.js';
import type { AnsweredPledge } from './pledge.loader.js';

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

@Resolver(() => MemberStateStatus)
export class MemberStateFollowUpsResolver {
  @ResolveField(() => FollowUpConnection, {
    description: 'What is open of its pledges and has to be acted upon, what is due first at the top.',
  })
  followUps(
    @Context('operation') context: OperationContext,
    @Parent() { memberState, basis, pledges }: MemberStateStatus,
    @Args() page: FollowUpsPage,
  ): Promise<Connection<FollowUp>> {
    const asked = {
      filter: { memberState: memberState.iso3 },
      moment: basis,
      pledges: pledges.flatMap(({ atMoment }: AnsweredPledge) => atMoment ?? []),
    };
    return followUpsOf(context, asked, page);
  }
}
