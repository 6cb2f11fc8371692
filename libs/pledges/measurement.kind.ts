import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { build } from '#platform/record/record.js';
import { notBefore } from '#platform/record/rules.js';
import type { Content } from '#platform/record/recorded-fact.entity.js';
import { saidOnce } from '#platform/record/said-once.js';
import {
  REQUIREMENT_STATEMENTS,
  type RequirementEquipmentLine,
} from '#reference/data/requirement-statements.js';
import { Measurement } from './measurement.entity.js';
import { MeasurementContent, type EquipmentLineInput, type MeasuredCounts } from './measurement.input.js';
import { MeasurementEquipmentLine, MeasurementSelfSustainment } from './measurement-parts.entity.js';
import { availableOf, measurementRules, notUncritical } from './measurement.rules.js';
import { measuredAtVisit, visitMeasuring } from './measurement-visit.js';
import { descriptionFor } from './pledge-description.kind.js';
import { ofPledge, type PledgeFactKind } from './pledge-kind.js';
import { standingOf, type PledgeStanding } from './pledge-standing.js';
import { happened } from './rules.js';

export const measurementKind: PledgeFactKind<Measurement, MeasurementContent> = saidOnce(
  {
    name: 'MEASUREMENT',
    entity: Measurement,
    content: MeasurementContent,
    ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
    write: async (context, pledge, content, corrected) => {
      happened(context, pledge, 'measuredOn', content.measuredOn);
      notBefore('BEFORE_OPENING', 'measuredOn', content.measuredOn, pledge.steps[0]?.occurredOn ?? null);
      measurementRules(content);
      const visitId = await visitMeasuring(context, content, corrected);
      if (visitId !== null) await measuredAtVisit(context, pledge, content, visitId);
      const asked = await askedOf(context, pledge, content);
      heldAgainst(asked, content);
      const measurement = build(context, Measurement, ofPledge(pledge, rowOf(content, visitId)), corrected);
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
          ...equipmentLine(line, asked, content.basis),
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
  },
  { field: 'measuredOn', parts: [MeasurementEquipmentLine, MeasurementSelfSustainment] },
);

const rowOf = (content: MeasurementContent, visitId: Id | null): Content<Measurement> => ({
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
  visitId,
  note: content.note ?? null,
});

const equipmentLine = (
  { item, critical, agreed, present, serviceable = null, remark = null }: EquipmentLineInput,
  asked: readonly RequirementEquipmentLine[],
  basis: string,
) => ({
  item,
  critical: basis === 'TOTALS_ONLY' || critical === true || criticalOf(asked).includes(item),
  agreed,
  present,
  serviceable,
  remark,
});

/** The lines of the statement that the pledge named on the day it was measured, or first named after it. */
async function askedOf(
  context: OperationContext,
  pledge: PledgeStanding,
  { measuredOn }: MeasurementContent,
): Promise<readonly RequirementEquipmentLine[]> {
  const described = await descriptionFor(context, pledge.id, measuredOn);
  return linesOf(described?.requirementStatementId);
}

/** The lines of a statement of unit requirements; none where none is named. */
export function linesOf(statementId: string | null | undefined): readonly RequirementEquipmentLine[] {
  return REQUIREMENT_STATEMENTS.find(({ id }) => id === statementId)?.equipment ?? [];
}

export const criticalOf = (asked: readonly RequirementEquipmentLine[]): readonly string[] =>
  asked.flatMap(({ item, critical }) => (critical ? [item] : []));

/**
 * Who reports equipment reports every critical line, and by line every line, if only as none present: a line left out,
 * or misspelt, would be missing evidence that reads as ready. So would a critical line of which nothing was agreed.
 */
export function heldAgainst(
  asked: readonly RequirementEquipmentLine[],
  { basis, equipmentLines, equipmentOnHand }: MeasuredCounts,
): void {
  const lines = equipmentLines ?? [];
  if (lines.length === 0 && !equipmentOnHand) return;
  const critical = criticalOf(asked);
  allCounted('CRITICAL_LINE_MISSING', critical, lines);
  if (basis === 'BY_LINE') {
    const items = asked.map(({ item }) => item);
    allCounted('REQUIREMENT_LINE_MISSING', items, lines);
  }
  for (const [index, line] of lines.entries()) {
    if (!critical.includes(line.item)) continue;
    const field = `equipmentLines.${index}`;
    if (line.critical === false) notUncritical(`${field}.critical`);
    if (line.agreed === 0) {
      throw ProblemError.invalid('TOO_SMALL', { field: `${field}.agreed`, value: 0, limit: 1 });
    }
  }
}

function allCounted(
  code: 'CRITICAL_LINE_MISSING' | 'REQUIREMENT_LINE_MISSING',
  items: readonly string[],
  lines: readonly EquipmentLineInput[],
): void {
  const missing = items.filter((item) => !lines.some((line) => line.item === item));
  if (missing.length > 0) {
    throw ProblemError.invalid(code, { field: 'equipmentLines', value: missing.join(', ') });
  }
}
