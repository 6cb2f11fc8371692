import { LAST_DAY, type Day } from './day.js';
import { STANDING_OF, type Facts, type Level, type Severity, type Status } from './facts.js';
import { levelOf } from './ladder.js';
import type { ReadinessParameters } from './parameters.js';
import { PledgeOnDay } from './pledge-on-day.js';
import { compareReasons, ReasonList, sameReasons, type Basis, type Reason } from './reasons.js';
import { RULES } from './rules/index.js';

/** How ready a pledge is on a day, why, and from which day on the same facts say something else. */
export interface Evaluation {
  readonly level: Level;
  readonly status: Status;
  /** Sorted by severity, code and parameters. */
  readonly reasons: readonly Reason[];
  /** The first later day with another level, status or set of reasons; null if none ever comes. */
  readonly nextChangeOn: Day | null;
}

/** The outcome on one day, and the first later day on which a comparison behind it comes out differently. */
interface Outcome {
  readonly level: Level;
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly nextFlip: Day;
}

/** The worst reason decides: a known failure outranks missing evidence, and missing evidence never reads as ready. */
const STATUS_OF: Readonly<Record<Severity, Status>> = {
  BLOCKER: 'BLOCKED',
  FAIL: 'NOT_READY',
  GAP: 'NOT_ESTABLISHED',
  CONDITION: 'CONDITIONAL',
  INFO: 'READY',
};

/** Both answers for one pledge on one day (rules.md). Pure: the same arguments give the same answer. */
export function evaluate(facts: Facts, asOf: Day, parameters: ReadinessParameters): Evaluation {
  const today = outcomeOn(facts, asOf, parameters);
  const { level, status, reasons } = today;
  return { level, status, reasons, nextChangeOn: nextChange(facts, today, parameters) };
}

/** The reasons of `evaluate` in the same order, each with the facts it rests on; missing evidence rests on none. */
export function explain(
  facts: Facts,
  asOf: Day,
  parameters: ReadinessParameters,
): { readonly reason: Reason; readonly basis: readonly Basis[] }[] {
  const pledge = new PledgeOnDay(facts, asOf, parameters);
  const bases = new Map<Reason, readonly Basis[]>();
  const reasons = reasonsFor(pledge, levelOf(pledge), new ReasonList(bases));
  return reasons.map((reason) => ({ reason, basis: bases.get(reason) ?? [] }));
}

function outcomeOn(facts: Facts, day: Day, parameters: ReadinessParameters): Outcome {
  const pledge = new PledgeOnDay(facts, day, parameters);
  const level = levelOf(pledge);
  const reasons = reasonsFor(pledge, level, new ReasonList());
  return { level, status: statusOf(facts, reasons), reasons, nextFlip: pledge.nextFlip };
}

function reasonsFor(pledge: PledgeOnDay, level: Level, list: ReasonList): readonly Reason[] {
  const { lifecycle } = pledge.facts;
  if (STANDING_OF[lifecycle] === 'OUTSIDE') list.add('INFO', 'LIFECYCLE', { state: lifecycle }, 'lifecycle');
  else for (const rule of RULES) rule(pledge, list, level);
  return list.reasons.sort(compareReasons);
}

function statusOf({ lifecycle }: Facts, [worst]: readonly Reason[]): Status {
  if (STANDING_OF[lifecycle] === 'OUTSIDE') return 'NOT_IN_POOL';
  return worst === undefined ? 'READY' : STATUS_OF[worst.severity];
}

/**
 * Goes from flip to flip: between two of them nothing can change, and at one of them nothing need change (a
 * second copy of a document arrives, say), so the outcome there is compared with today's.
 */
function nextChange(facts: Facts, today: Outcome, parameters: ReadinessParameters): Day | null {
  let later = today;
  while (later.nextFlip <= LAST_DAY) {
    const day = later.nextFlip;
    later = outcomeOn(facts, day, parameters);
    if (later.level !== today.level || !sameReasons(later.reasons, today.reasons)) return day;
  }
  return null;
}
