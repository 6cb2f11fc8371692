import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import { isId } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import {
  MemberStateChangeConnection,
  PledgeChangeConnection,
  type MemberStateChange,
  type PledgeChange,
} from './compared.type.js';
import {
  boardHistory,
  memberStateChanges,
  memberStateHistory,
  pledgeChanges,
  pledgeHistory,
} from './history.js';
import {
  BoardHistory,
  BoardHistoryArgs,
  ChangesPage,
  HistoryArgs,
  MemberStateHistory,
  PledgeHistory,
} from './history.types.js';

const CHANGES = { description: 'In the order of their days.' };

@Resolver(() => PledgeHistory)
export class PledgeHistoryResolver {
  @Query(() => PledgeHistory, {
    nullable: true,
    description: 'Null where it is missing, hidden, or had not taken its first step by the last day.',
  })
  pledgeHistory(
    @Context('operation') context: OperationContext,
    @Args('id', { type: () => ID }) id: string,
    @Args() args: HistoryArgs,
  ): Promise<PledgeHistory | null> | null {
    return isId(id) ? pledgeHistory(context, id, args) : null;
  }

  @ResolveField(() => PledgeChangeConnection, CHANGES)
  changes(
    @Context('operation') context: OperationContext,
    @Parent() history: PledgeHistory,
    @Args() page: ChangesPage,
  ): Connection<PledgeChange> {
    return pledgeChanges(context, history, page);
  }
}

@Resolver(() => MemberStateHistory)
export class MemberStateHistoryResolver {
  @Query(() => MemberStateHistory, { nullable: true })
  memberStateHistory(
    @Context('operation') context: OperationContext,
    @Args('iso3', { type: () => ID, description: 'ISO alpha-3.' }) iso3: string,
    @Args() args: HistoryArgs,
  ): Promise<MemberStateHistory | null> {
    return memberStateHistory(context, iso3, args);
  }

  @ResolveField(() => MemberStateChangeConnection, CHANGES)
  changes(
    @Context('operation') context: OperationContext,
    @Parent() history: MemberStateHistory,
    @Args() page: ChangesPage,
  ): Connection<MemberStateChange> {
    return memberStateChanges(context, history, page);
  }
}

@Resolver()
export class BoardHistoryResolver {
  @Query(() => BoardHistory, {
    nullable: true,
    description: 'How many Member States had each word, month by month.',
  })
  boardHistory(
    @Context('operation') context: OperationContext,
    @Args() args: BoardHistoryArgs,
  ): Promise<BoardHistory> {
    return boardHistory(context, args);
  }
}
