import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '#platform/ids.js';
import { VersionedTable } from '#platform/record/tables.js';

/** A unit that a Member State pledges: its identity. What is said of it is in dated facts that name it. */
@ObjectType({ description: 'A unit that a Member State pledges to the readiness system.' })
@VersionedTable('pledge', { owner: 'PLEDGE' })
@Unique('pledge_reference_key', ['memberState', 'reference'])
export class Pledge {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: Id;

  @Field(() => String, { description: 'Whose unit it is: ISO alpha-3.' })
  @Column('text')
  memberState!: string;

  @Field(() => String, { description: 'The short name under which its Member State and staff speak of it.' })
  @Column('text')
  reference!: string;

  @Field(() => String)
  @Column('text')
  @ForeignKey('unit_type')
  unitType!: string;

  @Field(() => Int, {
    description:
      'Raised by every change that replaces, moves, closes or decides. No fact: always that of now, whatever is asked.',
  })
  @Column('integer', { default: 1 })
  version!: number;

  @Field(() => Date)
  @Column('timestamp with time zone')
  recordedAt!: Date;

  @Column('text')
  recordedBy!: string;

  @Column('text')
  recordedRole!: string;

  @Column('text', { default: 'OPERATION' })
  recordedThrough!: string;
}
