import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What a correction did. What was known before stays known as of then.' })
export class Correction {
  @Field(() => String)
  kind!: string;

  @Field(() => ID, { description: 'The name of the fact, the same before and after.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it was recorded anew, or voided alone.' })
  replaced!: boolean;
}
