import { LAST_DAY, type Day } from './day.js';
import { STANDING_OF, type Facts, type Level, type Severity, type Status } from './facts.js';
import { levelOf } from './ladder.js';
import type { ReadinessParameters } from './parameters.js';
import { PledgeOnDay } from './pledge-on-day.js';
import { compareReasons, ReasonList, sameReasons, type Reason } from './reasons.js';
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
  const { lifecycle } = facts;
  if (STANDING_OF[lifecycle] === 'OUTSIDE') {
    const reasons = new ReasonList();
    reasons.add('INFO', 'LIFECYCLE', { state: lifecycle });
    return { level: 'NONE', status: 'NOT_IN_POOL', reasons: reasons.reasons, nextChangeOn: null };
  }
  const today = outcomeOn(facts, asOf, parameters);
  const { level, status, reasons } = today;
  return { level, status, reasons, nextChangeOn: nextChange(facts, today, parameters) };
}

function outcomeOn(facts: Facts, day: Day, parameters: ReadinessParameters): Outcome {
  const pledge = new PledgeOnDay(facts, day, parameters);
  const level = levelOf(pledge);
  const list = new ReasonList();
  for (const rule of RULES) rule(pledge, list, level);
  const reasons = list.reasons.sort(compareReasons);
  const worst = reasons[0];
  return {
    level,
    status: worst === undefined ? 'READY' : STATUS_OF[worst.severity],
    reasons,
    nextFlip: pledge.nextFlip,
  };
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
