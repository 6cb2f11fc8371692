/** A UTC calendar date, `YYYY-MM-DD`, without a time. Days are compared as strings: their order is the calendar's. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** The day a text names, or undefined where it is not a real calendar date of the years 1900 to 2199. */
export function parsePlainDate(text: unknown): PlainDate | undefined {
  if (typeof text !== 'string' || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
    ? (text as PlainDate)
    : undefined;
}

/** As `parsePlainDate`, for texts that our own code wrote: anything else is a mistake of ours. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new RangeError(`not a calendar date: ${text}`);
  return day;
}

/** The UTC day on which an instant falls. */
export const dayOf = (instant: Date): PlainDate => instant.toISOString().slice(0, 10) as PlainDate;

export const addDays = (day: PlainDate, days: number): PlainDate =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
