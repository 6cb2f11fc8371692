import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable, KeptIndexes, Referable } from '#platform/record/tables.js';

/** A restriction on the use of a unit, declared by its Member State or found undeclared. */
@ObjectType()
@FactTable('caveat', { owner: 'PLEDGE', checks: ['kind', 'resolve_by'] })
@Referable('caveat')
@KeptIndexes('caveat', 'number')
export class Caveat extends PledgeFact {
  @Field(() => String, { description: 'Short and unique within the pledge: C-1.' })
  @Column('text')
  reference!: string;

  @Field(() => String)
  @Column('text')
  kind!: string;

  @Field(() => PlainDateScalar, { description: 'The day on which it was declared, or reported.' })
  @Column('date')
  knownOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'The last day for its settlement.' })
  @Column('date', { nullable: true })
  resolveBy!: PlainDate | null;

  @Field(() => String)
  @Column('text')
  statement!: string;
}
