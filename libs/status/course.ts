import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import { sameReasons } from '#readiness/reasons.js';
import { facts, type PledgeDay, type PledgeFacts } from './facts.js';
import { parameterSets, type RuleParameters } from './parameter-sets.js';
import { writtenDay } from './present-status.js';
import { RECORD_DAYS } from './record-days.sql.js';
import { evaluateOn, inBatches, type PledgeAtMoment } from './status-of-pledges.js';

/** What a pledge comes to from a day on, until the next span of its course begins. */
export interface Span {
  readonly from: PlainDate;
  readonly pledge: PledgeAtMoment;
  /** The same when it was looked at last within the span: its reasons may rest on later records. */
  readonly last: PledgeAtMoment;
}

/** What a pledge comes to over time, with what is scheduled; nothing before its first step. */
export interface Course {
  /** In the order of their days, each unlike the one before. */
  readonly spans: readonly Span[];
  /** The first day that was looked at; null where all were. */
  readonly start: PlainDate | null;
  /** The same, where there were too many days to look at all that were asked for; null where there were not. */
  readonly since: PlainDate | null;
  /** What happened on the days that were looked at, as `KIND id`. */
  readonly happened: ReadonlyMap<PlainDate, readonly string[]>;
}

/** Which days of a course are looked at, and as known when. */
export interface Stretch {
  readonly knownOn: Date;
  /** The first; null for all. */
  readonly from: PlainDate | null;
  /** The last; null for as long as what is scheduled makes anything else of a pledge. */
  readonly until: PlainDate | null;
  /** Pairs of pledge and day whose facts are derived at most: where there are more days, the earliest are left out. */
  readonly most: number;
}

/** What a correction may look at before it keeps others waiting. */
const MOST_OF_CORRECTION = 2_000;

interface RecordDays {
  readonly id: Id;
  readonly days: readonly PlainDate[];
  readonly happened: readonly (readonly string[])[];
}

/**
 * The courses of pledges, in two statements: the days of their records, and the facts on all of them (where there are
 * very many, one for each batch). From one such day to the next the same facts hold, and the rules themselves say when
 * they will say something else.
 */
export async function coursesOf(
  context: OperationContext,
  ids: readonly Id[],
  { knownOn = context.now, from = null, until = null, most = MOST_OF_CORRECTION }: Partial<Stretch> = {},
): Promise<Map<Id, Course>> {
  const [sets, rows] = await Promise.all([
    parameterSets(context),
    context.prepared<RecordDays>(RECORD_DAYS, [ids, knownOn, from, until]),
  ]);
  const recorded = new Map(rows.map((row) => [row.id, row]));
  const { start, since } = lookedAtFrom(
    rows.flatMap(({ days }) => days),
    { from, most, pledges: ids.length },
  );
  const chosen = ids.map((id) => ({ id, days: daysFrom(start, recorded.get(id)?.days ?? []) }));
  const courses = new Map<Id, Course>();
  for (const batch of inBatches(chosen, ({ days }) => days.length)) {
    const asked = batch.flatMap(({ id, days }) => days.map((day): PledgeDay => ({ id, day })));
    const found = (await facts(context, asked, knownOn)).values();
    for (const { id, days } of batch) {
      const dated = days.map((day) => ({ day, pledge: found.next().value }));
      const spans = spansOf(dated, sets, knownOn, until);
      courses.set(id, { spans, start, since, happened: happenedOn(recorded.get(id)) });
    }
  }
  return courses;
}

/** The latest day from which on no more pairs than allowed are left, where there are more; each pledge has one of that day. */
function lookedAtFrom(
  days: readonly PlainDate[],
  { from, most, pledges }: { from: PlainDate | null; most: number; pledges: number },
): Pick<Course, 'start' | 'since'> {
  if (days.length <= most - (from === null ? 0 : pledges)) return { start: from, since: null };
  const since = [...days].sort().at(-1 - Math.max(most - pledges, 0));
  return since === undefined ? { start: from, since: null } : { start: since, since };
}

const daysFrom = (start: PlainDate | null, days: readonly PlainDate[]): readonly PlainDate[] =>
  start === null ? days : [start, ...days.filter((day) => day > start)];

const happenedOn = (recorded: RecordDays | undefined): Course['happened'] =>
  new Map(recorded?.days.map((day, place) => [day, recorded.happened[place] ?? []]));

/** From each day on which facts were derived, every day up to the next one on which the rules make something else of them. */
function spansOf(
  dated: readonly { readonly day: PlainDate; readonly pledge: PledgeFacts | undefined }[],
  sets: readonly RuleParameters[],
  knownOn: Date,
  until: PlainDate | null,
): Span[] {
  const spans: { from: PlainDate; pledge: PledgeAtMoment; last: PledgeAtMoment }[] = [];
  for (const [place, { day, pledge }] of dated.entries()) {
    if (pledge === undefined) continue;
    const next = dated[place + 1]?.day ?? null;
    const isWithin = (from: PlainDate) => (next === null || from < next) && (until === null || from <= until);
    for (let from: PlainDate | null = day; from !== null && isWithin(from);) {
      const outcome = evaluateOn(pledge.facts, from, sets);
      const found = { ...pledge, ...outcome, moment: { asOf: from, knownOn } };
      const span = spans.at(-1);
      if (span && sameOutcome(span.pledge, found)) span.last = found;
      else spans.push({ from, pledge: found, last: found });
      from = writtenDay(outcome.evaluation.nextChangeOn);
    }
  }
  return spans;
}

/** A day on which a pledge comes to something else than on the day before. */
export interface Turn {
  readonly day: PlainDate;
  /** As it was on the day before; undefined before its first step. */
  readonly before: PledgeAtMoment | undefined;
  readonly after: PledgeAtMoment;
  /** What happened on the day, as `KIND id`; nothing where time alone passed. */
  readonly happened: readonly string[];
}

/** The turns of a course after the first day that was looked at, which is compared with no other. */
export const turnsOf = ({ spans, start, happened }: Course): Turn[] =>
  spans.flatMap(({ from: day, pledge: after }, place) =>
    day === start ? [] : [{ day, before: spans[place - 1]?.last, after, happened: happened.get(day) ?? [] }],
  );

/** The span in which a day lies; undefined before the first. */
export const spanOn = ({ spans }: Course, day: PlainDate): Span | undefined =>
  spans.findLast(({ from }) => from <= day);

/** The first day that was looked at, where earlier ones were left out: the same for all that were looked at together. */
export function sinceOf(courses: ReadonlyMap<Id, Course>): PlainDate | null {
  const [course] = courses.values();
  return course?.since ?? null;
}

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

/** The later of two days, where there are two. */
export const later = (one: PlainDate | null, other: PlainDate | null): PlainDate | null =>
  one === null || (other !== null && other > one) ? other : one;
