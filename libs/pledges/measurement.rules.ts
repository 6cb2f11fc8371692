import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { eachOnce, notMoreThan } from '#platform/record/rules.js';
import type { MeasurementContent } from './measurement.input.js';

const TOTALS = ['equipmentOnHand', 'serviceability', 'selfSustainment'] as const;
const LINES = ['equipmentLines', 'selfSustainmentCategories'] as const;

/** The rules that a measurement keeps by itself. */
export function measurementRules(content: MeasurementContent): void {
  const { personnel, equipmentLines, selfSustainmentCategories } = content;
  ofItsBasis(content);
  if (personnel) notMoreThan('personnel.women', personnel.women, personnel.available);
  for (const [index, { serviceable, present }] of (equipmentLines ?? []).entries()) {
    notMoreThan(`equipmentLines.${index}.serviceable`, serviceable, present);
  }
  eachOnce(
    'equipmentLines',
    'item',
    equipmentLines?.map(({ item }) => item),
  );
  eachOnce(
    'selfSustainmentCategories',
    'category',
    selfSustainmentCategories?.map(({ category }) => category),
  );
}

/** Totals beside the lines that make them would be two truths. */
function ofItsBasis(content: MeasurementContent): void {
  const { basis, equipmentLines } = content;
  const byLine = basis === 'BY_LINE';
  const reported = [
    ...(content.personnel ? ['personnel'] : []),
    ...TOTALS.filter((total) => content[total]),
    ...LINES.filter((lines) => content[lines]?.length),
  ];
  if (reported.length === 0) {
    const field = ['personnel', ...(byLine ? LINES : [...TOTALS, 'equipmentLines'])].join(', ');
    throw ProblemError.invalid('REQUIRED', { field });
  }
  const foreign: readonly string[] = byLine ? TOTALS : ['selfSustainmentCategories'];
  if (reported.some((dimension) => foreign.includes(dimension))) {
    const limit = byLine ? 'TOTALS_ONLY' : 'BY_LINE';
    throw ProblemError.invalid('UNKNOWN_CODE', { field: 'basis', value: basis, limit });
  }
  const uncritical = byLine ? -1 : (equipmentLines ?? []).findIndex(({ critical }) => critical === false);
  if (uncritical >= 0) {
    const field = `equipmentLines.${uncritical}.critical`;
    throw ProblemError.invalid('UNKNOWN_CODE', { field, value: 'false', limit: 'true' });
  }
}

const COVERED = `
SELECT EXISTS (SELECT FROM visit_coverage c WHERE c.visit_id = v.id AND c.pledge_id = $2 AND c.voided_at IS NULL) AS covered
FROM visit v WHERE v.id = $1`;

/** The visit that measured a unit covers it. */
export async function visitCovers(context: OperationContext, visitId: string, pledgeId: Id): Promise<void> {
  const [visit] = await context.query<{ covered: boolean }>(COVERED, [visitId, pledgeId]);
  if (visit === undefined) throw ProblemError.notFound('visitId', visitId);
  if (!visit.covered)
    throw ProblemError.invalid('NOT_COVERED_BY_VISIT', { field: 'visitId', value: visitId });
}
