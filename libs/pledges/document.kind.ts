import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { interval } from '#platform/record/rules.js';
import { DOCUMENT_TYPES } from '#reference/codes.js';
import { Document } from './document.entity.js';
import { pledgeKind } from './pledge-kind.js';

@InputType()
export class DocumentContent {
  @CodeField(DOCUMENT_TYPES)
  type!: string;

  @DayField({ description: 'The day on which the Secretariat received it.' })
  receivedOn!: PlainDate;

  @DayField({ optional: true, description: 'Its last day of validity; left out, it never expires.' })
  validUntil?: PlainDate | null;

  @TextField(200, { optional: true })
  title?: string | null;

  @TextField(60, { optional: true })
  symbol?: string | null;
}

@InputType()
export class AddDocumentInput extends DocumentContent {
  @IdField()
  pledgeId!: string;
}

export const documentKind = pledgeKind({
  name: 'DOCUMENT',
  entity: Document,
  content: DocumentContent,
  day: 'receivedOn',
  once: 'type',
  check: (_context, _pledge, { receivedOn, validUntil }) => interval('validUntil', receivedOn, validUntil),
  row: ({ type, receivedOn, validUntil = null, title = null, symbol = null }) => ({
    type,
    receivedOn,
    validUntil,
    title,
    symbol,
  }),
});
