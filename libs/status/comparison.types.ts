import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PartField } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { MemberStateDifference } from './compared.type.js';
import type { Many } from './many.js';
import { Basis } from './member-state.type.js';
import type { PledgeAtMoment } from './status-of-pledges.js';

@InputType({ description: 'The two times of a question.' })
export class MomentInput {
  @Field(() => PlainDateScalar, { nullable: true, description: 'The day asked of.' })
  asOf?: PlainDate | null;

  @Field(() => Date, { nullable: true, description: 'As known at this instant; now where left out.' })
  knownOn?: Date | null;
}

@ArgsType()
export class ComparisonArgs {
  @PartField(MomentInput, {
    optional: true,
    description:
      'What is compared with: a day, an instant, or both. Without a day the same as of `later`; a year before it where all is left out.',
  })
  earlier?: MomentInput | null;

  @PartField(MomentInput, {
    optional: true,
    description: 'What is compared: today as known now where left out.',
  })
  later?: MomentInput | null;

  @Field(() => ID, { nullable: true, description: 'One Member State alone: ISO alpha-3.' })
  memberState?: string | null;
}

/** A pledge at the one moment and at the other. */
export type Sides = readonly [one: PledgeAtMoment | undefined, other: PledgeAtMoment | undefined];

@ObjectType({
  description: 'Which statuses are others at one moment than at another, and which reasons went and came.',
})
export class Comparison {
  @Field(() => Basis)
  earlier!: Basis;

  @Field(() => Basis)
  later!: Basis;

  /** What the differences are told from. */
  differing!: Many<Sides, MemberStateDifference>;

  /** Whether who asks is told of Member States. */
  seesStates!: boolean;
}
