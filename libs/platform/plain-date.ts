/** A UTC calendar date, `YYYY-MM-DD`, without a time. Days are compared as strings: their order is the calendar's. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** The day a text names, or undefined where it is not a real calendar date of the years 1900 to 2199. */
export function parsePlainDate(text: unknown): PlainDate | undefined {
  return typeof text === 'string' && /^(19|20|21)\d\d-/.test(text) && isCalendarDate(text) ? text : undefined;
}

/**
 * A text that our own code wrote: anything but a calendar date is a mistake of ours. It may lie after the years that
 * can be entered, as the day after the last of them does, or the month in which something of that day expires.
 */
export function plainDate(text: string): PlainDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

function isCalendarDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The UTC day on which an instant falls. */
export const dayOf = (instant: Date): PlainDate => instant.toISOString().slice(0, 10) as PlainDate;

export const addDays = (day: PlainDate, days: number): PlainDate =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
