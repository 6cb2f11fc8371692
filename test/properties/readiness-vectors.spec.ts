import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { evaluateEntries } from '#cli/evaluate.js';
import { formatDay, parseDay, addMonths } from '#readiness/day.js';
import { describeShared } from '#test/support/shared.js';

interface Vector {
  readonly name: string;
  readonly expect: object;
}

function answersTo(entries: readonly unknown[]): unknown {
  const result = evaluateEntries(JSON.stringify(entries), 'vectors');
  if ('errors' in result) throw new Error(result.errors.join('\n'));
  return JSON.parse(result.output);
}

const expectedOf = (vectors: readonly Vector[]) =>
  vectors.map((vector) => ({ name: vector.name, ...vector.expect }));

/** The same value with every text and every list passed through, the answers' reasons as they are. */
function mapped(
  value: unknown,
  text: (text: string) => string,
  list: (list: unknown[]) => unknown[],
): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return list(value.map((item) => mapped(item, text, list)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, text, list)]));
}

const same = <Value>(value: Value): Value => value;

/** After 28 years the calendar has the same leap years and weekdays. */
function moved(text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : formatDay(addMonths(day, 28 * 12));
}

/** A shuffle that is the same in every run. */
function shuffled(list: unknown[]): unknown[] {
  const result = [...list];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = (index * 7919 + result.length * 104_729) % (index + 1);
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}

it("the project's own vectors come out deeply equal", () => {
  const own = resolve(import.meta.dirname, '../../..', 'test/fixtures/vectors.json');
  const vectors = JSON.parse(readFileSync(own, 'utf8')) as Vector[];
  expect(answersTo(vectors)).toEqual(expectedOf(vectors));
});

describeShared('the vectors of the rules', ['vectors/readiness.json', 'vectors/roll-up.json'], (path) => {
  const read = (file: string) => JSON.parse(readFileSync(path(file), 'utf8')) as Vector[];
  const pledges = read('vectors/readiness.json');
  const states = read('vectors/roll-up.json');
  const all = [...pledges, ...states];

  it('come out deeply equal, all 400 and 60', () => {
    expect([pledges.length, states.length]).toEqual([400, 60]);
    expect(answersTo(all)).toEqual(expectedOf(all));
  });

  it('come out the same by other names', () => {
    const renamed = all.map((vector, index) => ({ ...vector, name: `another ${index}` }));
    expect(answersTo(renamed)).toEqual(expectedOf(renamed));
  });

  it('come out the same with every list of facts in another order', () => {
    const reordered = all.map(({ expect: _expected, ...entry }) => mapped(entry, same, shuffled));
    expect(reordered).not.toEqual(all);
    expect(answersTo(reordered)).toEqual(expectedOf(all));
  });

  it('come out moved with every date moved by 28 years', () => {
    const later = mapped(all, moved, same) as Vector[];
    expect(answersTo(later)).toEqual(expectedOf(later));
  });
});
