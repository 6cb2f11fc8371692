import { PLAN_ACTIONS, PLANS } from '#performance/plans.sql.js';
import { holding } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';

/**
 * Everything that is open on a day, in one statement over both rooms in which something can be. `$1` is the day asked
 * of, `$2` the instant up to which records are known; what is closed or answered later than the day is open on it.
 */

const not = (table: string, alias: string, day: string, parent: string) =>
  `NOT EXISTS (SELECT FROM ${holding(table, alias, day)} AND ${alias}.${parent})`;

const ofHeldVisit = (alias: string) =>
  `JOIN ${holding('visit_holding', 'h', 'held_until').replace(' WHERE ', ` ON h.visit_id = ${alias}.visit_id AND `)}`;

/** Plans that are open, of evaluations that stand. */
const openPlans = `${PLANS}
  WHERE t.state = 'OPEN' AND p.evaluation_id IN (SELECT e.id FROM ${holding('evaluation', 'e', 'evaluated_on')})`;

const OPEN = `
SELECT 'FINDING' AS kind, f.id, f.reference, f.member_state, f.pledge_id, f.visit_id, NULL::uuid AS evaluation_id,
  h.held_until AS opened_on, f.due_on, f.owner, f.severity, f.statement
FROM finding f ${ofHeldVisit('f')}
WHERE ${known('f', '$2')} AND ${not('finding_closure', 'c', 'closed_on', 'finding_id = f.id')}
UNION ALL
SELECT r.kind, r.id, r.reference, r.member_state, r.pledge_id, r.visit_id, NULL, h.held_until, r.due_on, NULL, NULL,
  r.statement
FROM recommendation r ${ofHeldVisit('r')}
WHERE ${known('r', '$2')} AND ${not('recommendation_answer', 'a', 'answered_on', 'recommendation_id = r.id')}
UNION ALL
SELECT 'HOSPITAL_DEFICIENCY', d.id, d.reference, d.member_state, d.pledge_id, d.visit_id, NULL, d.raised_on, d.due_on,
  NULL, d.severity, d.statement
FROM ${holding('hospital_deficiency', 'd', 'raised_on')}
  AND ${not('hospital_deficiency_closure', 'c', 'closed_on', 'hospital_deficiency_id = d.id')}
UNION ALL
SELECT 'IMPROVEMENT_PLAN', p.id, NULL, p.member_state, p.pledge_id, NULL, p.evaluation_id, t.opened_on, t.due_on, NULL,
  NULL, NULL
FROM ${openPlans}
UNION ALL
SELECT 'PLAN_ACTION', a.id, a.reference, a.member_state, a.pledge_id, NULL, plan.evaluation_id, a.set_on, stands.due_on,
  a.owner, NULL, a.statement
FROM (SELECT p.id, p.evaluation_id FROM ${openPlans}) plan,
  ${PLAN_ACTIONS} AND a.improvement_plan_id = plan.id AND NOT stands.ended`;

/**
 * A page of what is open, what is due first at the top, what has no due day at the end; and how much there is in all.
 * `$3` Member State, `$4` pledge, `$5` kind, `$6` due before, `$7` whether overdue: null asks nothing. `$8` and `$9` the
 * due day (`infinity` where there is none) and id after which the page begins, `$10` how many.
 */
export const FOLLOW_UPS_SQL = `
WITH asked AS (
  SELECT f.*, coalesce(f.due_on, 'infinity') AS due, coalesce(f.due_on < $1, false) AS overdue FROM (${OPEN}) f
  WHERE ($3::text IS NULL OR f.member_state = $3)
    AND ($4::uuid IS NULL OR f.pledge_id = $4)
    AND ($5::text IS NULL OR f.kind = $5)
    AND ($6::date IS NULL OR f.due_on < $6)
    AND ($7::boolean IS NOT TRUE OR f.due_on < $1)
), page AS (
  SELECT * FROM asked WHERE $8::date IS NULL OR (due, id) > ($8, $9::uuid) ORDER BY due, id LIMIT $10
)
SELECT (SELECT count(*)::int FROM asked) AS "totalCount",
  (SELECT jsonb_agg(jsonb_build_object('kind', page.kind, 'id', page.id, 'reference', page.reference,
      'memberState', page.member_state, 'pledgeId', page.pledge_id, 'pledgeReference', pledge.reference,
      'visitId', page.visit_id, 'evaluationId', page.evaluation_id, 'openedOn', page.opened_on, 'dueOn', page.due_on,
      'overdue', page.overdue, 'owner', page.owner, 'severity', page.severity, 'statement', page.statement)
    ORDER BY page.due, page.id)::text
   FROM page JOIN pledge ON pledge.id = page.pledge_id) AS nodes`;
