import { ProblemError } from '#platform/problem.js';
import { eachOnce, notMoreThan } from '#platform/record/rules.js';
import type { MeasuredCounts, SelfSustainmentInput } from './measurement.input.js';

const TOTALS = ['equipmentOnHand', 'serviceability', 'selfSustainment'] as const;
const LINES = ['equipmentLines', 'selfSustainmentCategories'] as const;

/** The rules that a measurement keeps by itself. */
export function measurementRules(content: MeasuredCounts): void {
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
  for (const [index, category] of (selfSustainmentCategories ?? []).entries()) {
    judgedOrCounted(`selfSustainmentCategories.${index}`, category);
  }
}

/** Totals beside the lines that make them would be two truths. */
function ofItsBasis(content: MeasuredCounts): void {
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
  const [field] = reported.filter((dimension) => foreign.includes(dimension));
  if (field !== undefined) {
    const limit = byLine ? 'TOTALS_ONLY' : 'BY_LINE';
    throw ProblemError.invalid('NOT_OF_BASIS', { field, value: basis, limit });
  }
  const uncritical = byLine ? -1 : (equipmentLines ?? []).findIndex(({ critical }) => critical === false);
  if (uncritical >= 0) notUncritical(`equipmentLines.${uncritical}.critical`);
}

/** A line that is critical by what it is stays so, whatever is said of it. */
export function notUncritical(field: string): never {
  throw ProblemError.invalid('UNKNOWN_CODE', { field, value: 'false', limit: 'true' });
}

/** A category is counted in persons or judged as a whole; where both are said, they say the same. */
function judgedOrCounted(field: string, category: SelfSustainmentInput): void {
  const { available, satisfactory } = category;
  if (typeof satisfactory !== 'boolean') {
    if (typeof available !== 'number')
      throw ProblemError.invalid('REQUIRED', { field: `${field}.available` });
    return;
  }
  const limit = availableOf(category);
  if (typeof available === 'number' && available !== limit) {
    throw ProblemError.invalid('CONTRADICTION', { field: `${field}.available`, value: available, limit });
  }
}

/** The persons for whom a category is available. What is not satisfactory counts for nobody. */
export const availableOf = ({ required, available, satisfactory }: SelfSustainmentInput): number =>
  typeof satisfactory === 'boolean' ? (satisfactory ? required : 0) : (available ?? 0);
