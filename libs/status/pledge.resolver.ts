import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { isId } from '#platform/ids.js';
import { MomentArgs, momentOf } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { answeredPledge, loadPledge } from './pledge.loader.js';

@Resolver()
export class PledgeResolver {
  @Query(() => Pledge, {
    nullable: true,
    description: 'One pledge; null where it is missing, hidden, or had not taken its first step by the day.',
  })
  async pledge(
    @Context('operation') context: OperationContext,
    @Args('id', { type: () => ID }) id: string,
    @Args() args: MomentArgs,
  ): Promise<Pledge | null> {
    const moment = momentOf(context, args);
    const atMoment = isId(id) ? await loadPledge(context, id, moment) : undefined;
    return atMoment === undefined ? null : answeredPledge(atMoment);
  }
}
