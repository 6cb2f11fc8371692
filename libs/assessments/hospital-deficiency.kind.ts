import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { referenceFor } from '#platform/record/reference.js';
import { keepsGround, recordsResting } from '#platform/record/resting.js';
import { notBefore } from '#platform/record/rules.js';
import { saidOnce } from '#platform/record/said-once.js';
import { ofPledge, type PledgeFactKind } from '#pledges/pledge-kind.js';
import { standingOf, type PledgeStanding } from '#pledges/pledge-standing.js';
import { happened } from '#pledges/rules.js';
import { FINDING_SEVERITIES } from '#reference/data/areas.js';
import { HospitalDeficiency, HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import { hospitalDeficiencyOf, settles, type RaisedStanding } from './raised-standing.js';
import { ofKindThat } from './visit-kinds.js';
import { dayOfAssessment, visitOf } from './visit-standing.js';

@InputType()
export class HospitalDeficiencyContent {
  @TextField(20, { optional: true, description: 'Unique within the pledge; left out, the next free one.' })
  reference?: string | null;

  @CodeField(FINDING_SEVERITIES, { description: 'Only a critical one counts against readiness.' })
  severity!: string;

  @DayField({ description: 'The day from which it counts.' })
  raisedOn!: PlainDate;

  @DayField({ optional: true })
  dueOn?: PlainDate | null;

  @TextField(4000)
  statement!: string;

  @IdField({ optional: true, description: 'The hospital visit that found it, where one did.' })
  visitId?: string | null;
}

@InputType()
export class RaiseHospitalDeficiencyInput extends HospitalDeficiencyContent {
  @IdField()
  pledgeId!: string;
}

const closure = { kind: 'HOSPITAL_DEFICIENCY_CLOSURE', table: 'hospital_deficiency_closure' };
const closedEarlier = [{ ...closure, where: 'hospital_deficiency_id = $1 AND closed_on < $2' }];

export const hospitalDeficiencyKind: PledgeFactKind<HospitalDeficiency, HospitalDeficiencyContent> = saidOnce(
  {
    name: 'HOSPITAL_DEFICIENCY',
    entity: HospitalDeficiency,
    content: HospitalDeficiencyContent,
    ownerOf: (context, { pledgeId }) => standingOf(context, pledgeId),
    write: async (context, pledge, content, corrected) => {
      const { severity, raisedOn, dueOn = null, statement } = content;
      if (!pledge.medical) {
        throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', { field: 'pledgeId', value: pledge.unitType });
      }
      happened(context, pledge, 'raisedOn', raisedOn);
      if (dueOn !== null) notBefore('BEFORE_OPENING', 'dueOn', dueOn, raisedOn);
      const visitId = content.visitId ? await foundBy(context, pledge, content.visitId, raisedOn) : null;
      if (corrected) await keepsGround(context, corrected.id, closedEarlier, [corrected.id, raisedOn]);
      const numbering = { table: 'hospital_deficiency', within: 'pledge_id', owner: pledge.id } as const;
      const reference = await referenceFor(
        context,
        { ...numbering, prefix: 'H-' },
        content.reference,
        corrected,
      );
      const row = { reference, visitId, severity, raisedOn, dueOn, statement };
      return record(context, HospitalDeficiency, ofPledge<HospitalDeficiency>(pledge, row), corrected);
    },
    dependents: (context, { id }) =>
      recordsResting(context, [{ ...closure, where: 'hospital_deficiency_id = $1' }], [id]),
  },
  { field: 'statement' },
);

/** The visit that found a deficiency: one of its kind, held, covering the unit, and begun by the day. */
async function foundBy(
  context: OperationContext,
  pledge: PledgeStanding,
  visitId: string,
  raisedOn: PlainDate,
): Promise<Id> {
  const visit = await visitOf(context, visitId);
  dayOfAssessment(context, { visit, pledge });
  ofKindThat(({ findsHospitalDeficiencies }) => findsHospitalDeficiencies, visit.kind);
  notBefore('BEFORE_OPENING', 'raisedOn', raisedOn, visit.heldFrom);
  return visit.id;
}

@InputType()
export class HospitalDeficiencyClosureContent {
  @DayField({ description: 'The day from which it is closed.' })
  closedOn!: PlainDate;

  @TextField(4000, { description: 'What shows that it is made good.' })
  evidence!: string;
}

@InputType()
export class CloseHospitalDeficiencyInput extends HospitalDeficiencyClosureContent {
  @IdField()
  hospitalDeficiencyId!: string;

  @VersionField({ description: 'The version of the pledge.' })
  expectedVersion!: number;
}

export const hospitalDeficiencyClosureKind: FactKind<
  HospitalDeficiencyClosure,
  HospitalDeficiencyClosureContent,
  RaisedStanding
> = {
  name: 'HOSPITAL_DEFICIENCY_CLOSURE',
  entity: HospitalDeficiencyClosure,
  content: HospitalDeficiencyClosureContent,
  ownerOf: (context, { hospitalDeficiencyId }) => hospitalDeficiencyOf(context, hospitalDeficiencyId),
  write: (context, deficiency, { closedOn, evidence }, corrected) => {
    settles(context, deficiency, { id: 'hospitalDeficiencyId', day: 'closedOn' }, closedOn, corrected);
    const { id, memberState, pledgeId } = deficiency;
    const row = { memberState, pledgeId, hospitalDeficiencyId: id, closedOn, evidence };
    return record(context, HospitalDeficiencyClosure, row, corrected);
  },
};
