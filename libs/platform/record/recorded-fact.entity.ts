import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, PrimaryColumn } from 'typeorm';
import type { Id } from '../ids.js';

/**
 * What every fact carries: whose it is, when and by whom it was recorded, and whether it was voided since.
 * `id` names the fact through all its corrections; `rowId` names this version of it and equals `id` in the first.
 */
@ObjectType({ isAbstract: true })
export abstract class RecordedFact {
  @PrimaryColumn('uuid', { name: 'row_id' })
  rowId!: Id;

  @Field(() => ID)
  @Column('uuid')
  id!: Id;

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
