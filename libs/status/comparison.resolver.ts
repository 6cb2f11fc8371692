import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import {
  MemberStateDifferenceConnection,
  PledgeDifferenceConnection,
  type MemberStateDifference,
  type PledgeDifference,
} from './compared.type.js';
import { comparison, differingMemberStates, differingPledges } from './comparison.js';
import { Comparison, ComparisonArgs } from './comparison.types.js';
import { ChangesPage } from './history.types.js';

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Query(() => Comparison, { nullable: true })
  comparison(
    @Context('operation') context: OperationContext,
    @Args() args: ComparisonArgs,
  ): Promise<Comparison | null> {
    return comparison(context, args);
  }

  @ResolveField(() => PledgeDifferenceConnection, {
    description: 'Those that are not the same at both, by Member State and reference.',
  })
  pledges(
    @Context('operation') context: OperationContext,
    @Parent() compared: Comparison,
    @Args() page: ChangesPage,
  ): Promise<Connection<PledgeDifference>> {
    return differingPledges(context, compared, page);
  }

  @ResolveField(() => MemberStateDifferenceConnection, {
    nullable: true,
    description:
      'Those that are not the same at both, in the order of their English names; null for an evaluator.',
  })
  memberStates(
    @Parent() compared: Comparison,
    @Args() page: ChangesPage,
  ): Promise<Connection<MemberStateDifference> | null> {
    return differingMemberStates(compared, page);
  }
}
