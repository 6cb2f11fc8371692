import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { LifecycleState } from '#reference/codes.js';
import { LifecycleStepContent } from './lifecycle.kind.js';
import { PledgeDescriptionContent } from './pledge-description.kind.js';

@InputType()
export class DraftPledgeInput extends PledgeDescriptionContent {
  @TextField(3, { description: 'ISO alpha-3.' })
  memberState!: string;

  @TextField(40)
  unitType!: string;

  @TextField(40, { description: 'A short name, unique within the Member State.' })
  reference!: string;
}

@InputType()
export class LifecycleStepInput {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;

  @DayField({ description: 'The day on which the step was taken.' })
  occurredOn!: PlainDate;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class RejectPledgeInput {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;

  @DayField({ description: 'The day on which it was rejected.' })
  occurredOn!: PlainDate;

  @TextField(1000, { description: 'Why; the Member State reads it.' })
  note!: string;
}

/** The states that have no mutation of their own. */
const MOVES = [
  'DRAFT',
  'REGISTERED',
  'SELECTED',
  'MOU_NEGOTIATION',
  'PDV',
  'CLEARED',
  'DEPLOYED',
  'RETURNED',
] as const satisfies readonly LifecycleState[];

@InputType()
export class MovePledgeInput extends LifecycleStepContent {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;

  @CodeField(MOVES)
  to!: (typeof MOVES)[number];

  @DayField({
    optional: true,
    description: 'The day of the confirmation that a return to REGISTERED needs; nothing else takes one.',
  })
  confirmedOn?: PlainDate | null;
}
