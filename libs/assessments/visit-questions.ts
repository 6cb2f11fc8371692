import { decodeCursor, pageOf, type Connection } from '#platform/graphql/connection.js';
import { isId } from '#platform/ids.js';
import { momentOf, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { parsePlainDate } from '#platform/plain-date.js';
import { readJson } from '#platform/record/json.sql.js';
import { knownMemberState } from '#pledges/rules.js';
import type { VisitArgs, VisitInFull, VisitsArgs } from './visit.types.js';
import { VISIT_SQL, VISITS_SQL } from './visits.sql.js';

/** One visit at a moment; null where there was none yet, and where who asks does not see it. */
export async function visitAt(
  context: OperationContext,
  moment: Moment,
  id: string,
): Promise<VisitInFull | null> {
  const asked = [moment.asOf, moment.knownOn, id];
  const [row] = await context.query<{ nodes: string | null }>(VISIT_SQL, asked);
  return read(context, moment, row?.nodes)[0] ?? null;
}

export const askVisit = (context: OperationContext, args: VisitArgs): Promise<VisitInFull | null> =>
  visitAt(context, momentOf(context, args), args.id);

/** The latest visits first, by the last day held or, where not held, the first day planned. */
export async function askVisits(
  context: OperationContext,
  args: VisitsArgs,
): Promise<Connection<VisitInFull>> {
  const moment = momentOf(context, args);
  const { memberState, pledgeId, kinds, held, from, until, findingsOverdue, cancelled } = args.filter ?? {};
  if (memberState) knownMemberState(context, 'filter.memberState', memberState);
  const [afterDay, afterId] = decodeCursor(args.after, [parsePlainDate, isId]) ?? [];
  const filter = [memberState, pledgeId, kinds, held, from, until, findingsOverdue, cancelled];
  const [found] = await context.query<{ totalCount: number; nodes: string | null }>(VISITS_SQL, [
    moment.asOf,
    moment.knownOn,
    ...filter.map((value) => value ?? null),
    afterDay ?? null,
    afterId ?? null,
    args.first + 1,
  ]);
  const nodes = read(context, moment, found?.nodes);
  return pageOf(nodes, args, found?.totalCount ?? 0, (visit) => [
    visit.holding?.heldUntil ?? visit.plan?.plannedFrom ?? null,
    visit.id,
  ]);
}

// Others see none of the assignments, or only their own: said as unknown, never as none.
const read = (
  { principal }: OperationContext,
  moment: Moment,
  nodes: string | null | undefined,
): VisitInFull[] =>
  readJson<VisitInFull>(nodes, moment).map((visit) =>
    principal.role === 'STAFF' ? visit : { ...visit, assignments: null },
  );
