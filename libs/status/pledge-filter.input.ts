import { applyDecorators } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';
import {
  CodeField,
  CountField,
  DayField,
  TextField,
  type BrokenRule,
} from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { ProblemCode } from '#platform/problem.js';
import {
  LEVELS,
  LIFECYCLE_STATES,
  STATUSES,
  type Level,
  type LifecycleState,
  type Status,
} from '#readiness/facts.js';
import { REASON_CODES, type ReasonCode } from '#readiness/reasons.js';
import { FLAGS, WORDS, type Flag, type Word } from '#readiness/roll-up.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import { LANGUAGE_CODES } from '#reference/data/languages.js';
import { REGIONAL_GROUPS, type RegionalGroup } from '#reference/data/regional-groups.js';
import { COMPONENTS, UNIT_TYPE_CODES, type Component } from '#reference/data/unit-types.js';

const MOST_CODES = 200;

/** Any of several codes; left out or empty, all. Codes of long lists are not recited in the problem. */
const AnyOf = (
  codes: readonly string[],
  description?: string,
  { code, limit }: BrokenRule = { code: 'UNKNOWN_CODE', limit: codes.join(', ') },
) =>
  applyDecorators(
    Field(() => [String], { nullable: true, ...(description ? { description } : {}) }),
    IsOptional(),
    ArrayMaxSize(MOST_CODES, { context: { code: 'TOO_LARGE', limit: MOST_CODES } satisfies BrokenRule }),
    IsIn(codes, { each: true, context: limit === undefined ? { code } : { code, limit } }),
  );

const unknown = (code: ProblemCode): BrokenRule => ({ code });

/** What list and board are filtered by alike. All that is given must hold. */
@InputType({ isAbstract: true })
abstract class StatusFilterInput {
  @AnyOf(REGIONAL_GROUPS)
  regions?: RegionalGroup[] | null;

  @AnyOf(UNIT_TYPE_CODES, undefined, unknown('UNKNOWN_UNIT_TYPE'))
  unitTypes?: string[] | null;

  @AnyOf(REASON_CODES, 'Carrying any of these reasons, of whatever severity.', unknown('UNKNOWN_CODE'))
  reasonCodes?: ReasonCode[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a review is due because a newer statement of unit requirements took effect.',
  })
  @IsOptional()
  requirementReviewDue?: boolean | null;
}

/** Which pledges: for the list and everything that must show the same. */
@InputType()
export class PledgeFilterInput extends StatusFilterInput {
  @AnyOf(MEMBER_STATES.map(({ iso3 }) => iso3), 'ISO alpha-3.', unknown('UNKNOWN_MEMBER_STATE'))
  memberStates?: string[] | null;

  @AnyOf(COMPONENTS)
  components?: Component[] | null;

  @AnyOf(LIFECYCLE_STATES)
  lifecycles?: LifecycleState[] | null;

  @AnyOf(LEVELS)
  levels?: Level[] | null;

  @AnyOf(STATUSES)
  statuses?: Status[] | null;

  @CountField(1000, { optional: true, description: 'Deployable within at most so many days.' })
  deployableWithinDays?: number | null;

  @AnyOf(LANGUAGE_CODES, 'Working in any of these languages, by ISO 639 code.')
  languages?: string[] | null;

  @DayField({ optional: true, description: 'Whose next change comes before this day.' })
  nextChangeBefore?: PlainDate | null;

  @TextField(100, {
    optional: true,
    description:
      'Part of the reference, of the title or of a name of the Member State; case and accents do not matter.',
  })
  text?: string | null;
}

/**
 * Which Member States; their word and counts stay over all their pledges. `unitTypes`, `reasonCodes`
 * and `requirementReviewDue` ask for one pledge in the pool, committed or deployed for which all hold.
 */
@InputType()
export class BoardFilterInput extends StatusFilterInput {
  @AnyOf(WORDS)
  words?: Word[] | null;

  @AnyOf(FLAGS, 'Carrying any of these flags.')
  flags?: Flag[] | null;
}

export const PLEDGE_SORTS = [
  'REFERENCE',
  'MEMBER_STATE',
  'UNIT_TYPE',
  'LEVEL',
  'STATUS',
  'NEXT_CHANGE_ON',
  'DEPLOYABLE_WITHIN_DAYS',
] as const;
export type PledgeSort = (typeof PLEDGE_SORTS)[number];

const DIRECTIONS = ['ASC', 'DESC'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Equal ones stay in the order of their ids. */
@InputType()
export class PledgeSortInput {
  @CodeField(PLEDGE_SORTS, {
    optional: true,
    description: `One of ${PLEDGE_SORTS.join(', ')}; by reference where left out.`,
  })
  by?: PledgeSort | null;

  @CodeField(DIRECTIONS, { optional: true, description: 'ASC, unless DESC is asked for.' })
  direction?: Direction | null;
}
