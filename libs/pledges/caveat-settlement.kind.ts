import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { raiseVersion } from '#platform/record/version.js';
import { CaveatSettlement } from './caveat-settlement.entity.js';
import { heldPledge } from './pledge-standing.js';

@InputType()
export class CaveatSettlementContent {
  @DayField({ description: 'The day from which the caveat no longer holds.' })
  resolvedOn!: PlainDate;

  @TextField(2000, { description: 'How it was settled: withdrawn, or agreed to.' })
  note!: string;
}

@InputType()
export class SettleCaveatInput extends CaveatSettlementContent {
  @IdField()
  caveatId!: string;

  @VersionField()
  expectedVersion!: number;
}

/** A caveat as it stands for its settlement. */
interface CaveatStanding {
  readonly id: Id;
  readonly pledgeId: Id;
  readonly memberState: string;
  readonly knownOn: PlainDate;
  readonly settlementId: Id | null;
}

const STANDING = `
SELECT c.id, c.pledge_id AS "pledgeId", c.member_state AS "memberState", c.known_on AS "knownOn",
  (SELECT s.id FROM caveat_settlement s WHERE s.caveat_id = c.id AND s.voided_at IS NULL) AS "settlementId"
FROM caveat c WHERE c.id = $1 AND c.voided_at IS NULL`;

async function caveatOf(context: OperationContext, id: string): Promise<CaveatStanding> {
  const [caveat] = await context.query<CaveatStanding>(STANDING, [id]);
  if (caveat === undefined) throw ProblemError.notFound('caveatId', id);
  return caveat;
}

export const caveatSettlementKind: FactKind<CaveatSettlement, CaveatSettlementContent, CaveatStanding> = {
  name: 'CAVEAT_SETTLEMENT',
  entity: CaveatSettlement,
  content: CaveatSettlementContent,
  ownerOf: (context, fact) => caveatOf(context, fact.caveatId),
  write: async (context, caveat, { resolvedOn, note }, corrected) => {
    if (caveat.settlementId !== null && caveat.settlementId !== corrected?.id) {
      throw ProblemError.invalid('ALREADY_CLOSED', { field: 'caveatId', value: caveat.id });
    }
    notAfterToday(context, 'resolvedOn', resolvedOn);
    notBefore('BEFORE_OPENING', 'resolvedOn', resolvedOn, caveat.knownOn);
    const { id: caveatId, pledgeId, memberState } = caveat;
    return record(
      context,
      CaveatSettlement,
      { memberState, pledgeId, caveatId, resolvedOn, note },
      corrected,
    );
  },
};

/** Settles a caveat; the version of its pledge must be the one that was read. */
export async function settleCaveat(
  context: OperationContext,
  { expectedVersion, ...input }: SettleCaveatInput,
): Promise<CaveatSettlement> {
  const { pledgeId } = await caveatOf(context, input.caveatId);
  await heldPledge(context, pledgeId);
  await raiseVersion(context, 'pledge', pledgeId, expectedVersion);
  return caveatSettlementKind.write(context, await caveatOf(context, input.caveatId), input);
}
