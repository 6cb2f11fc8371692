import { ArgsType, Field, ID, Int, ObjectType, PickType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { PageArgs } from '#platform/graphql/connection.js';
import { DayField, type BrokenRule } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import { MomentArgs } from '#platform/moment.js';
import type { PlainDate } from '#platform/plain-date.js';
import { MemberState } from '#reference/reference.types.js';
import { WordCount } from './board.type.js';
import { PledgeOutcome } from './compared.type.js';
import type { Course } from './course.js';
import type { StateTurn } from './member-state-course.js';
import { MemberStateOutcome } from './member-state.type.js';

@ArgsType()
export class ChangesPage extends PickType(PageArgs, ['first', 'after'] as const, ArgsType) {}

@ArgsType()
export class HistoryArgs extends PickType(MomentArgs, ['knownOn'] as const, ArgsType) {
  @DayField({ optional: true, description: 'The first day; a year before the last where left out.' })
  from?: PlainDate | null;

  @DayField({ optional: true, description: 'The last day; today where left out.' })
  until?: PlainDate | null;
}

/** Ten years of months. */
const MOST_MONTHS = 120;

@ArgsType()
export class BoardHistoryArgs extends PickType(MomentArgs, ['knownOn'] as const, ArgsType) {
  @DayField({ optional: true, description: 'A day of the last month; today where left out.' })
  until?: PlainDate | null;

  @Field(() => Int, { defaultValue: 12, description: `How many months; at most ${MOST_MONTHS}.` })
  @Min(1, { context: { code: 'TOO_SMALL', limit: 1 } satisfies BrokenRule })
  @Max(MOST_MONTHS, { context: { code: 'TOO_LARGE', limit: MOST_MONTHS } satisfies BrokenRule })
  months: number = 12;
}

/** A period, and what is known of it. */
@ObjectType({ isAbstract: true })
export abstract class Period {
  @Field(() => PlainDateScalar, { description: 'The first day.' })
  from!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'The last day.' })
  until!: PlainDate;

  @Field(() => Date)
  knownOn!: Date;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description:
      'Set where there are too many days to look at all: the first that was looked at. Changes after it are all told, none before it.',
  })
  since!: PlainDate | null;
}

@ObjectType({ description: 'What a pledge comes to over a period, change by change.' })
export class PledgeHistory extends Period {
  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => String)
  reference!: string;

  @Field(() => String, { description: 'ISO alpha-3.' })
  memberState!: string;

  @Field(() => PledgeOutcome, {
    nullable: true,
    description: 'On the day before the period, or on the day `since`; null before its first step.',
  })
  before!: PledgeOutcome | null;

  @Field(() => PledgeOutcome, { description: 'On the last day.' })
  after!: PledgeOutcome;

  /** What the changes are told from. */
  course!: Course;
}

@ObjectType({
  description:
    'What a Member State comes to over a period, change by change: its word, its flags, its counts, and the pledges that made them.',
})
export class MemberStateHistory extends Period {
  @Field(() => MemberState)
  memberState!: MemberState;

  @Field(() => MemberStateOutcome, {
    description: 'On the day before the period, or on the day `since`.',
  })
  before!: MemberStateOutcome;

  @Field(() => MemberStateOutcome, { description: 'On the last day.' })
  after!: MemberStateOutcome;

  /** What the changes are told from. */
  turns!: readonly StateTurn[];
}

@ObjectType({ description: 'How many Member States had each word on a day.' })
export class WordsOnDay {
  @Field(() => PlainDateScalar)
  day!: PlainDate;

  @Field(() => [WordCount], { description: 'Every word, also those of none.' })
  words!: readonly WordCount[];
}

@ObjectType({ description: 'The words of the board over time, on the first day of each month.' })
export class BoardHistory {
  @Field(() => Date)
  knownOn!: Date;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Set where there are too many days to look at all: months before it are left out.',
  })
  since!: PlainDate | null;

  @Field(() => [WordsOnDay], { description: 'The earliest month first.' })
  months!: readonly WordsOnDay[];
}
