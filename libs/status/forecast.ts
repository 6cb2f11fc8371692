import { mayUse } from '#access/permissions.js';
import type { Connection } from '#platform/graphql/connection.js';
import { isId } from '#platform/ids.js';
import { momentOf } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, parsePlainDate, type PlainDate } from '#platform/plain-date.js';
import { changeOf, stateChangeOf } from './compared.js';
import type { MemberStateChange, PledgeChange } from './compared.type.js';
import { coursesOf, later, sinceOf, turnsOf, type Turn } from './course.js';
import type { Forecast, ForecastArgs } from './forecast.types.js';
import { MOST_PAIRS } from './history.js';
import type { ChangesPage } from './history.types.js';
import { Many, partsOfPledge, partsOfState, type Found } from './many.js';
import { groupsOf, stateTurns, type Group, type StateTurn } from './member-state-course.js';

/** The days looked ahead at, after the day asked of. */
interface Ahead {
  readonly knownOn: Date;
  readonly asOf: PlainDate;
  readonly until: PlainDate;
}

/**
 * What changes after a day by what is known of it, for one pledge, one Member State or all that who asks may see.
 * @returns null where the pledge or the Member State is missing or hidden: an empty forecast would say that all stays well
 */
export async function forecast(context: OperationContext, args: ForecastArgs): Promise<Forecast | null> {
  const { asOf, knownOn } = momentOf(context, args);
  const until = addDays(asOf, args.days);
  let since: PlainDate | null = null;
  let isKnown = !args.pledgeId;
  const asked = await groupsAsked(context, args, knownOn);
  const coming = await Many.of(asked, async (groups) => {
    const found = await lookAhead(context, groups, { asOf, until, knownOn });
    since = later(since, found.since);
    isKnown ||= found.isKnown;
    return found;
  });
  if (asked.length === 0 || !isKnown) return null;
  const seesStates = mayUse(context.principal.role, 'memberState') && !args.pledgeId;
  return { from: addDays(asOf, 1), until, knownOn, since, coming, seesStates };
}

async function groupsAsked(
  context: OperationContext,
  { pledgeId, memberState }: ForecastArgs,
  knownOn: Date,
): Promise<readonly Group[]> {
  if (!pledgeId) return groupsOf(context, memberState ?? null, knownOn);
  return isId(pledgeId) ? [{ rank: 0, pledgeIds: [pledgeId], state: null }] : [];
}

async function lookAhead(
  context: OperationContext,
  groups: readonly Group[],
  { asOf, until, knownOn }: Ahead,
): Promise<Found<Turn, StateTurn> & { readonly since: PlainDate | null; readonly isKnown: boolean }> {
  const ids = groups.flatMap(({ pledgeIds }) => pledgeIds);
  const most = Math.max(MOST_PAIRS, 2 * ids.length);
  const courses = await coursesOf(context, ids, { knownOn, from: asOf, until, most });
  const since = sinceOf(courses);
  const pledges = groups.flatMap((group) =>
    group.pledgeIds.flatMap((pledgeId) => {
      const course = courses.get(pledgeId);
      return (course === undefined ? [] : turnsOf(course)).map((thing) => {
        const key = [thing.day, group.rank, thing.after.reference, pledgeId];
        return { key, group, pledgeId, thing };
      });
    }),
  );
  const memberStates = groups.flatMap((group) => {
    const { rank, state } = group;
    if (state === null) return [];
    const { turns } = stateTurns(state, courses, { start: since ?? asOf, until });
    return turns.map((thing) => ({ key: [thing.day, rank], group, pledgeId: null, thing }));
  });
  const isKnown = [...courses.values()].some(({ spans }) => spans.length > 0);
  return { pledges, memberStates, since, isKnown };
}

/** A page of what changes of pledges, in the order of the days. */
export const pledgesAhead = (
  { locale }: OperationContext,
  { coming }: Forecast,
  page: ChangesPage,
): Promise<Connection<PledgeChange>> =>
  coming.pledges(page, [parsePlainDate, ...partsOfPledge], (turn) => changeOf(turn, locale));

/** A page of what changes of Member States; null where who asks sees none, or asked for one pledge alone. */
export const memberStatesAhead = async (
  { locale }: OperationContext,
  { coming, seesStates }: Forecast,
  page: ChangesPage,
): Promise<Connection<MemberStateChange> | null> =>
  seesStates
    ? coming.memberStates(page, [parsePlainDate, ...partsOfState], (turn) => stateChangeOf(turn, locale))
    : null;
