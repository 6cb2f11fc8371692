import { ASKED, HAPPENINGS, type Happening } from '#pledges/happenings.sql.js';

/**
 * All that ever happened to pledges: every row of every table of facts that speaks of one, voided rows too.
 *
 * `$1` pledges (uuid[]), `$2` the instant up to which records are known, `$3` the last day, `$4` to `$6` the cursor
 * (day, instant, row) or nulls, `$7` how many at most for each pledge.
 */

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
