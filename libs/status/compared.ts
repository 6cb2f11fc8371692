import type { Locale } from '#platform/messages/locale.js';
import { render } from '#platform/messages/render.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import { RecordReference } from '#platform/problem.js';
import { preventionsOf } from '#readiness/prevention.js';
import {
  MOST_PLEDGES_OF_CHANGE,
  type Compared,
  type MemberStateChange,
  type PledgeChange,
  type PledgeDifference,
  type PledgeOutcome,
  type Prevention,
} from './compared.type.js';
import type { Turn } from './course.js';
import type { StateTurn } from './member-state-course.js';
import { reasonsOf } from './present-status.js';
import { dayNumber, type PledgeAtMoment } from './status-of-pledges.js';

/** A pledge held against itself, in words: both outcomes, the reasons that went and those that came. */
export function compare(
  one: PledgeAtMoment | undefined,
  other: PledgeAtMoment | undefined,
  locale: Locale,
): Compared {
  const before = one === undefined ? null : outcomeOf(one, locale);
  const after = other === undefined ? null : outcomeOf(other, locale);
  return {
    ...{ before, after },
    reasonsGone: without(before?.reasons ?? [], after?.reasons ?? []),
    reasonsCome: without(after?.reasons ?? [], before?.reasons ?? []),
  };
}

/** What a pledge comes to, in words. */
export const outcomeOf = (pledge: PledgeAtMoment, locale: Locale): PledgeOutcome => ({
  lifecycle: pledge.facts.lifecycle,
  level: pledge.evaluation.level,
  status: pledge.evaluation.status,
  reasons: reasonsOf(pledge, locale),
});

/** A difference of a pledge, of which one side at least is there. */
export const differenceOf = (
  one: PledgeAtMoment | undefined,
  other: PledgeAtMoment | undefined,
  locale: Locale,
): PledgeDifference => ({ ...named(one, other), ...compare(one, other, locale) });

/** A turn of a pledge in words, with what would keep what it brings from coming. */
export const changeOf = ({ day, before, after, happened }: Turn, locale: Locale): PledgeChange => ({
  day,
  ...differenceOf(before, after, locale),
  happened: happened.map((record) => {
    const [kind = '', id = ''] = record.split(' ');
    return Object.assign(new RecordReference(), { kind, id });
  }),
  preventedBy: preventedBy(day, before, after, locale),
});

/** A turn of a Member State in words, with those of its pledges that made it. */
export const stateChangeOf = (
  { state: memberState, day, before, after, pledges, bars }: StateTurn,
  locale: Locale,
): MemberStateChange => ({
  ...{ memberState, day, before, after },
  pledges: pledges.slice(0, MOST_PLEDGES_OF_CHANGE).map((turn) => changeOf(turn, locale)),
  pledgesChanged: pledges.length,
  bars: bars.map((id) => Object.assign(new RecordReference(), { kind: 'BAR', id })),
});

function named(one: PledgeAtMoment | undefined, other: PledgeAtMoment | undefined) {
  const pledge = other ?? one;
  if (pledge === undefined) throw new RangeError('nothing is compared with nothing');
  const { id: pledgeId, reference, memberState } = pledge;
  return { pledgeId, reference, memberState };
}

function preventedBy(
  day: PlainDate,
  before: PledgeAtMoment | undefined,
  { facts, evaluation, parameterSet }: PledgeAtMoment,
  locale: Locale,
): Prevention[] {
  if (before === undefined) return [];
  const come = without(evaluation.reasons, before.evaluation.reasons);
  const held = { facts, reached: before.evaluation.level };
  return preventionsOf(held, come, dayNumber(day), parameterSet.parameters).map(({ code, params }) => ({
    ...{ code, params },
    text: render(locale, `prevention.${code}`, params),
    by: addDays(day, -1),
  }));
}

interface Said {
  readonly severity: string;
  readonly code: string;
  readonly params: object;
}

/** What is there of one list and not of another; by what a reason says, whatever records it rests on. */
function without<R extends Said>(reasons: readonly R[], others: readonly R[]): R[] {
  const said = new Set(others.map(wordOf));
  return reasons.filter((reason) => !said.has(wordOf(reason)));
}

const wordOf = ({ severity, code, params }: Said): string => JSON.stringify([severity, code, params]);
