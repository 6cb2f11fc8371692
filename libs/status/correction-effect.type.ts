import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { Compared } from './compared.type.js';
import { MemberStateOutcome } from './member-state.type.js';

@ObjectType({ description: 'Days in a row on which a correction changes the same.' })
export class ChangedPeriod extends Compared {
  @Field(() => PlainDateScalar)
  from!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'The last day; null where it has no end.' })
  until!: PlainDate | null;
}

@ObjectType({ description: 'What a correction changes of one pledge; before and after are those of today.' })
export class PledgeEffect extends Compared {
  @Field(() => ID)
  id!: Id;

  @Field(() => String)
  reference!: string;

  @Field(() => [ChangedPeriod], {
    description: 'All days, past and to come, on which lifecycle, level, status or reasons are others.',
  })
  periods!: readonly ChangedPeriod[];

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'The first day that was looked at, where there are too many to look at all; null: all were.',
  })
  periodsSince!: PlainDate | null;
}

@ObjectType({ description: 'What a correction changes of the Member State as of today.' })
export class MemberStateEffect {
  @Field(() => String, { description: 'ISO alpha-3.' })
  iso3!: string;

  @Field(() => MemberStateOutcome)
  before!: MemberStateOutcome;

  @Field(() => MemberStateOutcome)
  after!: MemberStateOutcome;
}

@ObjectType({
  description: 'What a correction changes, or would change: the same rules on the facts before and after it.',
})
export class CorrectionEffect {
  @Field(() => [PledgeEffect], {
    description: 'The pledges that the corrected facts concern, by reference; at most 100 of them.',
  })
  pledges!: readonly PledgeEffect[];

  @Field(() => Int, { description: 'How many pledges they concern.' })
  pledgesConcerned!: number;

  @Field(() => MemberStateEffect, {
    nullable: true,
    description: 'Null for an evaluator, who does not see Member States.',
  })
  memberState!: MemberStateEffect | null;
}
