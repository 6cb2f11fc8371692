import { InputType } from '@nestjs/graphql';
import { CountField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { record } from '#platform/record/record.js';
import { notAfterToday } from '#platform/record/rules.js';
import { PledgeDescription } from './pledge-description.entity.js';
import { pledgeKind } from './pledge-kind.js';

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
  write: (context, pledge, content, corrected) => {
    notAfterToday(context, 'describedOn', content.describedOn);
    const { describedOn, title, deployableWithinDays, languages, contactPost } = content;
    const { requirementStatementId = null, note = null } = content;
    const row = {
      describedOn,
      title,
      deployableWithinDays,
      languages,
      contactPost,
      requirementStatementId,
      note,
    };
    const owner = { memberState: pledge.memberState, pledgeId: pledge.id };
    return record(context, PledgeDescription, { ...owner, ...row }, corrected);
  },
});
