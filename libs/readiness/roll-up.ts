import { FOREVER, LAST_DAY, type Day } from './day.js';
import { evaluate, type Evaluation } from './evaluate.js';
import {
  LEVEL_RANK,
  STANDING_OF,
  type BarFact,
  type Facts,
  type Level,
  type Standing,
  type Status,
} from './facts.js';
import { OnDay } from './on-day.js';
import type { ReadinessParameters } from './parameters.js';
import type { Reason, ReasonCode } from './reasons.js';
import { isBarInForce } from './rules/restrictions.js';

/** What the evidence allows to say of a Member State's pool, the first that holds. */
export const WORDS = [
  'RESTRICTED',
  'NO_POOL',
  'AVAILABLE',
  'AVAILABLE_WITH_CONDITIONS',
  'DEVELOPING',
] as const;
export type Word = (typeof WORDS)[number];

/** What no good pledge can hide. */
export const FLAGS = [
  'HAS_BLOCKED_PLEDGE',
  'HAS_COMMITTED_PLEDGE_NOT_READY',
  'HAS_LEVEL_DISCREPANCY',
  'HAS_OVERDUE_PLAN',
  'HAS_UNDECLARED_CAVEAT',
] as const;
export type Flag = (typeof FLAGS)[number];

/** As much of a reason as is looked at here. */
type SaidReason = Pick<Reason, 'severity' | 'code'>;

/** One pledge with its evaluation, state-wide bars included as bars of its own; as much of both as is looked at here. */
export interface EvaluatedPledge {
  readonly facts: Pick<Facts, 'lifecycle'> & {
    readonly measurements: { readonly personnel: { readonly available: number } | null };
  };
  readonly evaluation: Omit<Evaluation, 'reasons'> & { readonly reasons: readonly SaidReason[] };
}

export interface RollUp {
  readonly word: Word;
  readonly flags: readonly Flag[];
  /** Numbers of pledges. */
  readonly pool: number;
  readonly committed: number;
  readonly deployed: number;
  /** Pool pledges by `LEVEL/STATUS`, without zeros. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many pool pledges carry each code that is more than information. */
  readonly limiting: Readonly<Partial<Record<ReasonCode, number>>>;
  readonly bestLevel: Level;
  readonly rdl: number;
  /** Persons available in pool pledges that are ready or conditional. */
  readonly availablePersonnel: number;
  /** Pool pledges without a gap, of the pool. */
  readonly evidence: { readonly complete: number; readonly pool: number };
  readonly nextChangeOn: Day | null;
}

type StandingPledge = EvaluatedPledge & { readonly standing: Standing };

/** Whether a pledge that stands so, with such an evaluation, raises the flag. */
const FLAG_RULES: Readonly<Record<Flag, (pledge: StandingPledge) => boolean>> = {
  HAS_BLOCKED_PLEDGE: ({ standing, evaluation }) => standing === 'POOL' && evaluation.status === 'BLOCKED',
  HAS_COMMITTED_PLEDGE_NOT_READY: ({ standing, evaluation: { status } }) =>
    standing === 'COMMITTED' && (status === 'NOT_READY' || status === 'BLOCKED'),
  HAS_LEVEL_DISCREPANCY: ({ standing, evaluation }) =>
    standing === 'POOL' && carries(evaluation, 'LEVEL_DISCREPANCY'),
  // A pledge outside the pool carries neither of these reasons.
  HAS_OVERDUE_PLAN: ({ evaluation }) => carries(evaluation, 'PLAN_OVERDUE'),
  HAS_UNDECLARED_CAVEAT: ({ evaluation }) =>
    carries(evaluation, 'CAVEAT_UNDECLARED_OPEN') || carries(evaluation, 'CAVEAT_UNDECLARED_OVERDUE'),
};

function carries({ reasons }: EvaluatedPledge['evaluation'], code: ReasonCode): boolean {
  return reasons.some((reason) => reason.code === code);
}

