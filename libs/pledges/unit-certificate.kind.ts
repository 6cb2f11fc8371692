import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { pledgeKind } from './pledge-kind.js';
import { stateOf } from './pledge-standing.js';
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
  // A unit is certified for the deployment that it was selected for.
  check: (_context, pledge) => {
    if (pledge.steps.some(({ state }) => state === 'SELECTED')) return;
    const at = { field: 'pledgeId', value: stateOf(pledge), limit: 'SELECTED' };
    throw ProblemError.invalid('NOT_IN_LIFECYCLE_STATE', at);
  },
  row: ({ receivedOn, note = null }) => ({ receivedOn, note }),
});
