import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { ChildOf, FactTable, KeptIndexes, OfVisit, Referable } from '#platform/record/tables.js';

/** Something that a visit found wanting in a pledge: somebody has to act on it by a day. */
@ObjectType()
@FactTable('finding', { owner: 'PLEDGE', checks: ['severity', 'owner'] })
@Referable('finding')
@OfVisit('finding')
@KeptIndexes('finding', 'number')
export class Finding extends PledgeFact {
  @Field(() => String, { description: 'Its short name, unique within the pledge.' })
  @Column('text')
  reference!: string;

  @Field(() => ID)
  @Column('uuid')
  visitId!: Id;

  @Field(() => String)
  @Column('text')
  area!: string;

  @Field(() => String)
  @Column('text')
  severity!: string;

  @Field(() => String, { description: 'Who has to act on it.' })
  @Column('text')
  owner!: string;

  @Field(() => PlainDateScalar)
  @Column('date')
  dueOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  statement!: string;
}

/** That a finding was found to be settled, and by what that is shown. */
@ObjectType()
@FactTable('finding_closure', { owner: 'PLEDGE' })
@ChildOf('finding_closure', 'findingId', 'finding')
@KeptIndexes('finding_closure', 'once')
export class FindingClosure extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  findingId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  closedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  evidence!: string;
}

/** What the Member State says to a finding; it closes nothing. */
@ObjectType()
@FactTable('finding_answer', { owner: 'PLEDGE' })
@ChildOf('finding_answer', 'findingId', 'finding')
export class FindingAnswer extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  findingId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  answeredOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  answer!: string;
}
