import { InputType } from '@nestjs/graphql';
import { CountField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PledgeDescription } from './pledge-description.entity.js';
import { pledgeKind } from './pledge-kind.js';
import { knownStatement } from './rules.js';

@InputType()
export class PledgeDescriptionContent {
  @DayField({ description: 'The day from which this description holds.' })
  describedOn!: PlainDate;

  @TextField(120)
  title!: string;

  @CountField(1000, { description: 'Days from the request of the United Nations to deployment.' })
  deployableWithinDays!: number;

  @TextField(40, { each: true, description: 'Working languages of the unit.' })
  languages!: string[];

  @TextField(120, { description: 'Point of contact: a post, never a person.' })
  contactPost!: string;

  @TextField(60, { optional: true, description: 'The statement of unit requirements it is held against.' })
  requirementStatementId?: string | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class DescribePledgeInput extends PledgeDescriptionContent {
  @IdField()
  pledgeId!: string;
}

export const descriptionKind = pledgeKind({
  name: 'PLEDGE_DESCRIPTION',
  entity: PledgeDescription,
  content: PledgeDescriptionContent,
  day: 'describedOn',
  check: (_context, pledge, content) =>
    knownStatement('requirementStatementId', content.requirementStatementId, pledge.unitType),
  row: (content) => ({
    describedOn: content.describedOn,
    title: content.title,
    deployableWithinDays: content.deployableWithinDays,
    languages: content.languages,
    contactPost: content.contactPost,
    requirementStatementId: content.requirementStatementId ?? null,
    note: content.note ?? null,
  }),
});
