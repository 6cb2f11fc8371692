import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { DayField, IdField, TextField, type BrokenRule } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { FirstPlanActionContent } from './plan-action.kind.js';

const MOST_ACTIONS = 50;

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

  @Field(() => [FirstPlanActionContent], { defaultValue: [], description: 'Asked for from its first day.' })
  @Type(() => FirstPlanActionContent)
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ACTIONS, { context: { code: 'TOO_LARGE', limit: MOST_ACTIONS } satisfies BrokenRule })
  actions!: FirstPlanActionContent[];
}
