import { pageAmong, type Connection } from '#platform/graphql/connection.js';
import type { Id } from '#platform/ids.js';
import { dayAsked, momentOf } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, parsePlainDate, plainDate, type PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { addMonths, formatDay } from '#readiness/day.js';
import { WORDS } from '#readiness/roll-up.js';
import { changeOf, outcomeOf, stateChangeOf } from './compared.js';
import type { MemberStateChange, PledgeChange } from './compared.type.js';
import { coursesOf, later, sinceOf, spanOn, turnsOf } from './course.js';
import type {
  BoardHistory,
  BoardHistoryArgs,
  ChangesPage,
  HistoryArgs,
  MemberStateHistory,
  PledgeHistory,
} from './history.types.js';
import { stateOn, statesOverTime, stateTurns } from './member-state-course.js';
import { dayNumber, inBatches } from './status-of-pledges.js';

/** Pairs of pledge and day that one answer derives facts of: some five seconds of the database's time. */
export const MOST_PAIRS = 20_000;

/** What is asked of: a period with the day before it, from which the first change is told, as known at an instant. */
interface Asked {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly eve: PlainDate;
  readonly knownOn: Date;
}

/** @throws ProblemError AS_OF_OUT_OF_RANGE, KNOWN_ON_IN_FUTURE; INTERVAL_REVERSED for a period that ends before it begins */
function askedBy(context: OperationContext, args: HistoryArgs): Asked {
  const until = dayAsked(context, 'until', args.until);
  const { knownOn } = momentOf(context, { asOf: until, knownOn: args.knownOn ?? null });
  const from = dayAsked(context, 'from', args.from ?? monthsBefore(until, 12));
  if (from > until)
    throw ProblemError.invalid('INTERVAL_REVERSED', { field: 'until', value: until, limit: from });
  return { from, until, eve: addDays(from, -1), knownOn };
}

/** The same date months before, clamped to the month's last. */
export const monthsBefore = (day: PlainDate, months: number): PlainDate =>
  plainDate(formatDay(addMonths(dayNumber(day), -months)));

/** The history of a pledge; null where it is missing, hidden or had not taken its first step by the last day. */
export async function pledgeHistory(
  context: OperationContext,
  id: Id,
  args: HistoryArgs,
): Promise<PledgeHistory | null> {
  const { eve, ...period } = askedBy(context, args);
  const { until, knownOn } = period;
  const courses = await coursesOf(context, [id], { knownOn, from: eve, until, most: MOST_PAIRS });
  const course = courses.get(id);
  const after = course?.spans.at(-1)?.last;
  if (course === undefined || after === undefined) return null;
  const before = spanOn(course, course.start ?? eve)?.pledge;
  const { reference, memberState } = after;
  return {
    ...{ pledgeId: id, reference, memberState, ...period, since: course.since },
    before: before === undefined ? null : outcomeOf(before, context.locale),
    after: outcomeOf(after, context.locale),
    course,
  };
}

/** A page of the changes of a pledge, in the order of their days. */
export function pledgeChanges(
  { locale }: OperationContext,
  { course }: PledgeHistory,
  page: ChangesPage,
): Connection<PledgeChange> {
  const found = pageAmong(turnsOf(course), page, ({ day }) => [day], [parsePlainDate]);
  return { ...found, nodes: found.nodes.map((turn) => changeOf(turn, locale)) };
}

/** The history of a Member State; null where there is none of that code, and where it is not who asks. */
export async function memberStateHistory(
  context: OperationContext,
  iso3: string,
  args: HistoryArgs,
): Promise<MemberStateHistory | null> {
  const { eve, ...period } = askedBy(context, args);
  const { until, knownOn } = period;
  const [memberState] = await statesOverTime(context, iso3, knownOn);
  if (memberState === undefined) return null;
  const stretch = { knownOn, from: eve, until, most: MOST_PAIRS };
  const courses = await coursesOf(context, memberState.pledgeIds, stretch);
  const since = sinceOf(courses);
  const { before, turns } = stateTurns(memberState, courses, { start: since ?? eve, until });
  return { memberState, ...period, since, before, after: turns.at(-1)?.after ?? before, turns };
}

/** A page of the changes of a Member State, in the order of their days. */
export function memberStateChanges(
  { locale }: OperationContext,
  { turns }: MemberStateHistory,
  page: ChangesPage,
): Connection<MemberStateChange> {
  const found = pageAmong(turns, page, ({ day }) => [day], [parsePlainDate]);
  return { ...found, nodes: found.nodes.map((turn) => stateChangeOf(turn, locale)) };
}

/** The words of the board on the first day of each of the last months, over the Member States that who asks may see. */
export async function boardHistory(
  context: OperationContext,
  { until, months, knownOn: asked }: BoardHistoryArgs,
): Promise<BoardHistory> {
  const last = firstOfMonth(dayAsked(context, 'until', until));
  const { knownOn } = momentOf(context, { asOf: last, knownOn: asked ?? null });
  const days = Array.from({ length: months }, (_, place) =>
    dayAsked(context, 'months', monthsBefore(last, months - 1 - place)),
  );
  const states = await statesOverTime(context, null, knownOn);
  const pledges = states.reduce((sum, { pledgeIds }) => sum + pledgeIds.length, 0);
  const counts = days.map(() => new Map<string, number>());
  let since: PlainDate | null = null;
  for (const batch of inBatches(states, ({ pledgeIds }) => pledgeIds.length)) {
    const ids = batch.flatMap(({ pledgeIds }) => pledgeIds);
    // Of what may be looked at each batch has its share.
    const most = Math.floor((MOST_PAIRS * ids.length) / Math.max(pledges, 1));
    const courses = await coursesOf(context, ids, { knownOn, from: days[0] ?? last, until: last, most });
    since = later(since, sinceOf(courses));
    for (const [place, day] of days.entries()) {
      for (const state of batch) {
        const standing = state.pledgeIds.map((id) => {
          const course = courses.get(id);
          return course && spanOn(course, day)?.pledge;
        });
        const { word } = stateOn(state, day, standing);
        counts[place]?.set(word, (counts[place].get(word) ?? 0) + 1);
      }
    }
  }
  const told = days.map((day, place) => ({
    day,
    words: WORDS.map((word) => ({ word, count: counts[place]?.get(word) ?? 0 })),
  }));
  return { knownOn, since, months: told.filter(({ day }) => since === null || day >= since) };
}

const firstOfMonth = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 8)}01`);
