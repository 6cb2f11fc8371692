import { holding, jsonList, jsonOf } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';
import type { Assignment } from './assignment.entity.js';
import type { Finding, FindingAnswer, FindingClosure } from './finding.entity.js';
import type { HospitalDeficiency, HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import type { Recommendation, RecommendationAnswer } from './recommendation.entity.js';
import { inspectionAt, resultsAt } from './evidence.sql.js';
import type { Visit, VisitCancellation, VisitHolding, VisitOutcome, VisitPlan } from './visit.entity.js';

/**
 * Visits with all that they concluded and found, in one statement. `$1` is the day asked of, `$2` the instant up to
 * which records are known. A visit is there from the day on which it was planned, or else from its last day; what it
 * found counts from its last day, an answer or a closing from its own.
 */

const fact = ['id', 'recordedAt', 'pledgeId'] as const;

const findings = jsonList(
  jsonOf<Finding>('f', [...fact, 'visitId', 'reference', 'area', 'severity', 'owner', 'dueOn', 'statement'], {
    open: 'c.id IS NULL',
    overdue: 'c.id IS NULL AND f.due_on < $1',
    closure: `CASE WHEN c.id IS NOT NULL THEN ${jsonOf<FindingClosure>('c', [...fact, 'findingId', 'closedOn', 'evidence'])} END`,
    answers: jsonList(
      jsonOf<FindingAnswer>('a', [...fact, 'findingId', 'answeredOn', 'answer']),
      'a.answered_on, a.id',
      `${holding('finding_answer', 'a', 'answered_on')} AND a.finding_id = f.id`,
    ),
  }),
  'f.id',
  `finding f LEFT JOIN finding_closure c ON c.finding_id = f.id AND c.closed_on <= $1 AND ${known('c', '$2')}
   WHERE f.visit_id = visit.id AND f.pledge_id = c0.pledge_id AND ${known('f', '$2')} AND visit.holding_id IS NOT NULL`,
);

const recommendations = jsonList(
  jsonOf<Recommendation>('r', [...fact, 'visitId', 'reference', 'kind', 'area', 'dueOn', 'statement'], {
    open: 'a.id IS NULL',
    overdue: 'a.id IS NULL AND coalesce(r.due_on < $1, false)',
    answer: `CASE WHEN a.id IS NOT NULL THEN ${jsonOf<RecommendationAnswer>('a', [...fact, 'recommendationId', 'answeredOn', 'answer'])} END`,
  }),
  'r.id',
  `recommendation r
   LEFT JOIN recommendation_answer a ON a.recommendation_id = r.id AND a.answered_on <= $1 AND ${known('a', '$2')}
   WHERE r.visit_id = visit.id AND r.pledge_id = c0.pledge_id AND ${known('r', '$2')} AND visit.holding_id IS NOT NULL`,
);

const hospitalDeficiencies = jsonList(
  jsonOf<HospitalDeficiency>(
    'd',
    [...fact, 'visitId', 'reference', 'severity', 'raisedOn', 'dueOn', 'statement'],
    {
      open: 'c.id IS NULL',
      overdue: 'c.id IS NULL AND coalesce(d.due_on < $1, false)',
      closure: `CASE WHEN c.id IS NOT NULL THEN ${jsonOf<HospitalDeficiencyClosure>('c', [...fact, 'hospitalDeficiencyId', 'closedOn', 'evidence'])} END`,
    },
  ),
  'd.id',
  `hospital_deficiency d LEFT JOIN hospital_deficiency_closure c
     ON c.hospital_deficiency_id = d.id AND c.closed_on <= $1 AND ${known('c', '$2')}
   WHERE d.visit_id = visit.id AND d.pledge_id = c0.pledge_id AND d.raised_on <= $1 AND ${known('d', '$2')}`,
);

const outcome = `(SELECT ${jsonOf<VisitOutcome>('o', [...fact, 'visitId', 'outcome', 'summary'])}
  FROM visit_outcome o WHERE o.visit_id = visit.id AND o.pledge_id = c0.pledge_id AND ${known('o', '$2')}
    AND visit.holding_id IS NOT NULL)`;

const coverage = jsonList(
  `jsonb_build_object('id', c0.id, 'pledgeId', c0.pledge_id, 'reference', pledge.reference, 'unitType', pledge.unit_type,
    'inspection', ${inspectionAt('c0.pledge_id')},
    'componentResults', ${resultsAt('c0.pledge_id', 'visit.held_until')},
    'outcome', ${outcome}, 'findings', ${findings}, 'recommendations', ${recommendations},
    'hospitalDeficiencies', ${hospitalDeficiencies})`,
  'pledge.reference',
  `visit_coverage c0 JOIN pledge ON pledge.id = c0.pledge_id
   WHERE c0.visit_id = visit.id AND ${known('c0', '$2')}`,
);

const assignments = jsonList(
  jsonOf<Assignment>('s', ['id', 'recordedAt', 'subject', 'assignedOn', 'visitId', 'pledgeId']),
  's.assigned_on, s.id',
  `${holding('assignment', 's', 'assigned_on')} AND s.visit_id = visit.id`,
);

const VISIT = jsonOf<Visit>('visit', ['id', 'memberState', 'reference', 'kind', 'version', 'recordedAt'], {
  plan: 'visit.plan',
  holding: 'visit.holding',
  cancellation: 'visit.cancellation',
  assignments,
  coverage,
});

const ASKED = `
SELECT v.*, coalesce(h.held_until, p.planned_from) AS day, h.id AS holding_id, h.held_until,
  CASE WHEN p.id IS NOT NULL THEN ${jsonOf<VisitPlan>('p', ['id', 'recordedAt', 'visitId', 'decidedOn', 'plannedFrom', 'plannedUntil', 'purpose'])} END AS plan,
  CASE WHEN h.id IS NOT NULL THEN ${jsonOf<VisitHolding>('h', ['id', 'recordedAt', 'visitId', 'heldFrom', 'heldUntil', 'team', 'note'])} END AS holding,
  CASE WHEN x.id IS NOT NULL THEN ${jsonOf<VisitCancellation>('x', ['id', 'recordedAt', 'visitId', 'cancelledOn', 'reason'])} END AS cancellation
FROM visit v
LEFT JOIN LATERAL (SELECT * FROM ${holding('visit_plan', 'p', 'decided_on')} AND p.visit_id = v.id
  ORDER BY p.decided_on DESC, p.id DESC LIMIT 1) p ON true
LEFT JOIN visit_holding h ON h.visit_id = v.id AND h.held_until <= $1 AND ${known('h', '$2')}
LEFT JOIN visit_cancellation x ON x.visit_id = v.id AND x.cancelled_on <= $1 AND ${known('x', '$2')}
WHERE v.recorded_at <= $2 AND num_nonnulls(p.id, h.id) > 0`;

/** One visit: `$3` its id. */
export const VISIT_SQL = `
WITH visit AS (${ASKED} AND v.id = $3)
SELECT jsonb_agg(${VISIT})::text AS nodes FROM visit`;

const OVERDUE = `EXISTS (SELECT FROM finding f WHERE f.visit_id = v.id AND h.id IS NOT NULL AND f.due_on < $1
    AND ${known('f', '$2')}
    AND NOT EXISTS (SELECT FROM ${holding('finding_closure', 'c', 'closed_on')} AND c.finding_id = f.id))`;

/**
 * A page of visits, the latest first, and how many there are in all.
 * `$3` Member State, `$4` pledge, `$5` kinds, `$6` held or not, `$7` and `$8` from and until, `$9` whether findings are
 * overdue, `$10` whether it was called off: null asks nothing. `$11` and `$12` the day and id after which the page
 * begins, `$13` how many.
 */
export const VISITS_SQL = `
WITH asked AS (${ASKED}
  AND ($3::text IS NULL OR v.member_state = $3)
  AND ($4::uuid IS NULL OR EXISTS (SELECT FROM visit_coverage c
    WHERE c.visit_id = v.id AND c.pledge_id = $4 AND ${known('c', '$2')}))
  AND ($5::text[] IS NULL OR v.kind = ANY ($5))
  AND ($6::boolean IS NULL OR (h.id IS NOT NULL) = $6 AND ($6 OR x.id IS NULL))
  AND ($7::date IS NULL OR coalesce(h.held_until, p.planned_from) >= $7)
  AND ($8::date IS NULL OR coalesce(h.held_until, p.planned_from) <= $8)
  AND ($9::boolean IS NULL OR ${OVERDUE} = $9)
  AND ($10::boolean IS NULL OR (x.id IS NOT NULL) = $10)
), visit AS (
  SELECT * FROM asked WHERE $11::date IS NULL OR (day, id) < ($11, $12::uuid)
  ORDER BY day DESC, id DESC LIMIT $13
)
SELECT (SELECT count(*)::int FROM asked) AS "totalCount",
  (SELECT jsonb_agg(${VISIT} ORDER BY visit.day DESC, visit.id DESC)::text FROM visit) AS nodes`;
