import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, PrimaryColumn } from 'typeorm';
import type { Id } from '#platform/ids.js';
import { PartTable } from '#platform/record/tables.js';

/** One line of major equipment as it was measured. */
@ObjectType()
@PartTable('measurement_equipment_line', 'measurement', ['counts'])
export class MeasurementEquipmentLine {
  @PrimaryColumn('uuid')
  measurementId!: Id;

  @Column('text')
  memberState!: string;

  @Column('uuid')
  pledgeId!: Id;

  @Field(() => String)
  @PrimaryColumn('text')
  item!: string;

  @Field(() => Boolean, { description: 'Equipment that cannot be averaged away: rated by itself.' })
  @Column('boolean')
  critical!: boolean;

  @Field(() => Int)
  @Column('integer')
  agreed!: number;

  @Field(() => Int)
  @Column('integer')
  present!: number;

  @Field(() => Int, { nullable: true, description: 'Of those present; null where it was not tried.' })
  @Column('integer', { nullable: true })
  serviceable!: number | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  remark!: string | null;
}

/** One category of self-sustainment as it was measured, in persons. */
@ObjectType()
@PartTable('measurement_self_sustainment', 'measurement', ['counts', 'satisfactory'])
export class MeasurementSelfSustainment {
  @PrimaryColumn('uuid')
  measurementId!: Id;

  @Column('text')
  memberState!: string;

  @Column('uuid')
  pledgeId!: Id;

  @Field(() => String)
  @PrimaryColumn('text')
  category!: string;

  @Field(() => Int)
  @Column('integer')
  required!: number;

  @Field(() => Int)
  @Column('integer')
  available!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was found sufficient and satisfactory as a whole: if not, none is available.',
  })
  @Column('boolean', { nullable: true })
  satisfactory!: boolean | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  remark!: string | null;
}
