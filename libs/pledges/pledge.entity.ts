import { Field, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey, Unique } from 'typeorm';
import { VersionedRecord } from '#platform/record/recorded-fact.entity.js';
import { VersionedTable } from '#platform/record/tables.js';

/** A unit that a Member State pledges: its identity. What is said of it is in dated facts that name it. */
@ObjectType({ description: 'A unit that a Member State pledges to the readiness system.' })
@VersionedTable('pledge', { owner: 'PLEDGE' })
@Unique('pledge_reference_key', ['memberState', 'reference'])
export class Pledge extends VersionedRecord {
  @Field(() => String, { description: 'The short name under which its Member State and staff speak of it.' })
  @Column('text')
  reference!: string;

  @Field(() => String)
  @Column('text')
  @ForeignKey('unit_type')
  unitType!: string;
}
