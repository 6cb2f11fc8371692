import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** A document that the Secretariat holds for a pledge (what it says of itself; the paper lies elsewhere). */
@ObjectType()
@FactTable('document', { owner: 'PLEDGE', checks: ['type', 'validity'] })
export class Document extends PledgeFact {
  @Field(() => String)
  @Column('text')
  type!: string;

  @Field(() => PlainDateScalar, { description: 'The day from which it counts.' })
  @Column('date')
  receivedOn!: PlainDate;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'The last day on which it is valid; null never expires.',
  })
  @Column('date', { nullable: true })
  validUntil!: PlainDate | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'The symbol or number on the paper.' })
  @Column('text', { nullable: true })
  symbol!: string | null;
}
