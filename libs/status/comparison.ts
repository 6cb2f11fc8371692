import { mayUse } from '#access/permissions.js';
import type { Connection } from '#platform/graphql/connection.js';
import { momentOf, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { differenceOf } from './compared.js';
import type { MemberStateDifference, PledgeDifference } from './compared.type.js';
import type { Comparison, ComparisonArgs, Sides } from './comparison.types.js';
import { sameOutcome } from './course.js';
import { monthsBefore } from './history.js';
import type { ChangesPage } from './history.types.js';
import { Many, partsOfPledge, partsOfState, type Found } from './many.js';
import { groupsOf, sameState, stateOn, type Group } from './member-state-course.js';
import { basisOf } from './member-state.js';
import { statusOfPledges } from './status-of-pledges.js';

/**
 * Which statuses of pledges and Member States differ between two moments: of two days, as known at two instants, or both.
 * @returns null where the Member State is missing or hidden: that nothing differs would be an answer
 */
export async function comparison(
  context: OperationContext,
  args: ComparisonArgs,
): Promise<Comparison | null> {
  const later = momentOf(context, { ...args.later }, 'later.');
  const asOf = args.earlier ? later.asOf : monthsBefore(later.asOf, 12);
  const earlier = momentOf(context, { ...args.earlier, asOf: args.earlier?.asOf ?? asOf }, 'earlier.');
  const groups = await groupsOf(context, args.memberState ?? null, earlier.knownOn, later.knownOn);
  if (groups.length === 0) return null;
  return {
    earlier: await basisOf(context, earlier),
    later: await basisOf(context, later),
    differing: await Many.of(groups, (some) => differing(context, some, [earlier, later])),
    seesStates: mayUse(context.principal.role, 'memberState'),
  };
}

async function differing(
  context: OperationContext,
  groups: readonly Group[],
  [earlier, later]: readonly [Moment, Moment],
): Promise<Found<Sides, MemberStateDifference>> {
  const ids = groups.flatMap(({ pledgeIds }) => pledgeIds);
  const [one, other] = await Promise.all([
    statusOfPledges(context, ids, earlier),
    statusOfPledges(context, ids, later),
  ]);
  const pledges = groups.flatMap((group) =>
    group.pledgeIds.flatMap((pledgeId) => {
      const thing = [one.get(pledgeId), other.get(pledgeId)] as const;
      if (sameOutcome(...thing)) return [];
      const key = [group.rank, (thing[1] ?? thing[0])?.reference ?? '', pledgeId];
      return [{ key, group, pledgeId, thing }];
    }),
  );
  const memberStates = groups.flatMap((group) => {
    const { state, rank, pledgeIds } = group;
    if (state === null) return [];
    const of = (statuses: typeof one) => pledgeIds.map((id) => statuses.get(id));
    const before = stateOn(state, earlier.asOf, of(one), 0);
    const after = stateOn(state, later.asOf, of(other), 1);
    if (sameState(before, after)) return [];
    return [{ key: [rank], group, pledgeId: null, thing: { memberState: state, before, after } }];
  });
  return { pledges, memberStates };
}

/** A page of the pledges that differ, by Member State and reference. */
export const differingPledges = (
  { locale }: OperationContext,
  { differing: found }: Comparison,
  page: ChangesPage,
): Promise<Connection<PledgeDifference>> =>
  found.pledges(page, partsOfPledge, ([one, other]) => differenceOf(one, other, locale));

/** A page of the Member States that differ, in the order of their English names; null for who sees none. */
export const differingMemberStates = async (
  { differing: found, seesStates }: Comparison,
  page: ChangesPage,
): Promise<Connection<MemberStateDifference> | null> =>
  seesStates ? found.memberStates(page, partsOfState, (difference) => difference) : null;
