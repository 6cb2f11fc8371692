import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/graphql/connection.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { RecordReference } from '#platform/problem.js';
import { MemberState } from '#reference/reference.types.js';
import { MemberStateOutcome } from './member-state.type.js';
import { ParamsScalar, Reason } from './pledge-status.type.js';

@ObjectType({
  description:
    'What a pledge comes to: where it is in its life, how far its evidence carries, what is wrong.',
})
export class PledgeOutcome {
  @Field(() => String)
  lifecycle!: string;

  @Field(() => String)
  level!: string;

  @Field(() => String)
  status!: string;

  @Field(() => [Reason])
  reasons!: readonly Reason[];
}

/** A pledge held against itself: on two days, as known at two instants, or before and after a correction. */
@ObjectType({ isAbstract: true })
export abstract class Compared {
  @Field(() => PledgeOutcome, { nullable: true, description: 'Null where it had not taken its first step.' })
  before!: PledgeOutcome | null;

  @Field(() => PledgeOutcome, { nullable: true, description: 'Null where it had not taken its first step.' })
  after!: PledgeOutcome | null;

  @Field(() => [Reason], { description: 'Those of before that are none any longer.' })
  reasonsGone!: readonly Reason[];

  @Field(() => [Reason], { description: 'Those that were none before.' })
  reasonsCome!: readonly Reason[];
}

/** Which pledge is compared. */
@ObjectType({ isAbstract: true })
abstract class ComparedPledge extends Compared {
  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => String)
  reference!: string;

  @Field(() => String, { description: 'ISO alpha-3.' })
  memberState!: string;
}

@ObjectType({ description: 'A pledge whose lifecycle, level, status or reasons are others than before.' })
export class PledgeDifference extends ComparedPledge {}

@ObjectType({ description: 'What would keep reasons from coming, or a level from being lost.' })
export class Prevention {
  @Field(() => String, { description: 'RECEIVE_DOCUMENT, CONFIRM_PLEDGE, HOLD_AAV, …' })
  code!: string;

  @Field(() => ParamsScalar)
  params!: Readonly<Record<string, string | number>>;

  @Field(() => String, { description: 'The same in words, in the language asked for.' })
  text!: string;

  @Field(() => PlainDateScalar, { description: 'The last day on which nothing has changed yet.' })
  by!: PlainDate;
}

@ObjectType({ description: 'A day on which a pledge comes to something else than on the day before.' })
export class PledgeChange extends ComparedPledge {
  @Field(() => PlainDateScalar)
  day!: PlainDate;

  @Field(() => [RecordReference], {
    description: 'Records of what happened on that day; none where time alone made the change.',
  })
  happened!: readonly RecordReference[];

  @Field(() => [Prevention], {
    description: 'Empty where nothing worse comes, or only what a record says and no day brings.',
  })
  preventedBy!: readonly Prevention[];
}

export const PledgeChangeConnection = connectionOf('PledgeChange', () => PledgeChange);
export const PledgeDifferenceConnection = connectionOf('PledgeDifference', () => PledgeDifference);

/** A Member State held against itself. */
@ObjectType({ isAbstract: true })
abstract class ComparedMemberState {
  @Field(() => MemberState)
  memberState!: MemberState;

  @Field(() => MemberStateOutcome)
  before!: MemberStateOutcome;

  @Field(() => MemberStateOutcome)
  after!: MemberStateOutcome;
}

@ObjectType({ description: 'A Member State whose word, flags or counts are others than before.' })
export class MemberStateDifference extends ComparedMemberState {}

/** The pledges that one change of a Member State names; its count says where there are more. */
export const MOST_PLEDGES_OF_CHANGE = 100;

@ObjectType({ description: 'A day on which a Member State comes to something else than on the day before.' })
export class MemberStateChange extends ComparedMemberState {
  @Field(() => PlainDateScalar)
  day!: PlainDate;

  @Field(() => [PledgeChange], {
    description: `Its pledges that changed on that day; at most ${MOST_PLEDGES_OF_CHANGE} of them.`,
  })
  pledges!: readonly PledgeChange[];

  @Field(() => Int, { description: 'How many of its pledges changed on that day.' })
  pledgesChanged!: number;

  @Field(() => [RecordReference], {
    description: 'Bars against it as a whole that were decided, begin or are over on that day.',
  })
  bars!: readonly RecordReference[];
}

export const MemberStateChangeConnection = connectionOf('MemberStateChange', () => MemberStateChange);
export const MemberStateDifferenceConnection = connectionOf(
  'MemberStateDifference',
  () => MemberStateDifference,
);
