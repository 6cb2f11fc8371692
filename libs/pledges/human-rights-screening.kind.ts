import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { SCREENING_STATES } from '#reference/codes.js';
import { HumanRightsScreening } from './human-rights-screening.entity.js';
import { pledgeKind } from './pledge-kind.js';

@InputType()
export class HumanRightsScreeningContent {
  @DayField()
  screenedOn!: PlainDate;

  @CodeField(SCREENING_STATES)
  result!: string;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class RecordHumanRightsScreeningInput extends HumanRightsScreeningContent {
  @IdField()
  pledgeId!: string;
}

export const humanRightsScreeningKind = pledgeKind({
  name: 'HUMAN_RIGHTS_SCREENING',
  entity: HumanRightsScreening,
  content: HumanRightsScreeningContent,
  day: 'screenedOn',
  row: ({ screenedOn, result, note = null }) => ({ screenedOn, result, note }),
});
