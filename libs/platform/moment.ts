import { ArgsType, Field } from '@nestjs/graphql';
import type { OperationContext } from './operation/operation-context.js';
import { plainDate, type PlainDate } from './plain-date.js';
import { PlainDateScalar } from './graphql/scalars.js';
import { ProblemError } from './problem.js';

/** The two times of every question: the day it is asked of, and the instant up to which records are known. */
export interface Moment {
  readonly asOf: PlainDate;
  readonly knownOn: Date;
  /** An instant was asked: the answer shows what was known then, which can no longer be acted upon. */
  readonly past?: boolean;
}

@ArgsType()
export class MomentArgs {
  @Field(() => PlainDateScalar, { nullable: true, description: 'The day asked of; today where left out.' })
  asOf?: PlainDate | null;

  @Field(() => Date, { nullable: true, description: 'As known at this instant; now where left out.' })
  knownOn?: Date | null;
}

const FIRST_DAY = plainDate('1990-01-01');
const YEARS_AHEAD = 10;

/**
 * A day that a question names, today where it names none.
 * @throws ProblemError AS_OF_OUT_OF_RANGE before 1990 or more than ten years ahead
 */
export function dayAsked(
  { today }: OperationContext,
  field: string,
  given: PlainDate | null | undefined,
): PlainDate {
  const day = given ?? today;
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  if (day < FIRST_DAY || day > last) {
    const limit = `${FIRST_DAY} – ${last}`;
    throw ProblemError.invalid('AS_OF_OUT_OF_RANGE', { field, value: day, limit });
  }
  return day;
}

/**
 * The moment that a question means.
 * @param at where its arguments stand within those of the question, as in `later.`
 * @throws ProblemError AS_OF_OUT_OF_RANGE before 1990 or more than ten years ahead, `knownOn` too; KNOWN_ON_IN_FUTURE
 */
export function momentOf(context: OperationContext, { asOf, knownOn }: MomentArgs, at = ''): Moment {
  const day = dayAsked(context, `${at}asOf`, asOf);
  // A text that names no instant arrives here as an invalid date, which compares with nothing.
  if (knownOn && !(knownOn >= new Date(FIRST_DAY))) {
    throw ProblemError.invalid('AS_OF_OUT_OF_RANGE', {
      field: `${at}knownOn`,
      value: String(knownOn),
      limit: `${FIRST_DAY} – ${context.today}`,
    });
  }
  if (knownOn && knownOn > context.now) {
    const said = { value: knownOn.toISOString(), limit: context.now.toISOString() };
    throw ProblemError.invalid('KNOWN_ON_IN_FUTURE', { field: `${at}knownOn`, ...said });
  }
  return { asOf: day, knownOn: knownOn ?? context.now, past: Boolean(knownOn) };
}

/**
 * What an answer carries so that its nested fields speak of the moment that was asked for.
 * @returns today as known now where a thing carries none, as after a mutation
 */
export const momentCarried = (context: OperationContext, thing: { readonly moment?: Moment }): Moment =>
  thing.moment ?? { asOf: context.today, knownOn: context.now };
