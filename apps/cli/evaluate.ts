import { formatDay, type Day } from '#readiness/day.js';
import { evaluate } from '#readiness/evaluate.js';
import { PARAMETER_SET_1, parametersOf } from '#readiness/parameters.js';
import type { InputProblem } from '#readiness/field.js';
import { readEntry, type Entry } from '#readiness/read.js';
import { rollUpFacts } from '#readiness/roll-up.js';

/**
 * What `muster evaluate FILE` does: the text of a JSON array of `{name, asOf, facts}` and `{name, asOf, stateBars,
 * pledges}` becomes a JSON array of `{name, …result}` in the same order, by parameter set 1. Where any entry is
 * broken there is no output, and every broken field of every entry is named, a line each.
 * @param source what a person calls the text
 */
export function evaluateEntries(
  text: string,
  source: string,
): { readonly output: string } | { readonly errors: readonly string[] } {
  let entries: unknown;
  try {
    entries = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { errors: [`${source} is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (!Array.isArray(entries)) return { errors: [`${source} is not a JSON array of entries`] };

  const errors: string[] = [];
  const answers: object[] = [];
  entries.forEach((value: unknown, index) => {
    const read = readEntry(value);
    if ('problems' in read) errors.push(...read.problems.map((problem) => describe(index, problem)));
    else answers.push(answer(read.entry));
  });
  return errors.length > 0 ? { errors } : { output: JSON.stringify(answers, null, 2) };
}

const parameters = parametersOf(PARAMETER_SET_1);

function answer(entry: Entry): object {
  const { name } = entry;
  switch (entry.kind) {
    case 'PLEDGE':
      return { name, ...written(evaluate(entry.facts, entry.asOf, parameters)) };
    case 'MEMBER_STATE':
      return { name, ...written(rollUpFacts(entry, parameters)) };
  }
}

function written<Result extends { readonly nextChangeOn: Day | null }>(result: Result) {
  return { ...result, nextChangeOn: result.nextChangeOn === null ? null : formatDay(result.nextChangeOn) };
}

function describe(index: number, { path, rule, value }: InputProblem): string {
  const where = path === '' ? `entry ${index}` : `entry ${index}: ${path}`;
  return `${where} ${rule}, ${value === undefined ? 'is missing' : `is ${shown(value)}`}`;
}

function shown(value: unknown): string {
  try {
    return shortened(JSON.stringify(value));
  } catch (error) {
    // Text can be nested more deeply than it can be written again.
    if (error instanceof RangeError) return 'nested too deeply to be shown';
    throw error;
  }
}

function shortened(json: string): string {
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}
