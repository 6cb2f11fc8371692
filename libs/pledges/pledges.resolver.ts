import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { resultOf } from '#platform/graphql/result.js';
import { AddDocumentInput, documentKind } from './document.kind.js';
import { Document } from './document.entity.js';
import { appendTo } from './pledge-kind.js';
import { Pledge } from './pledge.entity.js';
import { DraftPledgeInput, LifecycleStepInput } from './pledges.input.js';
import { PledgesService } from './pledges.service.js';

const draftPledge = resultOf('draftPledge', () => Pledge);
const submitPledge = resultOf('submitPledge', () => Pledge);
const addDocument = resultOf('addDocument', () => Document);

@Resolver()
export class PledgesResolver {
  constructor(private readonly pledges: PledgesService) {}

  @Mutation(() => draftPledge)
  draftPledge(@Context('operation') context: OperationContext, @Args('input') input: DraftPledgeInput) {
    return this.pledges.draft(context, input);
  }

  @Mutation(() => submitPledge)
  submitPledge(@Context('operation') context: OperationContext, @Args('input') input: LifecycleStepInput) {
    return this.pledges.step(context, 'SUBMITTED', input);
  }

  @Mutation(() => addDocument)
  addDocument(@Context('operation') context: OperationContext, @Args('input') input: AddDocumentInput) {
    return appendTo(context, documentKind, input);
  }
}
