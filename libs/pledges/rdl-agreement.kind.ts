import { InputType } from '@nestjs/graphql';
import { CountField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { interval } from '#platform/record/rules.js';
import { pledgeKind } from './pledge-kind.js';
import { RdlAgreement } from './rdl-agreement.entity.js';
import { knownStatement } from './rules.js';

@InputType()
export class RdlAgreementContent {
  @DayField()
  signedOn!: PlainDate;

  @DayField({ description: 'Its first day, which may lie ahead.' })
  fromOn!: PlainDate;

  @DayField({ description: 'Its last day.' })
  untilOn!: PlainDate;

  @CountField(1000, { description: 'Days from the request of the United Nations to deployment.' })
  commitmentDays!: number;

  @TextField(60, {
    optional: true,
    description: 'The version of the statement of unit requirements agreed on.',
  })
  requirementStatementId?: string | null;
}

@InputType()
export class AgreeRdlInput extends RdlAgreementContent {
  @IdField()
  pledgeId!: string;
}

const OVERLAPPING = `
SELECT id, from_on AS "fromOn", until_on AS "untilOn" FROM rdl_agreement
WHERE pledge_id = $1 AND voided_at IS NULL AND from_on <= $3 AND until_on >= $2 ORDER BY from_on LIMIT 1`;

/** One agreement of a pledge is in force on any day: a renewal begins after the last day of the one before. */
async function alone(
  context: OperationContext,
  pledgeId: Id,
  fromOn: PlainDate,
  untilOn: PlainDate,
): Promise<void> {
  const [other] = await context.query<RdlAgreement>(OVERLAPPING, [pledgeId, fromOn, untilOn]);
  if (other === undefined) return;
  const at = { field: 'fromOn', value: `${fromOn} – ${untilOn}` };
  const limit = `${other.fromOn} – ${other.untilOn}, ${other.id}`;
  throw ProblemError.invalid('OVERLAPS', { ...at, limit });
}

export const rdlAgreementKind = pledgeKind({
  name: 'RDL_AGREEMENT',
  entity: RdlAgreement,
  content: RdlAgreementContent,
  day: 'signedOn',
  check: async (context, pledge, { fromOn, untilOn, requirementStatementId }) => {
    const { unitType, rdlEligible } = pledge;
    if (!rdlEligible) {
      throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', { field: 'pledgeId', value: unitType });
    }
    interval('untilOn', fromOn, untilOn);
    knownStatement('requirementStatementId', requirementStatementId, unitType);
    await alone(context, pledge.id, fromOn, untilOn);
  },
  row: ({ signedOn, fromOn, untilOn, commitmentDays, requirementStatementId = null }) => ({
    signedOn,
    fromOn,
    untilOn,
    commitmentDays,
    requirementStatementId,
  }),
});
