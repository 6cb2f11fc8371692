import { known } from '#platform/record/known.sql.js';

/*
 * The tables in which something happened to a pledge, and on which day it did. Of the pieces of statements below, `$1` are
 * pledges (uuid[]), `$2` is the instant up to which records are known, `f` the row, `asked` the pledge.
 */

/** A visit's day: the last on which it was held, as known; rows of a visit have no day of their own. */
const heldUntil = `coalesce((
    SELECT h.held_until FROM visit_holding h WHERE h.visit_id = f.visit_id AND h.recorded_at <= $2
    ORDER BY ${known('h', '$2')} DESC, h.row_id DESC LIMIT 1), f.recorded_at::date)`;

/** A visit covers a pledge from the day of the decision that says so: the latest that was there before it, as known. */
const coveredFrom = `coalesce((
    SELECT p.decided_on FROM visit_plan p WHERE p.visit_id = f.visit_id AND p.id < f.id AND p.recorded_at <= $2
    ORDER BY ${known('p', '$2')} DESC, p.id DESC, p.row_id DESC LIMIT 1), f.recorded_at::date)`;

/**
 * The pledges that are asked for (`$1`), each with its Member State and the visits that cover it, as known at `$2`:
 * found once, so that the rows of each table are looked up by them.
 */
export const ASKED = `asked AS MATERIALIZED (
  SELECT asked.pledge_id, p.member_state, ARRAY(
    SELECT c.visit_id FROM visit_coverage c WHERE c.pledge_id = asked.pledge_id AND ${known('c', '$2')}) AS visits
  FROM unnest($1::uuid[]) AS asked (pledge_id) LEFT JOIN pledge p ON p.id = asked.pledge_id)`;

const ofPledge = 'f.pledge_id = asked.pledge_id';
const ofVisit = 'f.visit_id = ANY (asked.visits)';
const ofMemberState = `(f.pledge_id = asked.pledge_id OR f.pledge_id IS NULL AND f.member_state = asked.member_state)`;

/** A table of facts that speak of pledges. */
export interface Happening {
  readonly table: string;
  readonly day: string;
  readonly of: string;
}

const happening = (table: string, day: string, of = ofPledge): Happening => ({ table, day, of });

/** Every table of facts, with the day on which its rows happened and whose they are. */
export const HAPPENINGS: readonly Happening[] = [
  happening('pledge_description', 'f.described_on'),
  happening('lifecycle_step', 'f.occurred_on'),
  happening('confirmation', 'f.confirmed_on'),
  happening('document', 'f.received_on'),
  happening('measurement', 'f.measured_on'),
  happening('caveat', 'f.known_on'),
  happening('caveat_settlement', 'f.resolved_on'),
  happening('bar', 'f.decided_on', ofMemberState),
  happening('rdl_agreement', 'f.signed_on'),
  happening('human_rights_screening', 'f.screened_on'),
  happening('deployment_plan', 'f.planned_on'),
  happening('unit_certificate', 'f.received_on'),
  happening('level_decision', 'f.decided_on'),
  happening('requirement_alignment', 'f.aligned_on'),
  happening('requirement_review', 'f.reviewed_on'),
  happening('visit_plan', 'f.decided_on', ofVisit),
  happening('visit_coverage', coveredFrom),
  happening('assignment', 'f.assigned_on', `(${ofPledge} OR ${ofVisit})`),
  happening('visit_holding', 'f.held_until', ofVisit),
  happening('visit_cancellation', 'f.cancelled_on', ofVisit),
  happening('visit_outcome', heldUntil),
  happening('component_results', heldUntil),
  happening('finding', heldUntil),
  happening('finding_closure', 'f.closed_on'),
  happening('finding_answer', 'f.answered_on'),
  happening('recommendation', heldUntil),
  happening('recommendation_answer', 'f.answered_on'),
  happening('hospital_deficiency', 'f.raised_on'),
  happening('hospital_deficiency_closure', 'f.closed_on'),
  happening('evaluation', 'f.evaluated_on'),
  happening('improvement_plan_terms', 'f.set_on'),
  happening('plan_action', 'f.set_on'),
  happening('plan_action_extension', 'f.set_on'),
  happening('plan_action_progress', 'f.progressed_on'),
  happening('plan_outcome', 'f.closed_on'),
];
