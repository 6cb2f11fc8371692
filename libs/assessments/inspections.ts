import { Field, InputType, OmitType } from '@nestjs/graphql';
import { CountField, IdField, MOST_PIECES, PartField, TextField } from '#platform/graphql/input-fields.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { EquipmentLineInput, PersonnelInput, SelfSustainmentInput } from '#pledges/measurement.input.js';
import { measurementKind } from '#pledges/measurement.kind.js';
import { evidenceOf } from './evidence.js';
import type { Inspection } from './evidence.types.js';
import { ofKindThat } from './visit-kinds.js';
import { dayOfAssessment, heldAssessed } from './visit-standing.js';

@InputType()
export class InspectedLineInput extends OmitType(EquipmentLineInput, ['serviceable'] as const) {
  @CountField(MOST_PIECES, { description: 'Of those present.' })
  serviceable!: number;
}

@InputType()
export class InspectedCategoryInput extends OmitType(SelfSustainmentInput, [
  'available',
  'satisfactory',
] as const) {
  @Field(() => Boolean, {
    description: 'Whether it is sufficient and satisfactory. If not, it counts as available to nobody.',
  })
  satisfactory!: boolean;
}

@InputType({ description: 'At least one line or category is inspected.' })
export class RecordInspectionInput {
  @IdField({ description: 'An inspection of contingent-owned equipment that was held.' })
  visitId!: string;

  @IdField()
  pledgeId!: string;

  @PartField(InspectedLineInput, {
    optional: true,
    each: true,
    description:
      'Each item once, every line of the statement of unit requirements among them; where there are none, present 0.',
  })
  equipmentLines?: InspectedLineInput[] | null;

  @PartField(InspectedCategoryInput, { optional: true, each: true, description: 'Each category once.' })
  selfSustainmentCategories?: InspectedCategoryInput[] | null;

  @PartField(PersonnelInput, { optional: true })
  personnel?: PersonnelInput | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

/**
 * Records what an inspection counted of a unit, as the measurement of its last day: facts and ratings come from there.
 * @throws ProblemError OUTCOME_NOT_OF_KIND, what `dayOfAssessment` throws, and whatever a measurement breaks
 */
export async function recordInspection(
  context: OperationContext,
  { visitId, pledgeId, ...counts }: RecordInspectionInput,
): Promise<Inspection> {
  const assessed = await heldAssessed(context, { visitId, pledgeId });
  const measuredOn = dayOfAssessment(context, assessed);
  ofKindThat(({ inspects }) => inspects, assessed.visit.kind);
  const content = { ...counts, visitId, measuredOn, basis: 'BY_LINE' };
  const { id } = await measurementKind.write(context, assessed.pledge, content);
  const { inspections } = await evidenceOf(context, assessed.pledge);
  const inspection = inspections.find((each) => each.id === id);
  if (inspection === undefined) throw new Error(`inspection ${id} is not there after it was recorded`);
  return inspection;
}
