import { InputType } from '@nestjs/graphql';
import { DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { FirstPlanActionContent } from './plan-action.kind.js';

@InputType()
export class OpenPlanInput {
  @IdField()
  evaluationId!: string;

  @DayField()
  openedOn!: PlainDate;

  @DayField()
  dueOn!: PlainDate;

  @TextField(1000, { optional: true })
  note?: string | null;

  @PartField(FirstPlanActionContent, {
    each: true,
    optional: true,
    description: 'Asked for from its first day.',
  })
  actions?: FirstPlanActionContent[] | null;
}
