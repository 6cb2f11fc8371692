import { known } from '#platform/record/known.sql.js';

/**
 * All that ever happened to pledges: every row of every table of facts that speaks of one, voided rows too.
 *
 * `$1` pledges (uuid[]), `$2` the instant up to which records are known, `$3` the last day, `$4` to `$6` the cursor
 * (day, instant, row) or nulls, `$7` how many at most for each pledge.
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

/** What a row says in rows of their own, by its table: a list of one text for each. */
const PARTS: Readonly<Record<string, string>> = {
  measurement: `jsonb_build_object(
    'equipment_lines', (SELECT jsonb_agg(concat_ws(' ', l.item, CASE WHEN l.critical THEN 'CRITICAL' END,
        concat_ws('/', l.agreed, l.present, l.serviceable), '“' || l.remark || '”') ORDER BY l.item)
      FROM measurement_equipment_line l WHERE l.measurement_id = f.row_id),
    'self_sustainment_categories', (SELECT jsonb_agg(concat_ws(' ', c.category, c.required || '/' || c.available,
        CASE c.satisfactory WHEN true THEN 'SATISFACTORY' WHEN false THEN 'UNSATISFACTORY' END,
        '“' || c.remark || '”') ORDER BY c.category)
      FROM measurement_self_sustainment c WHERE c.measurement_id = f.row_id))`,
  component_results: `jsonb_build_object(
    'components', (SELECT jsonb_agg(concat_ws(' ', c.component, c.result, c.passed || '/' || c.tested,
        '“' || c.note || '”') ORDER BY c.component)
      FROM component_result c WHERE c.component_results_id = f.row_id))`,
  evaluation: `jsonb_build_object(
    'areas', (SELECT jsonb_agg(a.area || ' ' || a.score ORDER BY a.area)
      FROM evaluation_area a WHERE a.evaluation_id = f.row_id))`,
  requirement_alignment: `jsonb_build_object(
    'equipment_lines', (SELECT jsonb_agg(concat_ws(' ', l.item, concat_ws('/', l.offered, coalesce(a.quantity, 0)), l.variation)
        ORDER BY l.item)
      FROM requirement_alignment_line l
      LEFT JOIN requirement_equipment_line a ON a.statement_id = f.requirement_statement_id AND a.item = l.item
      WHERE l.requirement_alignment_id = f.row_id),
    'self_sustainment_categories', (SELECT jsonb_agg(concat_ws(' ', c.category, concat_ws('/', c.offered, coalesce(a.required, 0)),
        c.variation) ORDER BY c.category)
      FROM requirement_alignment_category c
      LEFT JOIN requirement_self_sustainment a ON a.statement_id = f.requirement_statement_id AND a.category = c.category
      WHERE c.requirement_alignment_id = f.row_id))`,
  level_decision: `jsonb_build_object(
    'evidence', (SELECT jsonb_agg(e.record_kind || ' ' || e.record_id ORDER BY e.record_kind, e.record_id)
      FROM level_decision_evidence e WHERE e.level_decision_id = f.row_id))`,
};

interface Happening {
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

const branch = ({ table, day, of }: Happening) => `
  SELECT asked.pledge_id, '${table.toUpperCase()}' AS kind, f.id, f.row_id AS "rowId", ${day} AS day,
    f.recorded_at AS "recordedAt", f.recorded_role AS "recordedRole",
    CASE WHEN f.voided_at <= $2 THEN
      jsonb_build_object('at', f.voided_at, 'by', f.voided_role, 'reason', f.voided_reason) END AS voided,
    to_jsonb(f)${table in PARTS ? ` || ${PARTS[table]}` : ''} AS content
  FROM asked JOIN ${table} f ON ${of} AND f.recorded_at <= $2`;

/** One row for each pledge: how many entries there are, and those from the cursor on, the latest first. */
export const TIMELINE = {
  name: 'timeline',
  sql: `
WITH ${ASKED},
every AS (${HAPPENINGS.map(branch).join('\n  UNION ALL')}
),
happened AS (SELECT * FROM every WHERE day <= $3::date),
listed AS (
  SELECT h.*, row_number() OVER (PARTITION BY pledge_id ORDER BY day DESC, "recordedAt" DESC, "rowId" DESC) AS place
  FROM happened h
  WHERE $4::date IS NULL OR (day, "recordedAt", "rowId") < ($4::date, $5::timestamptz, $6::uuid)
)
SELECT asked.pledge_id AS id, (SELECT count(*)::int FROM happened h WHERE h.pledge_id = asked.pledge_id) AS total,
  (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.place), '[]') FROM listed l
   WHERE l.pledge_id = asked.pledge_id AND l.place <= $7) AS entries
FROM asked`,
};