/** A Member State on one day, from pledges whose evaluations already count its state-wide bars. */
export function rollUp(asked: {
  readonly asOf: Day;
  readonly stateBars: readonly BarFact[];
  readonly pledges: readonly EvaluatedPledge[];
}): RollUp {
  const pledges = asked.pledges.map((pledge) => ({
    ...pledge,
    standing: STANDING_OF[pledge.facts.lifecycle],
  }));
  const standing = (wanted: Standing) => pledges.filter((pledge) => pledge.standing === wanted);
  const pool = standing('POOL');
  const today = new OnDay(asked.asOf);
  const barsInForce = asked.stateBars.filter((bar) => isBarInForce(today, bar));
  return {
    word: wordOf(barsInForce.length > 0, pool),
    flags: FLAGS.filter((flag) => pledges.some(FLAG_RULES[flag])),
    pool: pool.length,
    committed: standing('COMMITTED').length,
    deployed: standing('DEPLOYED').length,
    counts: tally(pool.map(({ evaluation }) => [`${evaluation.level}/${evaluation.status}`])),
    limiting: tally(
      pool.map(({ evaluation }) => evaluation.reasons.filter(isLimiting).map(({ code }) => code)),
    ),
    bestLevel: pool.reduce<Level>((best, { evaluation }) => higher(best, evaluation.level), 'NONE'),
    rdl: pool.filter(({ evaluation }) => evaluation.level === 'RDL').length,
    availablePersonnel: pool.filter(isAvailable).reduce((sum, pledge) => sum + personnelOf(pledge), 0),
    evidence: { complete: pool.filter(isComplete).length, pool: pool.length },
    nextChangeOn: earliest([
      today.nextFlip,
      ...pledges.map(({ evaluation }) => evaluation.nextChangeOn ?? FOREVER),
    ]),
  };
}

/** The same from facts: a state-wide bar is a bar of each of its pledges. */
export function rollUpFacts(
  asked: { readonly asOf: Day; readonly stateBars: readonly BarFact[]; readonly pledges: readonly Facts[] },
  parameters: ReadinessParameters,
): RollUp {
  const pledges = asked.pledges.map((facts) => ({
    facts,
    evaluation: evaluate(withStateBars(facts, asked.stateBars), asked.asOf, parameters),
  }));
  return rollUp({ ...asked, pledges });
}

/** The facts of a pledge with the bars of its Member State among its own. */
export function withStateBars(facts: Facts, stateBars: readonly BarFact[]): Facts {
  return stateBars.length === 0 ? facts : { ...facts, bars: [...facts.bars, ...stateBars] };
}

function wordOf(isBarred: boolean, pool: readonly EvaluatedPledge[]): Word {
  const has = (status: Status) => pool.some(({ evaluation }) => evaluation.status === status);
  if (isBarred || (pool.length > 0 && pool.every(isBlocked))) return 'RESTRICTED';
  if (pool.length === 0) return 'NO_POOL';
  if (has('READY')) return 'AVAILABLE';
  return has('CONDITIONAL') ? 'AVAILABLE_WITH_CONDITIONS' : 'DEVELOPING';
}

/** How many lists hold each word, in the order of the words. */
function tally(lists: readonly (readonly string[])[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of new Set(list)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isLimiting = ({ severity }: SaidReason) => severity !== 'INFO';
const isAvailable = ({ evaluation: { status } }: EvaluatedPledge) =>
  status === 'READY' || status === 'CONDITIONAL';
const isBlocked = ({ evaluation }: EvaluatedPledge) => evaluation.status === 'BLOCKED';
const isComplete = ({ evaluation }: EvaluatedPledge) =>
  evaluation.reasons.every(({ severity }) => severity !== 'GAP');
const personnelOf = ({ facts }: EvaluatedPledge) => facts.measurements.personnel?.available ?? 0;
const higher = (a: Level, b: Level): Level => (LEVEL_RANK[b] > LEVEL_RANK[a] ? b : a);

/** Null where the earliest is later than the calendar goes. */
function earliest(days: readonly Day[]): Day | null {
  const first = days.reduce((a, b) => (b < a ? b : a));
  return first <= LAST_DAY ? first : null;
}
