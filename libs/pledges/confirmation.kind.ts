import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { Confirmation } from './confirmation.entity.js';
import { groundless, recordsOf } from './history.js';
import { pledgeKind } from './pledge-kind.js';
import { afterRegistration, standingOf } from './pledge-standing.js';

@InputType()
export class ConfirmationContent {
  @DayField({ description: 'The day on which the Member State confirmed that the pledge stands.' })
  confirmedOn!: PlainDate;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class ConfirmPledgeInput extends ConfirmationContent {
  @IdField()
  pledgeId!: string;
}

export const confirmationKind = pledgeKind({
  name: 'CONFIRMATION',
  entity: Confirmation,
  content: ConfirmationContent,
  day: 'confirmedOn',
  once: 'confirmedOn',
  check: async (context, pledge, { confirmedOn }, corrected) => {
    afterRegistration(pledge, 'confirmedOn', confirmedOn);
    if (corrected === undefined) return;
    // A return to the pool counts from the confirmation that came with it.
    const moved = { kind: 'CONFIRMATION', id: corrected.id, day: confirmedOn } as const;
    const dependents = groundless(pledge.steps, [...(await recordsOf(context, pledge.id)), moved]);
    if (dependents.length > 0) throw ProblemError.restedOn(corrected.id, dependents);
  },
  row: ({ confirmedOn, note = null }) => ({ confirmedOn, note }),
  dependents: async (context, fact) => {
    const { steps } = await standingOf(context, fact.pledgeId);
    const records = await recordsOf(context, fact.pledgeId);
    return groundless(
      steps,
      records.filter(({ id }) => id !== fact.id),
    );
  },
});
