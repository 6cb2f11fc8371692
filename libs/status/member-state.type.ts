import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { MemberState } from '#reference/reference.types.js';

@ObjectType({ description: 'How many pledges of the pool stand at a level with a status.' })
export class LevelStatusCount {
  @Field(() => String)
  level!: string;

  @Field(() => String)
  status!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How many pledges of the pool carry a reason that is more than information.' })
export class ReasonCount {
  @Field(() => String)
  code!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Two counts, never a ratio: a pledge without gaps may still be unready.' })
export class Evidence {
  @Field(() => Int, { description: 'Pledges of the pool for which no evidence is missing.' })
  complete!: number;

  @Field(() => Int, { description: 'Pledges of the pool.' })
  pool!: number;
}

@ObjectType({ description: 'A bar against a Member State as a whole: a bar of each of its pledges.' })
export class StateBar {
  @Field(() => ID)
  id!: Id;

  @Field(() => String)
  decision!: string;

  @Field(() => PlainDateScalar)
  decidedOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'The first day on which it is in force.' })
  from!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'The last; null where it has no end.' })
  until!: PlainDate | null;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ description: 'What the pledges of a Member State come to. No score, no average, no ranking.' })
export class MemberStateOutcome {
  @Field(() => String, {
    description:
      'RESTRICTED, NO_POOL, AVAILABLE, AVAILABLE_WITH_CONDITIONS or DEVELOPING: the first that holds.',
  })
  word!: string;

  @Field(() => [String], { description: 'What no good pledge can hide.' })
  flags!: readonly string[];

  @Field(() => Int)
  pool!: number;

  @Field(() => Int)
  committed!: number;

  @Field(() => Int)
  deployed!: number;

  @Field(() => [LevelStatusCount])
  counts!: readonly LevelStatusCount[];

  @Field(() => [ReasonCount])
  limiting!: readonly ReasonCount[];

  @Field(() => String, { description: 'The best level in the pool.' })
  bestLevel!: string;

  @Field(() => Int, { description: 'Pledges of the pool at the rapid deployment level.' })
  rdl!: number;

  @Field(() => Evidence)
  evidence!: Evidence;
}

@ObjectType({ description: 'The same, with whom it has available and when it will be another.' })
export class MemberStateOutlook extends MemberStateOutcome {
  @Field(() => Int, { description: 'Persons available in pool pledges that are ready or conditional.' })
  availablePersonnel!: number;

  @Field(() => PlainDateScalar, { nullable: true })
  nextChangeOn!: PlainDate | null;
}

/** A Member State on a day. */
@ObjectType({ isAbstract: true })
abstract class MemberStateSummary extends MemberStateOutlook {
  @Field(() => MemberState)
  memberState!: MemberState;

  @Field(() => Int, {
    description:
      'Pledges in the pool, committed or deployed for which a review is due because a newer statement of unit requirements took effect.',
  })
  requirementReviewsDue!: number;

  @Field(() => [StateBar], { description: 'Past, present and still to come.' })
  stateBars!: readonly StateBar[];
}

@ObjectType({ description: 'A Member State on the board.' })
export class BoardRow extends MemberStateSummary {}

@ObjectType({ description: 'The moment and the rules of an answer, so that it can be asked for again.' })
export class Basis {
  @Field(() => PlainDateScalar)
  asOf!: PlainDate;

  @Field(() => Date)
  knownOn!: Date;

  @Field(() => Int, { description: 'The set of parameters that was compared with.' })
  parameterSet!: number;

  /** Whether an earlier instant was asked of. */
  past?: boolean;
}

@ObjectType({ description: 'A Member State on a day, with its pledges.' })
export class MemberStateStatus extends MemberStateSummary {
  @Field(() => Basis)
  basis!: Basis;

  /** The pledges for which a review is due, for the list of those reviews. */
  reviewDue!: readonly Id[];

  @Field(() => [Pledge], { description: 'All of them, by reference, those outside the pool too.' })
  pledges!: readonly Pledge[];
}
