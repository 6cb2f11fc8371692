import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { pledgeKind } from './pledge-kind.js';
import { IN_USE, isInUse } from './lifecycle.js';
import { stateOn, type StandingStep } from './pledge-standing.js';
import { UnitCertificate } from './unit-certificate.entity.js';

@InputType()
export class UnitCertificateContent {
  @DayField({ description: 'The day on which the Secretariat received it.' })
  receivedOn!: PlainDate;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class ReceiveUnitCertificateInput extends UnitCertificateContent {
  @IdField()
  pledgeId!: string;
}

export const unitCertificateKind = pledgeKind({
  name: 'UNIT_CERTIFICATE',
  entity: UnitCertificate,
  content: UnitCertificateContent,
  day: 'receivedOn',
  once: 'receivedOn',
  check: (_context, pledge, { receivedOn }) => certifiable(pledge, 'pledgeId', receivedOn),
  row: ({ receivedOn, note = null }) => ({ receivedOn, note }),
});

/** A unit is certified for the deployment that it was selected for, until it is back or let go. */
export function certifiable(
  standing: { readonly steps: readonly StandingStep[] },
  field: string,
  day: PlainDate,
): void {
  const state = stateOn(standing, day);
  if (isInUse(state)) return;
  const at = { field, value: state ?? null, limit: IN_USE.join(', ') };
  throw ProblemError.invalid('NOT_IN_LIFECYCLE_STATE', at);
}
