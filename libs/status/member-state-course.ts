import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import { rollUp } from '#readiness/roll-up.js';
import type { MemberState } from '#reference/reference.types.js';
import { spanOn, turnsOf, type Course, type Turn } from './course.js';
import { countsForItsState, memberStateAsked, outcomeOfState, type RecordedBar } from './member-state.js';
import { withPledgesOverTime } from './member-state.sql.js';
import type { MemberStateOutcome } from './member-state.type.js';
import { writtenDay } from './present-status.js';
import { dayNumber, type PledgeAtMoment } from './status-of-pledges.js';

/** One of the two instants at which bars are known; where one alone is asked of, the first. */
export type Instant = 0 | 1;

/** A Member State with its pledges, and all bars against it as a whole. */
export interface StateOverTime extends MemberState {
  readonly rank: number;
  readonly stateBars: readonly (RecordedBar & { readonly known: readonly [boolean, boolean] })[];
  /** In the order of their references. */
  readonly pledgeIds: readonly Id[];
}

/** Pledges that are looked at together: those of a Member State, or one alone. */
export interface Group {
  readonly rank: number;
  readonly pledgeIds: readonly Id[];
  /** Whose pledges they are; null where no more than those is asked for. */
  readonly state: StateOverTime | null;
}

/** A day on which a Member State comes to something else than on the day before. */
export interface StateTurn {
  readonly state: StateOverTime;
  readonly day: PlainDate;
  readonly before: MemberStateOutcome;
  readonly after: MemberStateOutcome;
  /** The turns of its pledges on that day, but for those that count for it neither before nor after. */
  readonly pledges: readonly Turn[];
  readonly bars: readonly Id[];
}

/**
 * Member States that who asks may see, in the order of their English names, in one statement.
 * @param iso3 one of them, or null for all
 * @param knownOn the instant, or the two instants, at which bars are known
 */
export function statesOverTime(
  context: OperationContext,
  iso3: string | null,
  ...[one, other = one]: readonly [one: Date, other?: Date]
): Promise<StateOverTime[]> {
  const asked = memberStateAsked(context, iso3);
  const statement = withPledgesOverTime(asked === null ? 'ALL' : 'ONE');
  return context.prepared<StateOverTime>(statement, [context.locale, asked, one, other]);
}

/** The same as groups of pledges that are looked at together. */
export const groupsOf = async (...asked: Parameters<typeof statesOverTime>): Promise<Group[]> =>
  (await statesOverTime(...asked)).map((state) => ({ rank: state.rank, pledgeIds: state.pledgeIds, state }));

/** What a Member State comes to on a day with its pledges as they are then; those outside say nothing of it. */
export function stateOn(
  { stateBars }: StateOverTime,
  day: PlainDate,
  pledges: Iterable<PledgeAtMoment | undefined>,
  instant: Instant = 0,
): MemberStateOutcome {
  return outcomeOfState(
    rollUp({
      asOf: dayNumber(day),
      stateBars: stateBars.filter((bar) => bar.known[instant] && bar.decidedOn <= day),
      pledges: [...pledges].flatMap((pledge) => (pledge && countsForItsState(pledge) ? [pledge] : [])),
    }),
  );
}

export const sameState = (one: MemberStateOutcome, other: MemberStateOutcome): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The turns of a Member State from the courses of its pledges, after a first day and up to a last. */
export function stateTurns(
  state: StateOverTime,
  courses: ReadonlyMap<Id, Course>,
  { start, until }: { readonly start: PlainDate; readonly until: PlainDate },
): { readonly before: MemberStateOutcome; readonly turns: readonly StateTurn[] } {
  const [turning, barring] = [new Map<PlainDate, Turn[]>(), new Map<PlainDate, Id[]>()];
  const current = new Map<Id, PledgeAtMoment>();
  for (const id of state.pledgeIds) {
    const course = courses.get(id);
    if (course === undefined) continue;
    const first = spanOn(course, start)?.pledge;
    if (first) current.set(id, first);
    for (const turn of turnsOf(course)) turning.set(turn.day, [...(turning.get(turn.day) ?? []), turn]);
  }
  for (const bar of state.stateBars.filter(({ known }) => known[0])) {
    const last = writtenDay(bar.until);
    for (const day of [bar.decidedOn, writtenDay(bar.from), last && addDays(last, 1)]) {
      if (day !== null && day > start && day <= until)
        barring.set(day, [...(barring.get(day) ?? []), bar.id]);
    }
  }
  const before = stateOn(state, start, current.values());
  const turns: StateTurn[] = [];
  let standing = before;
  for (const day of [...new Set([...turning.keys(), ...barring.keys()])].sort()) {
    const pledges = turning.get(day) ?? [];
    for (const { after } of pledges) current.set(after.id, after);
    const after = stateOn(state, day, current.values());
    if (sameState(standing, after)) continue;
    const counting = pledges.filter((turn) =>
      [turn.before, turn.after].some((each) => each && countsForItsState(each)),
    );
    const bars = [...new Set(barring.get(day))];
    turns.push({ state, day, before: standing, after, pledges: counting, bars });
    standing = after;
  }
  return { before, turns };
}
