import { decodeCursor, pageOf, type Connection } from '#platform/graphql/connection.js';
import { isId, type Id } from '#platform/ids.js';
import { momentOf, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { parsePlainDate } from '#platform/plain-date.js';
import { readJson } from '#platform/record/json.sql.js';
import { knownMemberState } from '#pledges/rules.js';
import type { FollowUp, FollowUpFilter, FollowUpsArgs, FollowUpsPage } from './follow-up.types.js';
import { FOLLOW_UPS_SQL } from './follow-ups.sql.js';
import { isOwedKind, owedBy } from './owed.js';
import { statusOfPledges, type PledgeAtMoment } from './status-of-pledges.js';

// What is never due stands after everything that is.
const NEVER = 'infinity';
const isDue = (part: unknown) => part === NEVER || parsePlainDate(part);

/** What is open on the day asked of, what is due first at the top. */
export async function askFollowUps(
  context: OperationContext,
  args: FollowUpsArgs,
): Promise<Connection<FollowUp>> {
  const moment = momentOf(context, args);
  const filter = args.filter ?? {};
  if (filter.memberState) knownMemberState(context, 'filter.memberState', filter.memberState);
  // What only a table can say needs the facts of no pledge.
  const reckoned = !filter.kind || isOwedKind(filter.kind);
  const pledges = reckoned ? await pledgesAsked(context, filter, moment) : [];
  return followUpsOf(context, { filter, moment, pledges }, args);
}

const PLEDGES = `SELECT id FROM pledge WHERE ($1::text IS NULL OR member_state = $1) AND ($2::uuid IS NULL OR id = $2)`;

async function pledgesAsked(
  context: OperationContext,
  { memberState, pledgeId }: FollowUpFilter,
  moment: Moment,
): Promise<readonly PledgeAtMoment[]> {
  const rows = await context.query<{ id: Id }>(PLEDGES, [memberState ?? null, pledgeId ?? null]);
  const statuses = await statusOfPledges(
    context,
    rows.map(({ id }) => id),
    moment,
  );
  return [...statuses.values()];
}

interface Asked {
  readonly filter: FollowUpFilter;
  readonly moment: Moment;
  /** The pledges of the filter as they stand at the moment: what they owe is reckoned from their facts. */
  readonly pledges: readonly PledgeAtMoment[];
}

/** A page of follow-ups, in one statement. */
export async function followUpsOf(
  context: OperationContext,
  { filter, moment, pledges }: Asked,
  page: FollowUpsPage,
): Promise<Connection<FollowUp>> {
  const { memberState, pledgeId, kind, owner, dueBefore, overdueOnly } = filter;
  const [afterDue, afterId] = decodeCursor(page.after, [isDue, isId]) ?? [];
  const [found] = await context.query<{ totalCount: number; nodes: string | null }>(FOLLOW_UPS_SQL, [
    moment.asOf,
    moment.knownOn,
    ...[memberState, pledgeId, kind, owner, dueBefore, overdueOnly].map((value) => value ?? null),
    afterDue ?? null,
    afterId ?? null,
    page.first + 1,
    JSON.stringify(owedBy(pledges, dueBefore ?? null)),
  ]);
  const nodes = readJson<FollowUp>(found?.nodes, moment);
  return pageOf(nodes, page, found?.totalCount ?? 0, ({ dueOn, id }) => [dueOn ?? NEVER, id]);
}
