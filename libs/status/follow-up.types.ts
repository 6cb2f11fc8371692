import { ArgsType, Field, ID, InputType, ObjectType, PickType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#platform/graphql/connection.js';
import { CodeField, DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { RecordReference } from '#platform/problem.js';
import { OWED_KINDS } from '#readiness/owed.js';
import { FINDING_OWNERS, type FindingOwner } from '#reference/data/areas.js';
import { CALLED_FOR_DAYS_AHEAD } from './owed.js';

/**
 * What can be open, by the names of the records' kinds, where a condition is told from a recommendation; and what the
 * rules reckon to be owed, by the names of the records that would settle it.
 */
export const FOLLOW_UP_KINDS = [
  'FINDING',
  'RECOMMENDATION',
  'CONDITION',
  'HOSPITAL_DEFICIENCY',
  'IMPROVEMENT_PLAN',
  'PLAN_ACTION',
  'CAVEAT',
  'REQUIREMENT_REVIEW',
  ...OWED_KINDS,
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

@ObjectType({ description: 'Something that is open on the day asked of and has to be acted upon.' })
export class FollowUp {
  @Field(() => String)
  kind!: FollowUpKind;

  @Field(() => ID, { description: 'The record that is open, or that what is owed is counted from.' })
  id!: Id;

  @Field(() => RecordReference, { description: 'The same with its kind, as `why` and the timeline name it.' })
  record!: RecordReference;

  @Field(() => String, {
    nullable: true,
    description:
      'Its short name; of a document its type, of a review the version rested on; others have none.',
  })
  reference!: string | null;

  @Field(() => String, { description: 'ISO alpha-3.' })
  memberState!: string;

  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => String, { description: 'The short name of the pledge.' })
  pledgeReference!: string;

  @Field(() => ID, { nullable: true, description: 'The visit that it comes from.' })
  visitId!: Id | null;

  @Field(() => ID, { nullable: true, description: 'The evaluation that it comes from.' })
  evaluationId!: Id | null;

  @Field(() => PlainDateScalar, { description: 'The day from which it is open.' })
  openedOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'The last day on which it is in time.' })
  dueOn!: PlainDate | null;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description:
      'Of a finding, the day of its latest answer: an answer closes nothing. Null where there is none.',
  })
  answeredOn!: PlainDate | null;

  @Field(() => Boolean)
  overdue!: boolean;

  @Field(() => String, { description: 'Who has to act: MEMBER_STATE, SECRETARIAT or MISSION.' })
  owner!: FindingOwner;

  @Field(() => String, { nullable: true })
  severity!: string | null;

  @Field(() => String, { nullable: true })
  statement!: string | null;
}

export const FollowUpConnection = connectionOf('FollowUp', () => FollowUp);

@InputType('FollowUpFilterInput')
export class FollowUpFilter {
  @TextField(3, { optional: true, description: 'ISO alpha-3.' })
  memberState?: string | null;

  @IdField({ optional: true })
  pledgeId?: string | null;

  @CodeField(FOLLOW_UP_KINDS, { optional: true })
  kind?: FollowUpKind | null;

  @CodeField(FINDING_OWNERS, { optional: true, description: 'Who has to act.' })
  owner?: FindingOwner | null;

  @DayField({
    optional: true,
    description: `Due before this day; what has no due day is left out. Without it, confirmations and documents are shown that fall due within ${CALLED_FOR_DAYS_AHEAD} days.`,
  })
  dueBefore?: PlainDate | null;

  @Field(() => Boolean, { nullable: true })
  overdueOnly?: boolean | null;
}

@ArgsType()
export class FollowUpsPage extends PickType(PageArgs, ['first', 'after'] as const, ArgsType) {}

@ArgsType()
export class FollowUpsArgs extends PageArgs {
  @PartField(FollowUpFilter, { optional: true })
  filter?: FollowUpFilter | null;
}
