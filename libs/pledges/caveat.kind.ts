import { InputType } from '@nestjs/graphql';
import { mayUse } from '#access/permissions.js';
import { CodeField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { record } from '#platform/record/record.js';
import { referenceFor } from '#platform/record/reference.js';
import { interval } from '#platform/record/rules.js';
import { saidOnce } from '#platform/record/said-once.js';
import { CAVEAT_KINDS } from '#reference/codes.js';
import { Caveat } from './caveat.entity.js';
import { ofPledge, type PledgeFactKind } from './pledge-kind.js';
import { standingOf } from './pledge-standing.js';
import { happened } from './rules.js';

@InputType({ isAbstract: true })
abstract class CaveatWords {
  @TextField(20, {
    optional: true,
    description: 'Unique within the pledge; left out, the next of C-1, C-2 …',
  })
  reference?: string | null;

  @DayField({ description: 'The day on which it was declared, or reported.' })
  knownOn!: PlainDate;

  @TextField(2000, { description: 'What the unit may not be used for.' })
  statement!: string;
}

@InputType()
export class CaveatContent extends CaveatWords {
  @CodeField(CAVEAT_KINDS)
  kind!: string;

  @DayField({ optional: true, description: 'The last day for its settlement; an undeclared caveat has one.' })
  resolveBy?: PlainDate | null;
}

@InputType()
export class DeclareCaveatInput extends CaveatWords {
  @IdField()
  pledgeId!: string;

  @DayField({ optional: true, description: 'The last day for its settlement.' })
  resolveBy?: PlainDate | null;
}

@InputType()
export class ReportCaveatInput extends CaveatWords {
  @IdField()
  pledgeId!: string;

  @DayField({ description: 'The last day for its settlement.' })
  resolveBy!: PlainDate;
}

export const caveatKind: PledgeFactKind<Caveat, CaveatContent> = saidOnce(
  {
    name: 'CAVEAT',
    entity: Caveat,
    content: CaveatContent,
    ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
    // To take a caveat back is to settle it, which the Secretariat records.
    isFinal: () => true,

    write: async (context, pledge, content, corrected) => {
      const { kind, knownOn, statement, resolveBy = null } = content;
      // A correction may not say what only a report may.
      if (kind === 'UNDECLARED' && !mayUse(context.principal.role, 'reportCaveat')) {
        throw ProblemError.notPermitted(context.principal.role, 'kind');
      }
      happened(context, pledge, 'knownOn', knownOn);
      interval('resolveBy', knownOn, resolveBy);
      if (kind === 'UNDECLARED' && resolveBy === null) {
        throw ProblemError.invalid('REQUIRED', { field: 'resolveBy' });
      }
      if (corrected !== undefined) await settledSince(context, corrected.id, knownOn);
      const numbering = { table: 'caveat', within: 'pledge_id', owner: pledge.id, prefix: 'C-' } as const;
      const reference = await referenceFor(context, numbering, content.reference, corrected);
      const row = { reference, kind, knownOn, resolveBy, statement };
      return record(context, Caveat, ofPledge<Caveat>(pledge, row), corrected);
    },

    dependents: async (context, fact) => {
      const settlements = await settlementsOf(context, fact.id);
      return settlements.map(({ id }) => ({ kind: 'CAVEAT_SETTLEMENT', id }));
    },
  },
  { field: 'statement' },
);

const settlementsOf = (context: OperationContext, caveatId: Id) =>
  context.query<{ id: Id; day: PlainDate }>(
    `SELECT id, resolved_on AS day FROM caveat_settlement WHERE caveat_id = $1 AND voided_at IS NULL`,
    [caveatId],
  );

/** A caveat does not begin after its settlement. */
async function settledSince(context: OperationContext, caveatId: Id, knownOn: PlainDate): Promise<void> {
  const earlier = (await settlementsOf(context, caveatId)).filter(({ day }) => day < knownOn);
  if (earlier.length > 0) {
    const dependents = earlier.map(({ id }) => ({ kind: 'CAVEAT_SETTLEMENT', id }));
    throw ProblemError.restedOn(caveatId, dependents);
  }
}
