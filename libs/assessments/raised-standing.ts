import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';

/** What was raised against a pledge, as it stands for an answer or for its closing. */
export interface RaisedStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
  /** The day from which it counts: the last day of its visit, or its own. */
  readonly raisedOn: PlainDate;
  /** The day from which it is closed, or answered where an answer closes it; null while it is open. */
  readonly closedOn: PlainDate | null;
}

const raised = (table: string, raisedOn: string, closing: string, closedOn: string) => `
SELECT r.id, r.member_state AS "memberState", r.pledge_id AS "pledgeId", ${raisedOn} AS "raisedOn",
  (SELECT c.${closedOn} FROM ${closing} c WHERE c.${table}_id = r.id AND c.voided_at IS NULL) AS "closedOn"
FROM ${table} r ${raisedOn.startsWith('h.') ? 'JOIN visit_holding h ON h.visit_id = r.visit_id AND h.voided_at IS NULL' : ''}
WHERE r.id = $1 AND r.voided_at IS NULL`;

const standing =
  (statement: string, field: string) =>
  async (context: OperationContext, id: string): Promise<RaisedStanding> => {
    const [found] = await context.query<RaisedStanding>(statement, [id]);
    if (found === undefined) throw ProblemError.notFound(field, id);
    return found;
  };

export const findingOf = standing(
  raised('finding', 'h.held_until', 'finding_closure', 'closed_on'),
  'findingId',
);

export const recommendationOf = standing(
  raised('recommendation', 'h.held_until', 'recommendation_answer', 'answered_on'),
  'recommendationId',
);

export const hospitalDeficiencyOf = standing(
  raised('hospital_deficiency', 'r.raised_on', 'hospital_deficiency_closure', 'closed_on'),
  'hospitalDeficiencyId',
);

/**
 * What is open may be closed, from the day on which it was raised up to today.
 * @param names the fields of the input: what is closed, and the day
 * @param corrected the closing that a new version takes the place of
 * @throws ProblemError ALREADY_CLOSED, AFTER_TODAY, BEFORE_OPENING
 */
export function settles(
  context: OperationContext,
  { id, raisedOn, closedOn }: RaisedStanding,
  names: { readonly id: string; readonly day: string },
  day: PlainDate,
  corrected?: { readonly id: Id },
): void {
  if (!corrected && closedOn !== null) {
    throw ProblemError.invalid('ALREADY_CLOSED', { field: names.id, value: id, limit: closedOn });
  }
  notAfterToday(context, names.day, day);
  notBefore('BEFORE_OPENING', names.day, day, raisedOn);
}
