import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import {
  MemberStateChangeConnection,
  PledgeChangeConnection,
  type MemberStateChange,
  type PledgeChange,
} from './compared.type.js';
import { forecast, memberStatesAhead, pledgesAhead } from './forecast.js';
import { Forecast, ForecastArgs } from './forecast.types.js';
import { ChangesPage } from './history.types.js';

@Resolver(() => Forecast)
export class ForecastResolver {
  @Query(() => Forecast, { nullable: true })
  forecast(
    @Context('operation') context: OperationContext,
    @Args() args: ForecastArgs,
  ): Promise<Forecast | null> {
    return forecast(context, args);
  }

  @ResolveField(() => PledgeChangeConnection, {
    description: 'In the order of the days, then of the Member States and of the references.',
  })
  pledges(
    @Context('operation') context: OperationContext,
    @Parent() ahead: Forecast,
    @Args() page: ChangesPage,
  ): Promise<Connection<PledgeChange>> {
    return pledgesAhead(context, ahead, page);
  }

  @ResolveField(() => MemberStateChangeConnection, {
    nullable: true,
    description:
      'In the order of the days, then of the Member States; null for an evaluator, and where one pledge alone is asked for.',
  })
  memberStates(
    @Context('operation') context: OperationContext,
    @Parent() ahead: Forecast,
    @Args() page: ChangesPage,
  ): Promise<Connection<MemberStateChange> | null> {
    return memberStatesAhead(context, ahead, page);
  }
}
