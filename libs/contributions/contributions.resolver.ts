import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ContributionCourseArgs, ContributionsArgs } from './contributions.input.js';
import { ContributionsService } from './contributions.service.js';
import { Contributions, ContributionTrend, WomensShare } from './contributions.types.js';

@Resolver()
export class ContributionsResolver {
  constructor(private readonly service: ContributionsService) {}

  @Query(() => Contributions, { nullable: true })
  contributions(@Context('operation') context: OperationContext, @Args() args: ContributionsArgs) {
    return this.service.contributions(context, args);
  }

  @Query(() => ContributionTrend, { nullable: true })
  contributionTrend(@Context('operation') context: OperationContext, @Args() args: ContributionCourseArgs) {
    return this.service.trend(context, args);
  }

  @Query(() => WomensShare, { nullable: true })
  womensShare(@Context('operation') context: OperationContext, @Args() args: ContributionCourseArgs) {
    return this.service.womensShare(context, args);
  }
}
