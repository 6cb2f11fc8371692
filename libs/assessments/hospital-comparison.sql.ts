import { holding } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';
import { AAV_OUTCOMES } from '#reference/codes.js';
import { ASSESSED_COMPONENTS } from '#reference/data/components.js';
import { componentsOf } from './evidence.sql.js';

/**
 * Medical pledges beside each other. `$1` is the day asked of, `$2` the instant up to which records are known, `$3`
 * Member State, `$4` lifecycle states, `$5` whether they need improvement: null asks nothing. `$6` to `$8` the place
 * (rank, Member State, reference) after which the page begins, `$9` how many.
 */

// Of several on a day the worse counts, as everywhere: the list of outcomes stands from the best to the worst.
const LATEST = `
  SELECT v.id AS visit_id, h.held_until AS assessed_on, o.outcome, r.row_id
  FROM visit_coverage c JOIN visit v ON v.id = c.visit_id AND v.kind = 'HOSPITAL'
  JOIN visit_holding h ON h.visit_id = v.id AND h.held_until <= $1 AND ${known('h', '$2')}
  LEFT JOIN visit_outcome o ON o.visit_id = v.id AND o.pledge_id = c.pledge_id AND ${known('o', '$2')}
  LEFT JOIN component_results r ON r.visit_id = v.id AND r.pledge_id = c.pledge_id AND ${known('r', '$2')}
  WHERE c.pledge_id = p.id AND ${known('c', '$2')} AND num_nonnulls(o.id, r.id) > 0
  ORDER BY h.held_until DESC,
    array_position(ARRAY[${AAV_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')}], o.outcome) DESC NULLS LAST, v.id DESC
  LIMIT 1`;

const OPEN_DEFICIENCIES = `
  SELECT count(*)::int AS open, count(*) FILTER (WHERE d.severity = 'CRITICAL')::int AS critical
  FROM ${holding('hospital_deficiency', 'd', 'raised_on')} AND d.pledge_id = p.id AND NOT EXISTS (
    SELECT FROM ${holding('hospital_deficiency_closure', 'k', 'closed_on')} AND k.hospital_deficiency_id = d.id)`;

const COMPARED = `
SELECT p.id, p.reference, p.member_state, p.unit_type, step.state AS lifecycle, latest.*, deficiencies.open,
  deficiencies.critical, failed.components AS failed, needs.improvement,
  CASE WHEN needs.improvement THEN 0 WHEN latest.visit_id IS NULL THEN 1 ELSE 2 END AS rank
FROM pledge p JOIN unit_type t ON t.code = p.unit_type AND t.medical
JOIN LATERAL (SELECT s.state FROM ${holding('lifecycle_step', 's', 'occurred_on')} AND s.pledge_id = p.id
  ORDER BY s.occurred_on DESC, s.id DESC LIMIT 1) step ON true
LEFT JOIN LATERAL (${LATEST}) latest ON true
CROSS JOIN LATERAL (${OPEN_DEFICIENCIES}) deficiencies
CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(k.component ORDER BY k.component), '[]') AS components
  FROM component_result k WHERE k.component_results_id = latest.row_id AND k.result = 'FAIL') failed
CROSS JOIN LATERAL (SELECT coalesce(latest.outcome = 'UNSATISFACTORY', false) OR failed.components <> '[]'
  OR deficiencies.critical > 0 AS improvement) needs
WHERE ($3::text IS NULL OR p.member_state = $3) AND ($4::text[] IS NULL OR step.state = ANY ($4))
  AND ($5::boolean IS NULL OR needs.improvement = $5)`;

const COMPONENTS = `
SELECT of.component, of.place, count(*) FILTER (WHERE k.result = 'PASS') AS passed,
  count(*) FILTER (WHERE k.result = 'FAIL') AS failed, count(*) FILTER (WHERE k.result = 'NOT_TESTED') AS not_tested
FROM unnest(ARRAY[${ASSESSED_COMPONENTS.HOSPITAL.map(({ code }) => `'${code}'`).join(', ')}]) WITH ORDINALITY AS of (component, place)
LEFT JOIN (compared JOIN component_result k ON k.component_results_id = compared.row_id) ON k.component = of.component
GROUP BY of.component, of.place`;

/** How the components went over all that are asked for, how many those are, and one page of them. */
export const HOSPITAL_COMPARISON_SQL = `
WITH compared AS (${COMPARED}
), page AS (
  SELECT * FROM compared WHERE $6::int IS NULL OR (rank, member_state, reference) > ($6, $7::text, $8::text)
  ORDER BY rank, member_state, reference LIMIT $9
)
SELECT (SELECT count(*)::int FROM compared) AS "totalCount",
  (SELECT count(*)::int FROM compared WHERE visit_id IS NOT NULL) AS assessed,
  (SELECT count(*)::int FROM compared WHERE improvement) AS "needImprovement",
  (SELECT jsonb_agg(jsonb_build_object('component', c.component, 'passed', c.passed, 'failed', c.failed,
      'notTested', c.not_tested) ORDER BY c.place)::text FROM (${COMPONENTS}) c) AS components,
  (SELECT jsonb_agg(jsonb_build_object('pledgeId', p.id, 'reference', p.reference, 'memberState', p.member_state,
      'unitType', p.unit_type, 'lifecycle', p.lifecycle, 'visitId', p.visit_id, 'assessedOn', p.assessed_on,
      'outcome', p.outcome, 'components', ${componentsOf('p')}, 'failed', p.failed, 'openDeficiencies', p.open,
      'openCriticalDeficiencies', p.critical, 'needsImprovement', p.improvement, 'rank', p.rank)
    ORDER BY p.rank, p.member_state, p.reference)::text FROM page p) AS nodes`;
