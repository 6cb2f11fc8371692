import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { whatIf } from './what-if.js';
import { WhatIf, WhatIfArgs } from './what-if.type.js';

@Resolver()
export class WhatIfResolver {
  @Query(() => WhatIf, {
    nullable: true,
    description:
      'The status that a pledge and its Member State would have if something were so. Null where the pledge is missing, hidden, or had not taken its first step by the day.',
  })
  whatIf(@Context('operation') context: OperationContext, @Args() args: WhatIfArgs) {
    return whatIf(context, args);
  }
}
