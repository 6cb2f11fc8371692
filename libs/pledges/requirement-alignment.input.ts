import { InputType } from '@nestjs/graphql';
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

const VARIATION = 'What was agreed, where it is less or other than asked; left out, what is less is a gap.';

@InputType()
export class AlignmentLineInput {
  @OpenCodeField(60, { description: 'A line of the statement, or an item beyond it.' })
  item!: string;

  @CountField(MOST_PIECES, { description: '0 where none is offered.' })
  offered!: number;

  @TextField(1000, { optional: true, description: VARIATION })
  variation?: string | null;
}

@InputType()
export class AlignmentCategoryInput {
  @CodeField(SELF_SUSTAINMENT_CATEGORIES)
  category!: string;

  @CountField(MOST_PIECES, { description: 'Persons that the unit can sustain.' })
  offered!: number;

  @TextField(1000, { optional: true, description: VARIATION })
  variation?: string | null;
}

@InputType()
export class RequirementAlignmentContent {
  @DayField({ description: 'The day on which the two sides agreed on it.' })
  alignedOn!: PlainDate;

  @TextField(60, { description: 'The version of the statement of unit requirements; in effect on that day.' })
  requirementStatementId!: string;

  @CountField(MOST_PERSONS, { description: 'Persons offered.' })
  strength!: number;

  @TextField(1000, { optional: true, description: VARIATION })
  strengthVariation?: string | null;

  @PartField(AlignmentLineInput, {
    each: true,
    description: 'Every line of the statement once; further items may follow.',
  })
  equipmentLines!: AlignmentLineInput[];

  @PartField(AlignmentCategoryInput, {
    optional: true,
    each: true,
    description: 'The categories offered, each once; one of the statement that is left out is not offered.',
  })
  selfSustainmentCategories?: AlignmentCategoryInput[] | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class AlignWithRequirementInput extends RequirementAlignmentContent {
  @IdField()
  pledgeId!: string;
}
