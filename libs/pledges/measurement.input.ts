import { Field, InputType } from '@nestjs/graphql';
import {
  CodeField,
  CountField,
  DayField,
  IdField,
  MOST_PERSONS,
  MOST_PIECES,
  OpenCodeField,
  PartField,
  TextField,
} from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { SELF_SUSTAINMENT_CATEGORIES } from '#reference/data/equipment.js';

/** Whether equipment and self-sustainment were counted line by line, or only their totals are known. */
export const MEASUREMENT_BASES = ['BY_LINE', 'TOTALS_ONLY'] as const;

@InputType()
export class PersonnelInput {
  @CountField(MOST_PERSONS)
  required!: number;

  @CountField(MOST_PERSONS)
  available!: number;

  @CountField(MOST_PERSONS, { optional: true, description: 'Women among those available.' })
  women?: number | null;
}

@InputType({ description: 'The total of a dimension; `required` 0 where it does not apply.' })
export class TotalInput {
  @CountField(MOST_PIECES)
  required!: number;

  @CountField(MOST_PIECES)
  available!: number;
}

@InputType()
export class EquipmentLineInput {
  @OpenCodeField(60, {
    description: 'As the statements of unit requirements name it; a contingent brings items that none lists.',
  })
  item!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Left out: as the statement of unit requirements of the pledge says; of totals, always true.',
  })
  critical?: boolean | null;

  @CountField(MOST_PIECES, { description: 'Of a critical line of the statement at least 1.' })
  agreed!: number;

  @CountField(MOST_PIECES)
  present!: number;

  @CountField(MOST_PIECES, { optional: true, description: 'Of those present; left out where not tried.' })
  serviceable?: number | null;

  @TextField(1000, { optional: true, description: 'What is to be known of the line beside its counts.' })
  remark?: string | null;
}

@InputType()
export class SelfSustainmentInput {
  @CodeField(SELF_SUSTAINMENT_CATEGORIES)
  category!: string;

  @CountField(MOST_PIECES, { description: 'Persons to be sustained.' })
  required!: number;

  @CountField(MOST_PIECES, {
    optional: true,
    description: 'Left out where the category was judged as a whole.',
  })
  available?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is sufficient and satisfactory as a whole: then all of it is available, else none.',
  })
  satisfactory?: boolean | null;

  @TextField(1000, { optional: true })
  remark?: string | null;
}

@InputType({ description: 'A dimension that is left out was not reported; at least one is.' })
export class MeasurementContent {
  @DayField()
  measuredOn!: PlainDate;

  @CodeField(MEASUREMENT_BASES)
  basis!: string;

  @PartField(PersonnelInput, { optional: true })
  personnel?: PersonnelInput | null;

  @PartField(TotalInput, { optional: true, description: 'With TOTALS_ONLY.' })
  equipmentOnHand?: TotalInput | null;

  @PartField(TotalInput, { optional: true, description: 'With TOTALS_ONLY.' })
  serviceability?: TotalInput | null;

  @PartField(TotalInput, { optional: true, description: 'With TOTALS_ONLY.' })
  selfSustainment?: TotalInput | null;

  @PartField(EquipmentLineInput, {
    optional: true,
    each: true,
    description:
      'Each item once, every line of the statement of unit requirements among them; where there are none, present 0. With TOTALS_ONLY the critical lines alone.',
  })
  equipmentLines?: EquipmentLineInput[] | null;

  @PartField(SelfSustainmentInput, {
    optional: true,
    each: true,
    description: 'Each category once; with BY_LINE.',
  })
  selfSustainmentCategories?: SelfSustainmentInput[] | null;

  @IdField({
    optional: true,
    description:
      'The visit that measured it, on one of its days; an inspection by line, on its last. Left out of a correction: as it was.',
  })
  visitId?: string | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

/** What is counted, whenever and by whom. */
export type MeasuredCounts = Omit<MeasurementContent, 'measuredOn' | 'visitId' | 'note'>;

@InputType()
export class RecordMeasurementInput extends MeasurementContent {
  @IdField()
  pledgeId!: string;
}
