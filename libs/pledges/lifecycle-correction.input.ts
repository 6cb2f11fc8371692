import { InputType } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import {
  CodeField,
  DayField,
  IdField,
  PartField,
  TextField,
  VersionField,
  type BrokenRule,
} from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { LIFECYCLE_STATES, type LifecycleState } from '#reference/codes.js';
import { LifecycleStepContent } from './lifecycle.kind.js';

/** The steps that are voided at once. */
const MOST_STEPS = 200;

@InputType({ description: 'A step that was taken and never recorded, or recorded as another.' })
export class AddedStepInput extends LifecycleStepContent {
  @CodeField(LIFECYCLE_STATES, { description: 'The state that it reached.' })
  state!: LifecycleState;

  @DayField({
    optional: true,
    description:
      'The day of the confirmation that a return to REGISTERED counts from, where none is recorded; nothing else takes one.',
  })
  confirmedOn?: PlainDate | null;
}

@InputType()
export class CorrectLifecycleInput {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;

  @TextField(1000, { description: 'Why the history was wrong; kept with the steps that are voided.' })
  reason!: string;

  @IdField({ each: true, optional: true, description: 'Steps that were never taken, or not so.' })
  @ArrayMaxSize(MOST_STEPS, { context: { code: 'TOO_LARGE', limit: MOST_STEPS } satisfies BrokenRule })
  voidSteps?: string[] | null;

  @PartField(AddedStepInput, {
    each: true,
    optional: true,
    description:
      'Steps that are missing, in the order in which they were taken. On a day that has others each stands at the last place where the table lets it; where another is meant, void those after it and add them again.',
  })
  addSteps?: AddedStepInput[] | null;
}
