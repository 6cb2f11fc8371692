import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Id } from '#platform/ids.js';
import { LifecycleStep } from '#pledges/lifecycle-step.entity.js';
import { CorrectionEffect } from './correction-effect.type.js';

@ObjectType({
  description: 'A history put right, or as it would be. What was known before stays known as of then.',
})
export class LifecycleCorrection {
  @Field(() => ID, { description: 'The pledge.' })
  id!: Id;

  @Field(() => [LifecycleStep], {
    description: 'The whole history, in the order in which its steps were taken.',
  })
  steps!: readonly LifecycleStep[];

  @Field(() => CorrectionEffect)
  effect!: CorrectionEffect;
}
