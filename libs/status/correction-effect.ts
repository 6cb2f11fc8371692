import { mayUse } from '#access/permissions.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { compare } from './compared.js';
import { CorrectionEffect, type PledgeEffect } from './correction-effect.type.js';
import { coursesOf, differencesOf, spanOn, type Course } from './course.js';
import { memberStateAt, outcomeOfState } from './member-state.js';
import type { MemberStateOutcome } from './member-state.type.js';
import type { PledgeAtMoment } from './status-of-pledges.js';

/** Whom corrected facts concern: pledges by id, a visit for all that it covers, a Member State for all it has. */
export interface Concerned {
  readonly memberState: string;
  readonly pledgeIds?: readonly string[];
  readonly visitId?: Id | null;
  readonly everyPledge?: boolean;
}

interface ConcernedPledge {
  readonly id: Id;
  readonly reference: string;
}

/** The pledges of one effect; the count says where there are more. */
const MOST_PLEDGES = 100;

/** What pledges and their Member State come to at one point of the correction's transaction. */
interface State {
  readonly courses: ReadonlyMap<Id, Course>;
  readonly memberState: MemberStateOutcome | null;
}

/**
 * Runs a correction and tells what it changes: the same questions are asked of the facts before and after it, within its
 * transaction, and no other operation changes those pledges meanwhile.
 */
export async function effectOf(
  context: OperationContext,
  concerned: Concerned,
  correct: () => Promise<unknown>,
): Promise<CorrectionEffect> {
  const pledges = await heldPledges(context, concerned);
  const told = pledges.slice(0, MOST_PLEDGES);
  const before = await stateOf(context, told, concerned);
  await correct();
  const after = await stateOf(context, told, concerned);
  return Object.assign(new CorrectionEffect(), {
    pledges: told.map((pledge) => pledgeEffect(context, pledge, before, after)),
    pledgesConcerned: pledges.length,
    memberState: before.memberState &&
      after.memberState && {
        iso3: concerned.memberState,
        before: before.memberState,
        after: after.memberState,
      },
  });
}

const OF_CONCERNED = `
FROM pledge p
WHERE p.id = ANY ($1::uuid[]) OR $3 AND p.member_state = $4
  OR p.id IN (SELECT c.pledge_id FROM visit_coverage c WHERE c.visit_id = $2 AND c.voided_at IS NULL)
ORDER BY p.reference COLLATE "C", p.id`;

async function heldPledges(
  context: OperationContext,
  { memberState, pledgeIds = [], visitId = null, everyPledge = false }: Concerned,
): Promise<ConcernedPledge[]> {
  const asked = [pledgeIds, visitId, everyPledge, memberState];
  // An evaluator holds none of them, and sees those that are assigned.
  await context.query(`SELECT p.id ${OF_CONCERNED} FOR NO KEY UPDATE`, asked);
  return context.query<ConcernedPledge>(`SELECT p.id, p.reference ${OF_CONCERNED}`, asked);
}

async function stateOf(
  context: OperationContext,
  pledges: readonly ConcernedPledge[],
  { memberState }: Concerned,
): Promise<State> {
  const courses = await coursesOf(
    context,
    pledges.map(({ id }) => id),
  );
  if (!mayUse(context.principal.role, 'memberState')) return { courses, memberState: null };
  const now = { asOf: context.today, knownOn: context.now };
  const state = await memberStateAt(context, now, memberState);
  return { courses, memberState: state ? outcomeOfState(state.rollUp) : null };
}

const NO_COURSE: Course = { spans: [], start: null, since: null, happened: new Map() };

function pledgeEffect(
  { locale, today }: OperationContext,
  { id, reference }: ConcernedPledge,
  before: State,
  after: State,
): PledgeEffect {
  const earlier = before.courses.get(id) ?? NO_COURSE;
  const later = after.courses.get(id) ?? NO_COURSE;
  const { since, periods } = differencesOf(earlier, later);
  const compared = (one: PledgeAtMoment | undefined, other: PledgeAtMoment | undefined) =>
    compare(one, other, locale);
  return {
    id,
    reference,
    ...compared(spanOn(earlier, today)?.pledge, spanOn(later, today)?.pledge),
    periods: periods.map((period) => ({ ...period, ...compared(period.before, period.after) })),
    periodsSince: since,
  };
}
