import { formatDay, type Day } from '#readiness/day.js';
import { DAY_FIELDS, type Facts } from '#readiness/facts.js';

function mapDays(facts: Facts, map: (day: Day) => unknown): unknown {
  const isDay = (name: string, value: unknown): value is Day =>
    DAY_FIELDS.has(name) && typeof value === 'number';
  return JSON.parse(
    JSON.stringify(facts, (name, value: unknown) => (isDay(name, value) ? map(value) : value)),
  );
}

/** Facts as they stand in a file: days written `YYYY-MM-DD`, all else as it is. */
export function writtenFacts(facts: Facts): Record<string, unknown> {
  return mapDays(facts, formatDay) as Record<string, unknown>;
}

/** The same facts on other days. */
export function withDays(facts: Facts, map: (day: Day) => Day): Facts {
  return mapDays(facts, map) as Facts;
}
