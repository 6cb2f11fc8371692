import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** The state of the human-rights screening of a unit from a day on. */
@ObjectType()
@FactTable('human_rights_screening', { owner: 'PLEDGE', checks: ['result'] })
export class HumanRightsScreening extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  screenedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  result!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
