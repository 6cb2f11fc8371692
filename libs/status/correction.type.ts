import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CorrectionEffect } from './correction-effect.type.js';

@ObjectType({
  description: 'What a correction did, or would do. What was known before stays known as of then.',
})
export class Correction {
  @Field(() => String)
  kind!: string;

  @Field(() => ID, { description: 'The name of the fact, the same before and after.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it was recorded anew, or voided alone.' })
  replaced!: boolean;

  @Field(() => CorrectionEffect)
  effect!: CorrectionEffect;
}
