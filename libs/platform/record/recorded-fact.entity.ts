import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, PrimaryColumn } from 'typeorm';
import type { Id } from '../ids.js';

/** Whose a row is, and when and by whom it was recorded. */
@ObjectType({ isAbstract: true })
abstract class Recorded {
  @Column('text')
  memberState!: string;

  @Field(() => Date, { description: 'The instant at which the registry learned it.' })
  @Column('timestamp with time zone')
  recordedAt!: Date;

  @Column('text')
  recordedBy!: string;

  @Column('text')
  recordedRole!: string;

  @Column('text', { default: 'OPERATION' })
  recordedThrough!: string;
}

/** A thing that facts belong to (a pledge, a visit, a plan): its identity, and the version that changes must name. */
@ObjectType({ isAbstract: true })
export abstract class VersionedRecord extends Recorded {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: Id;

  @Field(() => String, { description: 'Whose it is: ISO alpha-3.' })
  declare memberState: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Raised by every change that replaces, moves, closes or decides. Null in an answer as known at an earlier instant: there is nothing to act on.',
  })
  @Column('integer', { default: 1 })
  version!: number | null;
}

/**
 * What every fact carries beside: whether it was voided since. `id` names the fact through all its corrections;
 * `rowId` names this version of it and equals `id` in the first.
 */
@ObjectType({ isAbstract: true })
export abstract class RecordedFact extends Recorded {
  @PrimaryColumn('uuid', { name: 'row_id' })
  rowId!: Id;

  @Field(() => ID)
  @Column('uuid')
  id!: Id;

  @Column('timestamp with time zone', { nullable: true })
  voidedAt!: Date | null;

  @Column('text', { nullable: true })
  voidedBy!: string | null;

  @Column('text', { nullable: true })
  voidedRole!: string | null;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}

/** A fact of one pledge. */
@ObjectType({ isAbstract: true })
export abstract class PledgeFact extends RecordedFact {
  @Field(() => ID)
  @Column('uuid')
  pledgeId!: Id;
}

/** A fact of a whole visit. */
@ObjectType({ isAbstract: true })
export abstract class VisitFact extends RecordedFact {
  @Field(() => ID)
  @Column('uuid')
  visitId!: Id;
}

/** The columns that `record` fills in itself; the rest is a fact's content. */
export type Content<F extends RecordedFact> = Omit<F, keyof RecordedFact | 'pledgeId'>;
