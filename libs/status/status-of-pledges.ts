import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { parseDay, type Day } from '#readiness/day.js';
import { evaluate, type Evaluation } from '#readiness/evaluate.js';
import { facts, type PledgeDay, type PledgeFacts } from './facts.js';
import { inForceOn, parameterSets, type RuleParameters } from './parameter-sets.js';

/** A pledge at a moment: what it is, its facts, and what the rules in force on that day make of them. */
export interface PledgeAtMoment extends PledgeFacts {
  readonly moment: Moment;
  /** Its next change is no later than the day on which other known rules, or another agreement, take effect. */
  readonly evaluation: Evaluation;
  readonly parameterSet: RuleParameters;
}

/** Pledges whose facts are read, and held, at once: about half a second of the database's time, some ten megabytes. */
const BATCH = 2_000;

/** Things in order, in groups that have to do with no more pledges than are read at once; one thing stays whole. */
export function* inBatches<T>(
  things: readonly T[],
  pledgesOf: (thing: T) => number = () => 1,
): Generator<readonly T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const thing of things) {
    const more = pledgesOf(thing);
    if (size > 0 && size + more > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(thing);
    size += more;
  }
  if (batch.length > 0) yield batch;
}

/**
 * The status of pledges at one moment, computed from their facts in one statement (and one, once an operation, for
 * the parameter sets).
 * @returns by id; without those that are missing, hidden or had not taken their first step by the day
 */
export async function statusOfPledges(
  context: OperationContext,
  ids: readonly Id[],
  { asOf, ...known }: Moment,
): Promise<Map<Id, PledgeAtMoment>> {
  const asked = [...new Set(ids)].map((id) => ({ id, day: asOf }));
  const found = await statusOnDays(context, asked, known);
  return new Map(found.flatMap((status) => (status === undefined ? [] : [[status.id, status]])));
}

/** As `statusOfPledges`, for pairs of pledge and day; in the order asked, undefined where there is no such pledge. */
export async function statusOnDays(
  context: OperationContext,
  asked: readonly PledgeDay[],
  known: Omit<Moment, 'asOf'>,
): Promise<(PledgeAtMoment | undefined)[]> {
  const [sets, found] = await Promise.all([parameterSets(context), facts(context, asked, known.knownOn)]);
  return asked.map(({ day }, place) => {
    const pledge = found[place];
    return pledge && { ...pledge, ...evaluateOn(pledge.facts, day, sets), moment: { asOf: day, ...known } };
  });
}

/** What the rules in force on a day make of facts, be they derived or supposed. */
export function evaluateOn(
  pledgeFacts: PledgeFacts['facts'],
  asOf: PlainDate,
  sets: readonly RuleParameters[],
): Pick<PledgeAtMoment, 'evaluation' | 'parameterSet'> {
  const { set, untilDay } = inForceOn(sets, asOf);
  const evaluation = evaluate(pledgeFacts, dayNumber(asOf), set.parameters);
  // Outside pool, commitment and mission no agreement is looked at.
  const newAgreementOn = evaluation.status === 'NOT_IN_POOL' ? null : (pledgeFacts.rdl?.anotherFrom ?? null);
  const newRulesOn = untilDay === null ? null : dayNumber(untilDay);
  return {
    evaluation: {
      ...evaluation,
      nextChangeOn: earliest([evaluation.nextChangeOn, newRulesOn, newAgreementOn]),
    },
    parameterSet: set,
  };
}

/** A day of the registry as the rules count it. */
export function dayNumber(day: PlainDate): Day {
  const number = parseDay(day);
  if (number === undefined) throw new RangeError(`not a calendar date: ${day}`);
  return number;
}

/** The earliest of days, where there is any. */
export const earliest = <D extends Day | PlainDate>(days: readonly (D | null)[]): D | null =>
  days.reduce<D | null>(
    (one, other) => (one === null || (other !== null && other < one) ? other : one),
    null,
  );
