import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import type { BrokenRule } from '#platform/graphql/input-fields.js';
import { MomentArgs } from '#platform/moment.js';
import type { Turn } from './course.js';
import { Period } from './history.types.js';
import type { Many } from './many.js';
import type { StateTurn } from './member-state-course.js';

/** What is scheduled is told for a year, a leap year too. */
const MOST_DAYS = 366;

@ArgsType()
export class ForecastArgs extends MomentArgs {
  @Field(() => Int, {
    defaultValue: 90,
    description: `The days after the one asked of; at most ${MOST_DAYS}.`,
  })
  @Min(1, { context: { code: 'TOO_SMALL', limit: 1 } satisfies BrokenRule })
  @Max(MOST_DAYS, { context: { code: 'TOO_LARGE', limit: MOST_DAYS } satisfies BrokenRule })
  days: number = 90;

  @Field(() => ID, { nullable: true, description: 'One pledge alone.' })
  pledgeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One Member State alone: ISO alpha-3.' })
  memberState?: string | null;
}

@ObjectType({
  description:
    'What changes after a day by what is known of it: validity that ends, what falls due, what is scheduled. Nothing is guessed.',
})
export class Forecast extends Period {
  /** What the changes are told from. */
  coming!: Many<Turn, StateTurn>;

  /** Whether who asks is told of Member States. */
  seesStates!: boolean;
}
