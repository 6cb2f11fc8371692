import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { ChildOf, FactTable, KeptIndexes } from '#platform/record/tables.js';

/** The end of a caveat: withdrawn, or agreed to. */
@ObjectType()
@FactTable('caveat_settlement', { owner: 'PLEDGE' })
@ChildOf('caveat_settlement', 'caveatId', 'caveat')
@KeptIndexes('caveat_settlement', 'once')
export class CaveatSettlement extends PledgeFact {
  @Field(() => ID)
  @Column('uuid')
  caveatId!: Id;

  @Field(() => PlainDateScalar)
  @Column('date')
  resolvedOn!: PlainDate;

  @Field(() => String)
  @Column('text')
  note!: string;
}
