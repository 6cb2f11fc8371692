import { InputType, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/graphql';
import {
  CodeField,
  CountField,
  DayField,
  IdField,
  TextField,
  VersionField,
} from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { raiseVersion } from '#platform/record/version.js';
import { LANGUAGE_CODES } from '#reference/data/languages.js';
import { PledgeDescription } from './pledge-description.entity.js';
import { pledgeKind } from './pledge-kind.js';
import { heldPledge } from './pledge-standing.js';
import { knownStatement } from './rules.js';

@InputType()
export class PledgeDescriptionContent {
  @DayField({ description: 'The day from which this description holds.' })
  describedOn!: PlainDate;

  @TextField(120)
  title!: string;

  @CountField(1000, { description: 'Days from the request of the United Nations to deployment.' })
  deployableWithinDays!: number;

  @CodeField(LANGUAGE_CODES, { each: true, description: 'Working languages of the unit, by ISO 639 code.' })
  languages!: string[];

  @TextField(120, { description: 'Point of contact: a post, never a person.' })
  contactPost!: string;

  @TextField(60, { optional: true, description: 'The statement of unit requirements it is held against.' })
  requirementStatementId?: string | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType({
  description:
    'What is left out stays as it was described before; a statement or a note that is said to be null is taken away.',
})
export class DescribePledgeInput extends IntersectionType(
  PickType(PledgeDescriptionContent, ['describedOn'] as const),
  PartialType(OmitType(PledgeDescriptionContent, ['describedOn'] as const)),
) {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;
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
  // Of a pledge nothing can be read without a title: its last description is put right, never taken away.
  dependents: async (context, { id, pledgeId }) => {
    const others = await context.query(OTHERS, [pledgeId, id]);
    return others.length > 0 ? [] : [{ kind: 'PLEDGE', id: pledgeId }];
  },
});

const OTHERS = `SELECT FROM pledge_description WHERE pledge_id = $1 AND id <> $2 AND voided_at IS NULL LIMIT 1`;

/** What no description is without. */
const NEEDED = ['title', 'deployableWithinDays', 'languages', 'contactPost'] as const;

/**
 * Describes a pledge anew from a day on; what is left out is kept from the description that held on that day.
 * @throws ProblemError STALE_VERSION; REQUIRED for what may not be taken away, or was never described
 */
export async function describePledge(
  context: OperationContext,
  { pledgeId, expectedVersion, ...said }: DescribePledgeInput,
): Promise<PledgeDescription> {
  const pledge = await heldPledge(context, pledgeId);
  await raiseVersion(context, 'pledge', pledge.id, expectedVersion);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const content = { ...(await descriptionFor(context, pledge.id, said.describedOn)), ...given };
  const missing = NEEDED.find((field) => (content[field] ?? null) === null);
  if (missing !== undefined) throw ProblemError.invalid('REQUIRED', { field: missing });
  return descriptionKind.write(context, pledge, content as PledgeDescriptionContent);
}

const DESCRIPTION = `
SELECT title, deployable_within_days AS "deployableWithinDays", languages, contact_post AS "contactPost",
  requirement_statement_id AS "requirementStatementId", note
FROM pledge_description WHERE pledge_id = $1 AND voided_at IS NULL
ORDER BY described_on > $2, abs(described_on - $2), id DESC LIMIT 1`;

/** What was said of a pledge on a day, or first after it; undefined where nothing was. */
export async function descriptionFor(
  context: OperationContext,
  pledgeId: Id,
  day: PlainDate,
): Promise<Partial<PledgeDescriptionContent> | undefined> {
  const [description] = await context.query<Partial<PledgeDescriptionContent>>(DESCRIPTION, [pledgeId, day]);
  return description;
}
