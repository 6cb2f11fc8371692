import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Unique } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact, VersionedRecord, VisitFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, KeptIndexes, OfVisit, VersionedTable } from '#platform/record/tables.js';

/** A visit to one Member State: its identity. When it was planned and held, and what it found, are facts of it. */
@ObjectType({ isAbstract: true })
@VersionedTable('visit', { owner: 'VISIT', checks: ['kind'] })
@Unique('visit_reference_key', ['memberState', 'reference'])
export class Visit extends VersionedRecord {
  @Field(() => String, { description: 'The short name under which it is spoken of; unique in its state.' })
  @Column('text')
  reference!: string;

  @Field(() => String)
  @Column('text')
  kind!: string;
}

/** The days on which a visit is meant to be; the plan decided last counts. */
@ObjectType()
@FactTable('visit_plan', { owner: 'VISIT', checks: ['days'] })
export class VisitPlan extends VisitFact {
  @Field(() => PlainDateScalar, { description: 'The day from which this plan holds.' })
  @Column('date')
  decidedOn!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  plannedFrom!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  plannedUntil!: PlainDate;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  purpose!: string | null;
}

/** One pledge that a visit looks at. */
@ObjectType()
@FactTable('visit_coverage', { owner: 'PLEDGE' })
@OfVisit('visit_coverage')
@KeptIndexes('visit_coverage', 'once')
export class VisitCoverage extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  visitId!: Id;
}

/** That a visit took place. Its last day is the day from which it, its outcomes and its findings count. */
@ObjectType()
@FactTable('visit_holding', { owner: 'VISIT', checks: ['days'] })
@KeptIndexes('visit_holding', 'once')
export class VisitHolding extends VisitFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  heldFrom!: PlainDate;

  @Field(() => PlainDateScalar)
  @Column('date')
  heldUntil!: PlainDate;

  @Field(() => [String], { description: 'The team, by posts, never by names.' })
  @Column('text', { array: true })
  team!: readonly string[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}

/** That a planned visit will not be held. */
@ObjectType()
@FactTable('visit_cancellation', { owner: 'VISIT' })
@KeptIndexes('visit_cancellation', 'once')
export class VisitCancellation extends VisitFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  cancelledOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  reason!: string;
}

/** What a visit concluded of one pledge, in the words of its kind. */
@ObjectType()
@FactTable('visit_outcome', { owner: 'PLEDGE', checks: ['outcome'] })
@OfVisit('visit_outcome')
@KeptIndexes('visit_outcome', 'once')
export class VisitOutcome extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  visitId!: Id;

  @Field(() => String)
  @Column('text')
  outcome!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  summary!: string | null;
}
