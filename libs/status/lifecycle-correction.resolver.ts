import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { CorrectLifecycleInput } from '#pledges/lifecycle-correction.input.js';
import { LifecycleCorrectionService } from './lifecycle-correction.service.js';
import { LifecycleCorrection } from './lifecycle-correction.type.js';

@Resolver()
export class LifecycleCorrectionResolver {
  constructor(private readonly corrections: LifecycleCorrectionService) {}

  @Change(() => LifecycleCorrection)
  correctLifecycle(
    @Context('operation') context: OperationContext,
    @Args('input') input: CorrectLifecycleInput,
  ) {
    return this.corrections.correct(context, input);
  }

  @Change(
    () => LifecycleCorrection,
    'What `correctLifecycle` would do with the same input; nothing is changed.',
  )
  previewLifecycleCorrection(
    @Context('operation') context: OperationContext,
    @Args('input') input: CorrectLifecycleInput,
  ) {
    return this.corrections.preview(context, input);
  }
}
