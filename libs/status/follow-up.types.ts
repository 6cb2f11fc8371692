import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#platform/graphql/connection.js';
import { CodeField, DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';

/** What can be open: by the names of the records' kinds, where a condition is told from a recommendation. */
export const FOLLOW_UP_KINDS = [
  'FINDING',
  'RECOMMENDATION',
  'CONDITION',
  'HOSPITAL_DEFICIENCY',
  'IMPROVEMENT_PLAN',
  'PLAN_ACTION',
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

@ObjectType({ description: 'Something that is open on the day asked of and has to be acted upon.' })
export class FollowUp {
  @Field(() => String)
  kind!: FollowUpKind;

  @Field(() => ID, { description: 'The record that is open.' })
  id!: Id;

  @Field(() => String, { nullable: true, description: 'Its short name; a plan has none.' })
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

  @Field(() => PlainDateScalar, { nullable: true })
  dueOn!: PlainDate | null;

  @Field(() => Boolean)
  overdue!: boolean;

  @Field(() => String, { nullable: true, description: 'Who has to act; null where the record names nobody.' })
  owner!: string | null;

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

  @DayField({ optional: true, description: 'Due before this day; what has no due day is left out.' })
  dueBefore?: PlainDate | null;

  @Field(() => Boolean, { nullable: true })
  overdueOnly?: boolean | null;
}

@ArgsType()
export class FollowUpsArgs extends PageArgs {
  @PartField(FollowUpFilter, { optional: true })
  filter?: FollowUpFilter | null;
}
