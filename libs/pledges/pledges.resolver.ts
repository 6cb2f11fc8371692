import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { Pledge } from './pledge.entity.js';
import { DraftPledgeInput, LifecycleStepInput, MovePledgeInput, RejectPledgeInput } from './pledges.input.js';
import { PledgesService } from './pledges.service.js';

/** The life of a pledge. */
@Resolver()
export class PledgesResolver {
  constructor(private readonly pledges: PledgesService) {}

  @Change(() => Pledge)
  draftPledge(@Context('operation') context: OperationContext, @Args('input') input: DraftPledgeInput) {
    return this.pledges.draft(context, input);
  }

  @Change(() => Pledge)
  submitPledge(@Context('operation') context: OperationContext, @Args('input') input: LifecycleStepInput) {
    return this.pledges.submit(context, input);
  }

  @Change(() => Pledge)
  acceptPledge(@Context('operation') context: OperationContext, @Args('input') input: LifecycleStepInput) {
    return this.pledges.accept(context, input);
  }

  @Change(() => Pledge)
  rejectPledge(@Context('operation') context: OperationContext, @Args('input') input: RejectPledgeInput) {
    return this.pledges.reject(context, input);
  }

  @Change(() => Pledge)
  withdrawPledge(@Context('operation') context: OperationContext, @Args('input') input: LifecycleStepInput) {
    return this.pledges.withdraw(context, input);
  }

  @Change(() => Pledge)
  movePledge(@Context('operation') context: OperationContext, @Args('input') input: MovePledgeInput) {
    return this.pledges.move(context, input);
  }
}
