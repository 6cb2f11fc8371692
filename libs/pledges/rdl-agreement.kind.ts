import { InputType } from '@nestjs/graphql';
import { CountField, DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
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

export const rdlAgreementKind = pledgeKind({
  name: 'RDL_AGREEMENT',
  entity: RdlAgreement,
  content: RdlAgreementContent,
  day: 'signedOn',
  check: (_context, { unitType, rdlEligible }, { fromOn, untilOn, requirementStatementId }) => {
    if (!rdlEligible) {
      throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', { field: 'pledgeId', value: unitType });
    }
    interval('untilOn', fromOn, untilOn);
    knownStatement('requirementStatementId', requirementStatementId, unitType);
  },
  row: ({ signedOn, fromOn, untilOn, commitmentDays, requirementStatementId = null }) => ({
    signedOn,
    fromOn,
    untilOn,
    commitmentDays,
    requirementStatementId,
  }),
});
