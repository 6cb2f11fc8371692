import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { build } from '#platform/record/record.js';
import { notBefore } from '#platform/record/rules.js';
import type { Content } from '#platform/record/recorded-fact.entity.js';
import { REQUIREMENT_STATEMENTS } from '#reference/data/requirement-statements.js';
import { Measurement } from './measurement.entity.js';
import { MeasurementContent, type EquipmentLineInput, type MeasuredCounts } from './measurement.input.js';
import { MeasurementEquipmentLine, MeasurementSelfSustainment } from './measurement-parts.entity.js';
import { availableOf, measurementRules } from './measurement.rules.js';
import { measuredAtVisit } from './measurement-visit.js';
import { descriptionFor } from './pledge-description.kind.js';
import { ofPledge, type PledgeFactKind } from './pledge-kind.js';
import { standingOf, type PledgeStanding } from './pledge-standing.js';
import { happened } from './rules.js';

export const measurementKind: PledgeFactKind<Measurement, MeasurementContent> = {
  name: 'MEASUREMENT',
  entity: Measurement,
  content: MeasurementContent,
  ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
  write: async (context, pledge, content, corrected) => {
    happened(context, pledge, 'measuredOn', content.measuredOn);
    notBefore('BEFORE_OPENING', 'measuredOn', content.measuredOn, pledge.steps[0]?.occurredOn ?? null);
    measurementRules(content);
    if (content.visitId) await measuredAtVisit(context, pledge, content, content.visitId);
    const critical = await criticalItems(context, pledge, content);
    countsEach(critical, content);
    const measurement = build(context, Measurement, ofPledge(pledge, rowOf(content)), corrected);
    const of = {
      measurementId: measurement.rowId,
      memberState: measurement.memberState,
      pledgeId: measurement.pledgeId,
    };
    await context.insert(Measurement, [measurement]);
    await context.insert(
      MeasurementEquipmentLine,
      (content.equipmentLines ?? []).map((line) => ({
        ...of,
        ...equipmentLine(line, critical, content.basis),
      })),
    );
    await context.insert(
      MeasurementSelfSustainment,
      (content.selfSustainmentCategories ?? []).map((part) => {
        const { category, required, satisfactory = null, remark = null } = part;
        return { ...of, category, required, available: availableOf(part), satisfactory, remark };
      }),
    );
    return measurement;
  },
};

const rowOf = (content: MeasurementContent): Content<Measurement> => ({
  measuredOn: content.measuredOn,
  basis: content.basis,
  personnelRequired: content.personnel?.required ?? null,
  personnelAvailable: content.personnel?.available ?? null,
  personnelWomen: content.personnel?.women ?? null,
  equipmentOnHandRequired: content.equipmentOnHand?.required ?? null,
  equipmentOnHandAvailable: content.equipmentOnHand?.available ?? null,
  serviceabilityRequired: content.serviceability?.required ?? null,
  serviceabilityAvailable: content.serviceability?.available ?? null,
  selfSustainmentRequired: content.selfSustainment?.required ?? null,
  selfSustainmentAvailable: content.selfSustainment?.available ?? null,
  visitId: (content.visitId ?? null) as Id | null,
  note: content.note ?? null,
});

const equipmentLine = (
  { item, critical, agreed, present, serviceable = null, remark = null }: EquipmentLineInput,
  statement: ReadonlySet<string>,
  basis: string,
) => ({
  item,
  critical: basis === 'TOTALS_ONLY' || critical === true || statement.has(item),
  agreed,
  present,
  serviceable,
  remark,
});

/** The critical items of the statement that the pledge named on the day it was measured, or first named after it. */
async function criticalItems(
  context: OperationContext,
  pledge: PledgeStanding,
  { measuredOn }: MeasurementContent,
): Promise<ReadonlySet<string>> {
  const described = await descriptionFor(context, pledge.id, measuredOn);
  return criticalItemsOf(described?.requirementStatementId);
}

/** The critical items of a statement of unit requirements; none where none is named. */
export function criticalItemsOf(statementId: string | null | undefined): ReadonlySet<string> {
  const statement = REQUIREMENT_STATEMENTS.find(({ id }) => id === statementId);
  return new Set(statement?.equipment.flatMap(({ item, critical }) => (critical ? [item] : [])));
}

/**
 * Who reports equipment reports every critical line, if only as none present: a line left out, or misspelt, would be
 * missing evidence that reads as ready.
 */
export function countsEach(
  critical: ReadonlySet<string>,
  { equipmentLines, equipmentOnHand }: MeasuredCounts,
): void {
  const counted = equipmentLines?.map(({ item }) => item) ?? [];
  const missing = [...critical].filter((item) => !counted.includes(item));
  if (missing.length > 0 && (counted.length > 0 || equipmentOnHand)) {
    const at = { field: 'equipmentLines', value: missing.join(', ') };
    throw ProblemError.invalid('CRITICAL_LINE_MISSING', at);
  }
}
