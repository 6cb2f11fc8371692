import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsIn, IsOptional, Matches } from 'class-validator';
import { PageArgs } from '#platform/graphql/connection.js';
import { DayField, PartField, type BrokenRule } from '#platform/graphql/input-fields.js';
import { MomentArgs } from '#platform/moment.js';
import type { PlainDate } from '#platform/plain-date.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import { DIMENSIONS, type Dimension } from './contributions.sql.js';
import { PERSONNEL_TYPES, type PersonnelType } from './personnel-types.js';

const MOST_CODES = 200;
const STATES = MEMBER_STATES.map(({ iso3 }) => iso3);

const broken = (rule: BrokenRule, each = true) => ({ each, context: rule });

/** Any of several codes; left out or empty, all. */
const AnyOf = (description: string) =>
  applyDecorators(
    Field(() => [String], { nullable: true, description }),
    IsOptional(),
    ArrayMaxSize(MOST_CODES, broken({ code: 'TOO_LARGE', limit: MOST_CODES }, false)),
  );

/** Which published figures. All that is given must hold. */
@InputType()
export class ContributionFilterInput {
  @AnyOf('ISO alpha-3.')
  @IsIn(STATES, broken({ code: 'UNKNOWN_MEMBER_STATE' }))
  memberStates?: string[] | null;

  @AnyOf('Short names, such as UNMISS.')
  @Matches(/^[A-Z][A-Z0-9-]*$/, broken({ code: 'UNKNOWN_MISSION' }))
  missions?: string[] | null;

  @AnyOf(`Any of ${PERSONNEL_TYPES.join(', ')}.`)
  @IsIn(PERSONNEL_TYPES, broken({ code: 'UNKNOWN_CODE', limit: PERSONNEL_TYPES.join(', ') }))
  personnelTypes?: PersonnelType[] | null;

  @DayField({ optional: true, description: 'Months that end on this day or later.' })
  from?: PlainDate | null;

  @DayField({ optional: true, description: 'Months that end on this day or before.' })
  until?: PlainDate | null;
}

@ArgsType()
export class ContributionsArgs extends PageArgs {
  @Field(() => [String], {
    defaultValue: ['MONTH'],
    description: `What figures are told apart by, and sorted: any of ${DIMENSIONS.join(', ')}. What is left out is added up.`,
  })
  @ArrayUnique(broken({ code: 'ALREADY_EXISTS' }, false))
  @IsIn(DIMENSIONS, broken({ code: 'UNKNOWN_CODE', limit: DIMENSIONS.join(', ') }))
  by: Dimension[] = ['MONTH'];

  @PartField(ContributionFilterInput, { optional: true })
  filter?: ContributionFilterInput | null;
}

/** What is asked for whole. */
@ArgsType()
export class ContributionCourseArgs extends MomentArgs {
  @PartField(ContributionFilterInput, { optional: true })
  filter?: ContributionFilterInput | null;
}
