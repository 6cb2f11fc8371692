import { InputType } from '@nestjs/graphql';
import { CodeField, CountField, PartField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { eachOnce } from '#platform/record/rules.js';
import {
  contradictionIn,
  MOST_OF_UNIT,
  PARAMETER_NAMES,
  PARAMETER_SET_1,
  parametersOf,
  valuesOf,
  type ParameterName,
  type ReadinessParameters,
} from '#readiness/parameters.js';
import { inForceOn, type RuleParameters } from './parameter-sets.js';

@InputType()
export class SupposedParameterInput {
  @CodeField(PARAMETER_NAMES)
  name!: ParameterName;

  @CountField(Math.max(...Object.values(MOST_OF_UNIT)), { description: 'Whole months, days or per cent.' })
  value!: number;
}

@InputType({ isOneOf: true, description: 'Other rule parameters than those in force on the day asked of.' })
export class SupposedRulesInput {
  @CountField(1_000_000, {
    optional: true,
    description: 'The number of another set, as if it were in force.',
  })
  parameterSet?: number | null;

  @PartField(SupposedParameterInput, {
    each: true,
    optional: true,
    description: 'Values in place of those of the set in force, whose number the answer goes on to name.',
  })
  parameters?: SupposedParameterInput[] | null;
}

/**
 * All sets, with what is supposed in the place of the one in force on the day. Later ones take effect on their days.
 * @throws ProblemError UNKNOWN_CODE, ALREADY_EXISTS, TOO_LARGE, CONTRADICTION
 */
export function supposedSets(
  sets: readonly RuleParameters[],
  asOf: PlainDate,
  rules: SupposedRulesInput | null | undefined,
): readonly RuleParameters[] {
  if (!rules) return sets;
  const { set: inForce } = inForceOn(sets, asOf);
  const supposed = rules.parameters
    ? { ...inForce, parameters: withValues(inForce.parameters, rules.parameters) }
    : setOf(sets, rules.parameterSet);
  return sets.map((set) => (set === inForce ? { ...supposed, effectiveOn: set.effectiveOn } : set));
}

function setOf(sets: readonly RuleParameters[], number: number | null | undefined): RuleParameters {
  const set = sets.find((each) => each.number === number);
  if (set !== undefined) return set;
  const limit = sets.map((each) => each.number).join(', ');
  throw ProblemError.invalid('UNKNOWN_CODE', { field: 'rules.parameterSet', value: number ?? null, limit });
}

function withValues(
  inForce: ReadinessParameters,
  said: readonly SupposedParameterInput[],
): ReadinessParameters {
  eachOnce(
    'rules.parameters',
    'name',
    said.map(({ name }) => name),
  );
  for (const [place, { name, value }] of said.entries()) {
    const limit = MOST_OF_UNIT[PARAMETER_SET_1[name].unit];
    if (value > limit) {
      throw ProblemError.invalid('TOO_LARGE', { field: `rules.parameters.${place}.value`, value, limit });
    }
  }
  const values = {
    ...valuesOf(inForce),
    ...Object.fromEntries(said.map(({ name, value }) => [name, value])),
  };
  const contradicting = contradictionIn(values);
  if (contradicting !== undefined) {
    const [value = '', limit = ''] = contradicting.map((name) => `${name} ${values[name]}`);
    throw ProblemError.invalid('CONTRADICTION', { field: 'rules.parameters', value, limit });
  }
  const named = PARAMETER_NAMES.map((name) => [name, { value: values[name] }] as const);
  return parametersOf(Object.fromEntries(named) as Record<ParameterName, { value: number }>);
}
