import type { MeasuredCounts } from '#pledges/measurement.input.js';
import { criticalOf, heldAgainst, linesOf } from '#pledges/measurement.kind.js';
import { availableOf, measurementRules } from '#pledges/measurement.rules.js';
import type { CriticalLine, Dimension, Measurement } from '#readiness/facts.js';
import { happenedOn, type Edit } from './suppose-edit.js';
import type { SupposedMeasurementInput } from './suppose.input.js';

/** As the statement of the facts derives them from one measurement; what it does not say stays as it was. */
export const measured: Edit<SupposedMeasurementInput> = (facts, said, supposing) => {
  happenedOn(supposing, '');
  measurementRules(said);
  const asked = linesOf(supposing.requirementStatementId);
  heldAgainst(asked, said);
  const critical = criticalOf(asked);
  const byLine = said.basis === 'BY_LINE';
  const counts = { ...totalsOf(said), ...(byLine ? sumsOf(said) : {}) };
  const lines = said.equipmentLines ?? [];
  const criticalLines = lines
    .filter((line) => !byLine || line.critical === true || critical.includes(line.item))
    .map(({ item, agreed, present }): CriticalLine => ({
      item,
      required: agreed,
      available: Math.min(present, agreed),
    }));
  return {
    measurements: { ...facts.measurements, ...counts },
    ...(lines.length > 0 ? { criticalLines } : {}),
  };
};

type Counts = Partial<Record<Dimension, Measurement>>;

function totalsOf({ personnel, equipmentOnHand, serviceability, selfSustainment }: MeasuredCounts): Counts {
  const totals = { personnel, equipmentOnHand, serviceability, selfSustainment };
  return Object.fromEntries(
    Object.entries(totals).flatMap(([name, total]) =>
      total ? [[name, { required: total.required, available: total.available }]] : [],
    ),
  );
}

/** Each line counts at most what was agreed; one that was not tried leaves serviceability unsaid. */
function sumsOf({ equipmentLines, selfSustainmentCategories }: MeasuredCounts): Counts {
  const lines = equipmentLines ?? [];
  const categories = selfSustainmentCategories ?? [];
  const counts: Counts = {};
  if (lines.length > 0) {
    counts.equipmentOnHand = summed(lines.map((line) => [line.agreed, line.present]));
  }
  if (lines.length > 0 && lines.every(({ serviceable }) => typeof serviceable === 'number')) {
    counts.serviceability = summed(lines.map((line) => [line.agreed, line.serviceable ?? 0]));
  }
  if (categories.length > 0) {
    counts.selfSustainment = summed(categories.map((each) => [each.required, availableOf(each)]));
  }
  return counts;
}

const summed = (lines: readonly (readonly [required: number, available: number])[]): Measurement => ({
  required: lines.reduce((sum, [required]) => sum + required, 0),
  available: lines.reduce((sum, [required, available]) => sum + Math.min(available, required), 0),
});
