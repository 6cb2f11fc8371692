import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import { sameReasons } from '#readiness/reasons.js';
import { facts, type PledgeDay, type PledgeFacts } from './facts.js';
import { parameterSets, type RuleParameters } from './parameter-sets.js';
import { writtenDay } from './present-status.js';
import { RECORD_DAYS } from './record-days.sql.js';
import { evaluateOn, type PledgeAtMoment } from './status-of-pledges.js';

/** What a pledge comes to from a day on, until the next span of its course begins. */
export interface Span {
  readonly from: PlainDate;
  readonly pledge: PledgeAtMoment;
}

/** What a pledge comes to over time, with what is scheduled; nothing before its first step. */
export interface Course {
  /** In the order of their days, each unlike the one before. */
  readonly spans: readonly Span[];
  /** The first day that was looked at, where earlier ones were left out; null where none was. */
  readonly since: PlainDate | null;
}

/** Pairs of pledge and day whose facts are derived at once; more would keep others waiting. */
const MOST_PLEDGE_DAYS = 2_000;

/**
 * The courses of pledges as known now, in two statements: the days of their records, and the facts on all of them. From
 * one such day to the next the same facts hold, and the rules themselves say when they will say something else.
 */
export async function coursesOf(context: OperationContext, ids: readonly Id[]): Promise<Map<Id, Course>> {
  const sets = await parameterSets(context);
  const rows = await context.prepared<{ id: Id; days: PlainDate[] }>(RECORD_DAYS, [ids, context.now]);
  const most = Math.floor(MOST_PLEDGE_DAYS / Math.max(ids.length, 1));
  const chosen = rows.map(({ id, days }) => ({ id, ...latestOf(days, most, context.today) }));
  const asked = chosen.flatMap(({ id, days }) => days.map((day): PledgeDay => ({ id, day })));
  const found = (await facts(context, asked, context.now)).values();
  return new Map(
    chosen.map(({ id, days, since }) => {
      const dated = days.map((day) => ({ day, pledge: found.next().value }));
      return [id, { spans: spansOf(dated, sets, context.now), since }];
    }),
  );
}

/** The last days up to today, and all that lie ahead. */
function latestOf(days: readonly PlainDate[], most: number, today: PlainDate) {
  const past = days.filter((day) => day <= today).length;
  const kept = days.slice(Math.max(past - most, 0));
  return { days: kept, since: kept.length < days.length ? (kept[0] ?? null) : null };
}

/** From each day on which facts were derived, every day up to the next one on which the rules make something else of them. */
function spansOf(
  dated: readonly { readonly day: PlainDate; readonly pledge: PledgeFacts | undefined }[],
  sets: readonly RuleParameters[],
  knownOn: Date,
): Span[] {
  const spans: Span[] = [];
  for (const [place, { day, pledge }] of dated.entries()) {
    if (pledge === undefined) continue;
    const next = dated[place + 1]?.day ?? null;
    for (let from: PlainDate | null = day; from !== null && (next === null || from < next);) {
      const outcome = evaluateOn(pledge.facts, from, sets);
      const span = { from, pledge: { ...pledge, ...outcome, moment: { asOf: from, knownOn } } };
      if (!sameOutcome(spans.at(-1)?.pledge, span.pledge)) spans.push(span);
      from = writtenDay(outcome.evaluation.nextChangeOn);
    }
  }
  return spans;
}

/** The span in which a day lies; undefined before the first. */
export const spanOn = ({ spans }: Course, day: PlainDate): Span | undefined =>
  spans.findLast(({ from }) => from <= day);

/** Whether two moments of a pledge say the same: lifecycle, level, status and reasons. */
export function sameOutcome(one: PledgeAtMoment | undefined, other: PledgeAtMoment | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.facts.lifecycle === other.facts.lifecycle &&
    one.evaluation.level === other.evaluation.level &&
    one.evaluation.status === other.evaluation.status &&
    sameReasons(one.evaluation.reasons, other.evaluation.reasons)
  );
}

/** A period over which two courses of a pledge differ, and say the same each. */
export interface Difference {
  readonly from: PlainDate;
  /** The last day; null where it has no end. */
  readonly until: PlainDate | null;
  readonly before: PledgeAtMoment | undefined;
  readonly after: PledgeAtMoment | undefined;
}

/** The periods over which two courses differ, from the first day on which both were looked at; null where all days were. */
export function differencesOf(
  before: Course,
  after: Course,
): { readonly since: PlainDate | null; readonly periods: readonly Difference[] } {
  const since = later(before.since, after.since);
  const turns = [...before.spans, ...after.spans].map(({ from }) => later(from, since) ?? from);
  const days = [...new Set(turns)].sort();
  const periods = days.flatMap((from, place): Difference[] => {
    const [one, other] = [before, after].map((course) => spanOn(course, from)?.pledge);
    if (sameOutcome(one, other)) return [];
    const next = days[place + 1];
    const until = next === undefined ? null : addDays(next, -1);
    return [{ from, until, before: one, after: other }];
  });
  return { since, periods };
}

const later = (one: PlainDate | null, other: PlainDate | null): PlainDate | null =>
  one === null || (other !== null && other > one) ? other : one;
