import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { MomentArgs } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { BoardService } from './board.service.js';
import { Board } from './board.type.js';
import { MemberStateStatus } from './member-state.type.js';
import { BoardFilterInput } from './pledge-filter.input.js';

@Resolver()
export class BoardResolver {
  constructor(private readonly service: BoardService) {}

  @Query(() => MemberStateStatus, { nullable: true })
  memberState(
    @Context('operation') context: OperationContext,
    @Args('iso3', { type: () => ID, description: 'ISO alpha-3.' }) iso3: string,
    @Args() moment: MomentArgs,
  ) {
    return this.service.memberState(context, iso3, moment);
  }

  @Query(() => Board, { nullable: true })
  board(
    @Context('operation') context: OperationContext,
    @Args() moment: MomentArgs,
    @Args('filter', { nullable: true }) filter?: BoardFilterInput,
  ) {
    return this.service.board(context, filter ?? {}, moment);
  }
}
