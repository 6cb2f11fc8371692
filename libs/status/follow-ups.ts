import { decodeCursor, pageOf, type Connection } from '#platform/graphql/connection.js';
import { isId } from '#platform/ids.js';
import { momentOf } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { parsePlainDate } from '#platform/plain-date.js';
import { readJson } from '#platform/record/json.sql.js';
import { knownMemberState } from '#pledges/rules.js';
import type { FollowUp, FollowUpsArgs } from './follow-up.types.js';
import { FOLLOW_UPS_SQL } from './follow-ups.sql.js';

// What is never due stands after everything that is.
const NEVER = 'infinity';
const isDue = (part: unknown) => part === NEVER || parsePlainDate(part);

/** What is open on the day asked of, what is due first at the top. */
export async function askFollowUps(
  context: OperationContext,
  args: FollowUpsArgs,
): Promise<Connection<FollowUp>> {
  const moment = momentOf(context, args);
  const { memberState, pledgeId, kind, dueBefore, overdueOnly } = args.filter ?? {};
  if (memberState) knownMemberState(context, 'filter.memberState', memberState);
  const [afterDue, afterId] = decodeCursor(args.after, [isDue, isId]) ?? [];
  const [found] = await context.query<{ totalCount: number; nodes: string | null }>(FOLLOW_UPS_SQL, [
    moment.asOf,
    moment.knownOn,
    ...[memberState, pledgeId, kind, dueBefore, overdueOnly].map((value) => value ?? null),
    afterDue ?? null,
    afterId ?? null,
    args.first + 1,
  ]);
  const nodes = readJson<FollowUp>(found?.nodes, moment);
  return pageOf(nodes, args, found?.totalCount ?? 0, ({ dueOn, id }) => [dueOn ?? NEVER, id]);
}
