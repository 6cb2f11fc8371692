import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Ladder, PledgeStatus, Reason } from './pledge-status.type.js';
import { ladderOf, reasonsOf } from './present-status.js';

@Resolver(() => PledgeStatus)
export class StatusFieldsResolver {
  @ResolveField(() => [Reason], {
    description: 'Why: all of them, the worst first, each with the records it rests on.',
  })
  reasons(@Context('operation') { locale }: OperationContext, @Parent() { pledge }: PledgeStatus): Reason[] {
    return reasonsOf(pledge, locale);
  }

  @ResolveField(() => Ladder)
  ladder(@Context('operation') { locale }: OperationContext, @Parent() { pledge }: PledgeStatus): Ladder {
    return ladderOf(pledge, locale);
  }
}
