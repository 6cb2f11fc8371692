import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#platform/graphql/connection.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { PledgeFilterInput, PledgeSortInput } from './pledge-filter.input.js';
import { PledgeListService } from './pledge-list.service.js';

const PledgeConnection = connectionOf('Pledge', () => Pledge);

@Resolver()
export class PledgeListResolver {
  constructor(private readonly list: PledgeListService) {}

  @Query(() => PledgeConnection, { nullable: true })
  pledges(
    @Context('operation') context: OperationContext,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true }) filter?: PledgeFilterInput,
    @Args('sort', { nullable: true }) sort?: PledgeSortInput,
  ) {
    return this.list.pledges(context, filter ?? {}, sort ?? {}, page);
  }
}
