import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { CorrectInput } from './correction.input.js';
import { CorrectionService } from './correction.service.js';
import { Correction } from './correction.type.js';

@Resolver()
export class CorrectionResolver {
  constructor(private readonly corrections: CorrectionService) {}

  @Change(() => Correction)
  correct(@Context('operation') context: OperationContext, @Args('input') input: CorrectInput) {
    return this.corrections.correct(context, input);
  }

  @Change(() => Correction, 'What `correct` would do with the same input; nothing is changed.')
  previewCorrection(@Context('operation') context: OperationContext, @Args('input') input: CorrectInput) {
    return this.corrections.preview(context, input);
  }
}
