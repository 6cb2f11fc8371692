import { addMonths, formatDay, parseDay } from '#readiness/day.js';
import { addDays, plainDate, type PlainDate } from '#platform/plain-date.js';

/** The day on which the clock of the demonstration stands: the date of the report on which the registry is founded. */
export const DEMONSTRATION_DAY = plainDate('2025-10-13');

/** The first day on which anything is recorded; what happened earlier is recorded late, from paper. */
export const FIRST_RECORDED_DAY = plainDate('2020-07-01');

/** The same date `months` later (earlier where negative), clamped to the last day of that month. */
export function monthsAfter(day: PlainDate, months: number): PlainDate {
  const parsed = parseDay(day);
  if (parsed === undefined) throw new RangeError(`not a calendar date: ${day}`);
  return plainDate(formatDay(addMonths(parsed, months)));
}

/** A day before the demonstration's, in whole months and then days; `inMonths` names one after it. */
export type Ago = (months: number, days?: number) => PlainDate;

/** @param shift days by which everything in one Member State's story lies earlier, so that no two are alike */
export const agoWith =
  (shift: number): Ago =>
  (months, days = 0) =>
    addDays(monthsAfter(DEMONSTRATION_DAY, -months), -days - shift);

export const inMonths = (months: number): PlainDate => monthsAfter(DEMONSTRATION_DAY, months);

/** The later of two days. */
export const latest = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? other : one);

/** The earlier of two days. */
export const earliest = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other);
