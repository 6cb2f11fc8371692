import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** The word of a Member State that a pledge still stands; its validity runs anew from that day. */
@ObjectType()
@FactTable('confirmation', { owner: 'PLEDGE' })
export class Confirmation extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  confirmedOn!: PlainDate;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
