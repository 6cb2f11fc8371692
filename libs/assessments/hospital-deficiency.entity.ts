import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { ChildOf, FactTable, KeptIndexes, OfVisit, Referable } from '#platform/record/tables.js';

/** A deficiency in the equipment or practice of a hospital, found by an assessment visit or in the mission. */
@ObjectType()
@FactTable('hospital_deficiency', { owner: 'PLEDGE', checks: ['severity'] })
@Referable('hospital_deficiency')
@OfVisit('hospital_deficiency')
@KeptIndexes('hospital_deficiency', 'number')
export class HospitalDeficiency extends PledgeFact {
  @Field(() => String, { description: 'Its short name, unique within the pledge.' })
  @Column('text')
  reference!: string;

  @Field(() => ID, { nullable: true, description: 'The visit that found it; null where none did.' })
  @Column('uuid', { nullable: true })
  visitId!: Id | null;

  @Field(() => String)
  @Column('text')
  severity!: string;

  @Field(() => PlainDateScalar)
  @Column('date')
  raisedOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true })
  @Column('date', { nullable: true })
  dueOn!: PlainDate | null;

  @Field(() => String)
  @Column('text')
  statement!: string;
}

/** That a deficiency was found to be made good, and by what that is shown. */
@ObjectType()
@FactTable('hospital_deficiency_closure', { owner: 'PLEDGE' })
@ChildOf('hospital_deficiency_closure', 'hospitalDeficiencyId', 'hospital_deficiency')
@KeptIndexes('hospital_deficiency_closure', 'once')
export class HospitalDeficiencyClosure extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  hospitalDeficiencyId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  closedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  evidence!: string;
}
