import { getNamedType, isInputObjectType } from 'graphql';
import { RECORDED_THROUGH, replacementField } from '#status/kinds.js';
import type { Input } from './mutations.js';
import { SCENARIO } from './samples.js';
import type { Scenario } from './scenario.js';

/** What the scenario first said of a fact of that kind: the content by which a correction may replace it. */
export function contentOf(scenario: Scenario, kind: string): Input {
  const { schema } = scenario.mutations;
  const replacement = schema.getType('ReplacementInput');
  const field = isInputObjectType(replacement) ? replacement.getFields()[replacementField(kind)] : undefined;
  const type = getNamedType(field?.type);
  const sample = SCENARIO.find(({ mutation }) => mutation === RECORDED_THROUGH[kind])?.input;
  if (sample === undefined || !isInputObjectType(type)) throw new Error(`no sample of a ${kind}`);
  const content = Object.entries(sample).filter(([name]) => name in type.getFields());
  return scenario.resolve(Object.fromEntries(content)) as Input;
}
