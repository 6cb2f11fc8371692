import type { OperationContext } from '#platform/operation/operation-context.js';
import { plainDate, type PlainDate } from '#platform/plain-date.js';
import {
  PARAMETER_NAMES,
  parametersOf,
  type ParameterName,
  type ReadinessParameters,
} from '#readiness/parameters.js';
import { PARAMETER_SETS_SQL } from '#reference/reference.sql.js';

/** One set of rule parameters, as the rules take it. */
export interface RuleParameters {
  readonly number: number;
  readonly effectiveOn: PlainDate;
  readonly parameters: ReadinessParameters;
}

interface SetRow {
  readonly number: number;
  readonly effectiveOn: string;
  readonly values: readonly { readonly name: string; readonly value: number }[];
}

/** Every known set, by the day it takes effect. Read once an operation. */
export function parameterSets(context: OperationContext): Promise<readonly RuleParameters[]> {
  return context.once('parameterSets', async () =>
    (await context.prepared<SetRow>({ name: 'parameter sets', sql: PARAMETER_SETS_SQL })).map(readSet),
  );
}

function readSet({ number, effectiveOn, values }: SetRow): RuleParameters {
  const known = Object.fromEntries(values.map(({ name, value }) => [name, { value }]));
  const missing = PARAMETER_NAMES.filter((name) => known[name] === undefined);
  if (missing.length > 0) throw new Error(`parameter set ${number} lacks ${missing.join(', ')}`);
  const parameters = parametersOf(known as Record<ParameterName, { value: number }>);
  return { number, effectiveOn: plainDate(effectiveOn), parameters };
}

/**
 * The set in force on a day, and the day on which a later known set takes its place, or null. Days before the first set
 * are read by it: a record may carry any day, and a question may look at the eve of the first that can be asked of.
 */
export function inForceOn(
  sets: readonly RuleParameters[],
  day: PlainDate,
): { readonly set: RuleParameters; readonly untilDay: PlainDate | null } {
  const later = sets.findIndex(({ effectiveOn }) => effectiveOn > day);
  const set = sets.at(later === -1 ? -1 : Math.max(later - 1, 0));
  if (set === undefined) throw new Error('no parameter set is known');
  return { set, untilDay: sets[later]?.effectiveOn ?? null };
}
