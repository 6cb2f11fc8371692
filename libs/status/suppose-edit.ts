import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { PledgeStanding } from '#pledges/pledge-standing.js';
import { notAfterEnd } from '#pledges/rules.js';
import type { Day } from '#readiness/day.js';
import type { Facts } from '#readiness/facts.js';
import type { RecordedFacts } from './facts.js';

/** What the rules of recording ask about beside the facts. */
export interface Supposing {
  /** The day asked of. */
  readonly asOf: PlainDate;
  /** As the pledge stands on that day, with the steps that were supposed before. */
  readonly standing: PledgeStanding;
  /** The statement of unit requirements that the pledge names, or null. */
  readonly requirementStatementId: string | null;
}

/**
 * What recording such a thing makes of the facts: those that are others then, none where it does not count.
 * @throws ProblemError as its recording would, with the field within what is said
 */
export type Edit<Said> = (facts: RecordedFacts, said: Said, supposing: Supposing) => Partial<RecordedFacts>;

/**
 * The day on which something is supposed to have happened to the pledge: the one that is said, or the day asked of.
 * @throws ProblemError AFTER_AS_OF; NOT_IN_LIFECYCLE_STATE after the pledge was withdrawn
 */
export function happenedOn(
  { asOf, standing }: Supposing,
  field: string,
  said: PlainDate | null | undefined = null,
): PlainDate {
  const day = said ?? asOf;
  if (day > asOf) throw ProblemError.invalid('AFTER_AS_OF', { field, value: day, limit: asOf });
  notAfterEnd(standing, field, day);
  return day;
}

/** Facts that are plain values, and no longer rest on the records of before. */
export const plain = (
  { records }: RecordedFacts,
  values: Partial<Pick<RecordedFacts, keyof Facts>>,
): Partial<RecordedFacts> => ({
  ...values,
  records: { ...records, ...Object.fromEntries(Object.keys(values).map((name) => [name, {}])) },
});

/** A visit or an evaluation, by its day and by the word with which it ended. */
interface Concluded {
  readonly date: Day;
  readonly word: string;
}

/**
 * Whether what is recorded now takes the place of the latest: it is later, or of the same day and no better.
 * @param words from the best to the worst
 */
export function takesPlaceOf(before: Concluded | null, now: Concluded, words: readonly string[]): boolean {
  if (before === null || now.date > before.date) return true;
  return now.date === before.date && words.indexOf(now.word) >= words.indexOf(before.word);
}

/** The short name of something supposed: the one that is given, or the next free one. */
export function shortName(given: string | null | undefined, taken: readonly string[]): string {
  if (given && taken.includes(given)) {
    throw ProblemError.invalid('ALREADY_EXISTS', { field: 'reference', value: given });
  }
  let number = 1;
  while (taken.includes(`S-${number}`)) number += 1;
  return given ?? `S-${number}`;
}

export const namesOf = (named: readonly { readonly id: string }[]): string[] => named.map(({ id }) => id);

/**
 * A list in which the one of that short name is closed.
 * @param field under which the name was said
 * @throws ProblemError NOT_FOUND where the facts hold none of that name; ALREADY_CLOSED
 */
export function closedIn<T extends { readonly id: string }>(
  list: readonly T[],
  { field, name }: { readonly field: string; readonly name: string },
  closedOn: (one: T) => Day | null,
  close: (one: T) => T,
): T[] {
  const found = list.find(({ id }) => id === name);
  if (found === undefined) throw ProblemError.notFound(field, name);
  if (closedOn(found) !== null) throw ProblemError.invalid('ALREADY_CLOSED', { field, value: name });
  return list.map((one) => (one === found ? close(one) : one));
}
