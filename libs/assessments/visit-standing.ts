import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import type { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { heldPledge, standingOf, stateOn, type PledgeStanding } from '#pledges/pledge-standing.js';
import { happened } from '#pledges/rules.js';
import { VISIT_KINDS, type VisitKindCode } from './visit-kinds.js';

/** A visit as it stands for a change. */
export interface VisitStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly reference: string;
  readonly kind: VisitKindCode;
  readonly version: number;
  /** The day of the first decision to hold it; null where no plan stands. */
  readonly decidedOn: PlainDate | null;
  /** Null unless it was called off. */
  readonly cancelledOn: PlainDate | null;
  /** Null while it has not been held. */
  readonly heldFrom: PlainDate | null;
  readonly heldUntil: PlainDate | null;
  /** The pledges that it covers, by id. */
  readonly covers: readonly Id[];
}

const STANDING = `
SELECT v.id, v.member_state AS "memberState", v.reference, v.kind, v.version, h.held_from AS "heldFrom",
  h.held_until AS "heldUntil", x.cancelled_on AS "cancelledOn",
  (SELECT min(p.decided_on) FROM visit_plan p WHERE p.visit_id = v.id AND p.voided_at IS NULL) AS "decidedOn",
  ARRAY(SELECT c.pledge_id::text FROM visit_coverage c WHERE c.visit_id = v.id AND c.voided_at IS NULL) AS covers
FROM visit v LEFT JOIN visit_holding h ON h.visit_id = v.id AND h.voided_at IS NULL
LEFT JOIN visit_cancellation x ON x.visit_id = v.id AND x.voided_at IS NULL
WHERE v.id = $1`;

/**
 * The visit that an input names.
 * @throws ProblemError NOT_FOUND, the same for a missing visit and for one that who asks may not see
 */
export async function visitOf(context: OperationContext, id: string): Promise<VisitStanding> {
  const [standing] = await context.query<VisitStanding>(STANDING, [id]);
  if (standing === undefined) throw ProblemError.notFound('visitId', id);
  return standing;
}

/** No other operation changes the visit or adds to it before this one ends; whether who asks may change it. */
async function hold(context: OperationContext, id: string): Promise<boolean> {
  const held = await context.query(`SELECT id FROM visit WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return held.length > 0;
}

/**
 * As `visitOf`, for a change of the visit itself.
 * @throws ProblemError NOT_PERMITTED to an evaluator who sees it for a pledge that it covers and is not assigned to it
 */
export async function heldVisit(context: OperationContext, id: string): Promise<VisitStanding> {
  const held = await hold(context, id);
  const standing = await visitOf(context, id);
  if (!held) throw ProblemError.notPermitted(context.principal.role, 'visitId');
  return standing;
}

/**
 * A visit may be changed while it has neither been held nor been called off.
 * @throws ProblemError ALREADY_CLOSED with the day
 */
export function stillOpen({ id, heldUntil, cancelledOn }: VisitStanding): void {
  const limit = cancelledOn ?? heldUntil;
  if (limit !== null) throw ProblemError.invalid('ALREADY_CLOSED', { field: 'visitId', value: id, limit });
}

/**
 * A unit is in a state that such a visit looks at, on the visit's last day.
 * @throws ProblemError NOT_IN_LIFECYCLE_STATE
 */
export function inStateToBeVisited(
  { kind }: VisitStanding,
  pledge: PledgeStanding,
  field: string,
  lastDay: PlainDate,
): void {
  const { states } = VISIT_KINDS[kind];
  const state = stateOn(pledge, lastDay);
  if (states === null || (state !== undefined && states.includes(state))) return;
  const at = { field, value: state ?? null, limit: states.join(', ') };
  throw ProblemError.invalid('NOT_IN_LIFECYCLE_STATE', at);
}

/**
 * The last day of a visit: the day from which all that it found counts.
 * @throws ProblemError VISIT_NOT_HELD
 */
export function lastDayOf({ id, heldUntil }: VisitStanding): PlainDate {
  if (heldUntil === null) throw ProblemError.invalid('VISIT_NOT_HELD', { field: 'visitId', value: id });
  return heldUntil;
}

/** A pledge under the eyes of a visit. */
export interface Assessed {
  readonly visit: VisitStanding;
  readonly pledge: PledgeStanding;
}

/** Both as an input names them; neither rule nor day is looked at yet. */
export const assessedBy = async (
  context: OperationContext,
  { visitId, pledgeId }: { readonly visitId: string; readonly pledgeId: string },
): Promise<Assessed> => ({
  visit: await visitOf(context, visitId),
  pledge: await standingOf(context, pledgeId),
});

/**
 * The day of what a visit says of a pledge.
 * @throws ProblemError NOT_COVERED_BY_VISIT, VISIT_NOT_HELD, NOT_IN_LIFECYCLE_STATE after the pledge was withdrawn
 */
export function dayOfAssessment(context: OperationContext, { visit, pledge }: Assessed): PlainDate {
  if (!visit.covers.includes(pledge.id)) {
    throw ProblemError.invalid('NOT_COVERED_BY_VISIT', {
      field: 'pledgeId',
      value: pledge.reference,
      limit: visit.reference,
    });
  }
  const day = lastDayOf(visit);
  happened(context, pledge, 'visitId', day);
  return day;
}

/** Whose a fact of an assessed pledge is. */
export const belongingTo = ({ visit, pledge }: Assessed) => ({
  memberState: pledge.memberState,
  pledgeId: pledge.id,
  visitId: visit.id,
});

/** As `assessedBy`, and no other operation changes either, or adds to it, before this one ends. */
export async function heldAssessed(
  context: OperationContext,
  { visitId, pledgeId }: { readonly visitId: string; readonly pledgeId: string },
): Promise<Assessed> {
  await hold(context, visitId);
  const visit = await visitOf(context, visitId);
  return { visit, pledge: await heldPledge(context, pledgeId) };
}

/** Appends what a visit says of a pledge; the input names both. */
export const appendToVisit = async <F extends PledgeFact, I extends object>(
  context: OperationContext,
  kind: FactKind<F, I, Assessed>,
  input: I & { readonly visitId: string; readonly pledgeId: string },
): Promise<F> => kind.write(context, await heldAssessed(context, input), input);
