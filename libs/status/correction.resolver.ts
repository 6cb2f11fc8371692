import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { resultOf } from '#platform/graphql/result.js';
import { CorrectInput } from './correction.input.js';
import { CorrectionService } from './correction.service.js';
import { Correction } from './correction.type.js';

const correct = resultOf('correct', () => Correction);

@Resolver()
export class CorrectionResolver {
  constructor(private readonly corrections: CorrectionService) {}

  @Mutation(() => correct)
  correct(@Context('operation') context: OperationContext, @Args('input') input: CorrectInput) {
    return this.corrections.correct(context, input);
  }
}
