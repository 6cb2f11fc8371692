/**
 * A UTC calendar day without a time, as the whole number of days since 1970-01-01. Rules compare days as
 * integers; the written form `YYYY-MM-DD` exists at the edges only.
 */
export type Day = number & { readonly __day: true };

// Civil arithmetic counts years from March, so that the leap day is the last of its year, and days within
// eras of 400 years, after which the Gregorian calendar repeats itself.
const DAYS_PER_ERA = 146_097;
/** 1970-01-01 counted from 0000-03-01. */
const EPOCH = 719_468;
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The last day that `YYYY-MM-DD` can write. A change after it is no change anyone can be told of. */
export const LAST_DAY = dayOf(9999, 12, 31);

/** A day later than every calendar day: the end of what never expires. A small integer, so that it stays fast. */
export const FOREVER = 1_000_000_000 as Day;

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; undefined where the text is not written so or names no day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const parts = WRITTEN.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const date = Number(parts[3]);
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > lengthOfMonth(year, month)) return undefined;
  return dayOf(year, month, date);
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, date } = calendarOf(day);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${TWO_DIGITS[month]}-${TWO_DIGITS[date]}`;
}

/** The day `days` later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The same date `months` later (earlier where negative), clamped to the last day of that month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = calendarOf(day);
  const monthCount = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthCount / 12);
  const newMonth = monthCount - newYear * 12 + 1;
  const length = lengthOfMonth(newYear, newMonth);
  return dayOf(newYear, newMonth, date < length ? date : length);
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

function dayOf(year: number, month: number, date: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = (((153 * marchMonth + 2) / 5) | 0) + date - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - EPOCH) as Day;
}

function calendarOf(day: Day): { year: number; month: number; date: number } {
  const fromMarch = day + EPOCH;
  const era = Math.floor(fromMarch / DAYS_PER_ERA);
  const dayOfEra = fromMarch - era * DAYS_PER_ERA;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const date = dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}
