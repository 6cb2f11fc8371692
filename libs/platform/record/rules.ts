import type { OperationContext } from '../operation/operation-context.js';
import type { PlainDate } from '../plain-date.js';
import { ProblemError, type ProblemCode } from '../problem.js';

/** What happened has happened: no event lies after today. */
export function notAfterToday(context: OperationContext, field: string, day: PlainDate): void {
  if (day > context.today)
    throw ProblemError.invalid('AFTER_TODAY', { field, value: day, limit: context.today });
}

/** An event lies on or after the day of what it rests on; nothing is asked where there is no such day. */
export function notBefore(code: ProblemCode, field: string, day: PlainDate, limit: PlainDate | null): void {
  if (limit !== null && day < limit) throw ProblemError.invalid(code, { field, value: day, limit });
}

/** An interval ends on or after its first day; an open one has no end. */
export function interval(field: string, from: PlainDate, until: PlainDate | null | undefined): void {
  if (until) notBefore('INTERVAL_REVERSED', field, until, from);
}

/** No member of a list says the same as one before it. */
export function eachOnce(list: string, field: string, values: readonly string[] = []): void {
  const index = values.findIndex((value, place) => values.indexOf(value) < place);
  if (index >= 0) {
    throw ProblemError.invalid('ALREADY_EXISTS', {
      field: `${list}.${index}.${field}`,
      value: values[index] ?? null,
    });
  }
}

/** A part is not more than its whole. */
export function notMoreThan(field: string, part: number | null | undefined, whole: number): void {
  if (typeof part === 'number' && part > whole) {
    throw ProblemError.invalid('MORE_THAN_WHOLE', { field, value: part, limit: whole });
  }
}
