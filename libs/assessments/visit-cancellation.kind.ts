import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { stillOpen, visitOf, type VisitStanding } from './visit-standing.js';
import { VisitCancellation } from './visit.entity.js';

@InputType()
export class VisitCancellationContent {
  @DayField({ description: 'The day from which the visit is off.' })
  cancelledOn!: PlainDate;

  @TextField(1000, { description: 'Why it will not be held.' })
  reason!: string;
}

@InputType()
export class CancelVisitInput extends VisitCancellationContent {
  @IdField()
  visitId!: string;

  @VersionField()
  expectedVersion!: number;
}

/** A visit is called off once, after it was decided and before it is held. */
export const visitCancellationKind: FactKind<VisitCancellation, VisitCancellationContent, VisitStanding> = {
  name: 'VISIT_CANCELLATION',
  entity: VisitCancellation,
  content: VisitCancellationContent,
  ownerOf: (context, { visitId }) => visitOf(context, visitId),
  write: (context, visit, { cancelledOn, reason }, corrected) => {
    if (!corrected) stillOpen(visit);
    notAfterToday(context, 'cancelledOn', cancelledOn);
    notBefore('BEFORE_OPENING', 'cancelledOn', cancelledOn, visit.decidedOn);
    const { memberState, id: visitId } = visit;
    return record(context, VisitCancellation, { memberState, visitId, cancelledOn, reason }, corrected);
  },
};
