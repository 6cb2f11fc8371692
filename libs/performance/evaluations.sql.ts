import { holding, jsonList, jsonOf } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';
import type { Evaluation } from './evaluation.entity.js';
import type {
  ImprovementPlan,
  ImprovementPlanTerms,
  PlanAction,
  PlanActionProgress,
  PlanOutcome,
} from './improvement-plan.entity.js';

/**
 * Evaluations with their plans, in one statement. `$1` is the day asked of, `$2` the instant up to which records are
 * known. A plan is there from the day of its first terms; its state is derived from what was dated up to the day.
 */

const fact = ['id', 'recordedAt', 'pledgeId'] as const;

const terms = jsonList(
  jsonOf<ImprovementPlanTerms>('t', [...fact, 'improvementPlanId', 'setOn', 'dueOn', 'note']),
  't.set_on, t.id',
  `${holding('improvement_plan_terms', 't', 'set_on')} AND t.improvement_plan_id = p.id`,
);

const progress = jsonList(
  jsonOf<PlanActionProgress>('g', [...fact, 'planActionId', 'progressedOn', 'state', 'note']),
  'g.progressed_on, g.id',
  `${holding('plan_action_progress', 'g', 'progressed_on')} AND g.plan_action_id = a.id`,
);

// What was done once is done, in whatever order its progress was recorded.
const actionState = `CASE reached.furthest WHEN 2 THEN 'DONE' WHEN 1 THEN 'IN_PROGRESS' ELSE 'NOT_STARTED' END`;

const actions = jsonList(
  jsonOf<PlanAction>(
    'a',
    [...fact, 'improvementPlanId', 'reference', 'setOn', 'dueOn', 'owner', 'statement'],
    {
      state: actionState,
      overdue: 'o.id IS NULL AND reached.furthest IS DISTINCT FROM 2 AND a.due_on < $1',
      progress,
    },
  ),
  'a.id',
  `plan_action a CROSS JOIN LATERAL (
     SELECT max(CASE g.state WHEN 'DONE' THEN 2 ELSE 1 END) AS furthest
     FROM ${holding('plan_action_progress', 'g', 'progressed_on')} AND g.plan_action_id = a.id) reached
   WHERE a.improvement_plan_id = p.id AND a.set_on <= $1 AND ${known('a', '$2')}`,
);

const outcome = `CASE WHEN o.id IS NOT NULL THEN ${jsonOf<PlanOutcome>('o', [...fact, 'improvementPlanId', 'closedOn', 'outcome', 'evidence'])} END`;

const PLAN = jsonOf<ImprovementPlan>(
  'p',
  ['id', 'evaluationId', 'pledgeId', 'memberState', 'version', 'recordedAt'],
  {
    state: `coalesce('CLOSED_' || o.outcome, 'OPEN')`,
    openedOn: 't.opened_on',
    dueOn: 't.due_on',
    overdue: 'o.id IS NULL AND t.due_on < $1',
    terms,
    actions,
    outcome,
  },
);

/** Plans that are there on the day, as `p`, with the terms that hold (`t`) and the outcome (`o`). */
const PLANS = `improvement_plan p
  CROSS JOIN LATERAL (
    SELECT min(t.set_on) AS opened_on, (array_agg(t.due_on ORDER BY t.set_on DESC, t.id DESC))[1] AS due_on
    FROM ${holding('improvement_plan_terms', 't', 'set_on')} AND t.improvement_plan_id = p.id) t
  LEFT JOIN plan_outcome o ON o.improvement_plan_id = p.id AND o.closed_on <= $1 AND ${known('o', '$2')}`;

/** One plan: `$3` its id. */
export const PLAN_SQL = `
SELECT jsonb_agg(${PLAN})::text AS nodes FROM ${PLANS} WHERE p.id = $3 AND t.opened_on IS NOT NULL`;

const areas = jsonList(
  `jsonb_build_object('area', area.area, 'score', area.score)`,
  'area.area',
  'evaluation_area area WHERE area.evaluation_id = e.row_id',
);

const EVALUATION = jsonOf<Evaluation>(
  'e',
  [
    ...fact,
    'memberState',
    'mission',
    'periodFrom',
    'periodUntil',
    'evaluatedOn',
    'scale',
    'rawScore',
    'verdict',
    'summary',
  ],
  {
    pledgeReference: 'pledge.reference',
    areas,
    plan: `(SELECT ${PLAN} FROM ${PLANS} WHERE p.evaluation_id = e.id AND t.opened_on IS NOT NULL)`,
  },
);

/** One evaluation: `$3` its id. */
export const EVALUATION_SQL = `
SELECT jsonb_agg(${EVALUATION})::text AS nodes
FROM evaluation e JOIN pledge ON pledge.id = e.pledge_id
WHERE e.id = $3 AND e.evaluated_on <= $1 AND ${known('e', '$2')}`;

/**
 * A page of evaluations, the latest first, and how many there are in all.
 * `$3` Member State, `$4` pledge, `$5` mission, `$6` verdict, `$7` state of the plan, `$8` whether the plan is overdue,
 * `$9` and `$10` from and until: null asks nothing. `$11` and `$12` the day and id after which the page begins, `$13`
 * how many.
 */
export const EVALUATIONS_SQL = `
WITH asked AS (
  SELECT e.* FROM evaluation e
  LEFT JOIN LATERAL (
    SELECT coalesce('CLOSED_' || o.outcome, 'OPEN') AS state, o.id IS NULL AND t.due_on < $1 AS overdue
    FROM ${PLANS} WHERE p.evaluation_id = e.id AND t.opened_on IS NOT NULL) plan ON true
  WHERE e.evaluated_on <= $1 AND ${known('e', '$2')}
    AND ($3::text IS NULL OR e.member_state = $3)
    AND ($4::uuid IS NULL OR e.pledge_id = $4)
    AND ($5::text IS NULL OR e.mission = $5)
    AND ($6::text IS NULL OR e.verdict = $6)
    AND ($7::text IS NULL OR coalesce(plan.state, 'NONE') = $7)
    AND ($8::boolean IS NULL OR coalesce(plan.overdue, false) = $8)
    AND ($9::date IS NULL OR e.evaluated_on >= $9)
    AND ($10::date IS NULL OR e.evaluated_on <= $10)
), e AS (
  SELECT * FROM asked WHERE $11::date IS NULL OR (evaluated_on, id) < ($11, $12::uuid)
  ORDER BY evaluated_on DESC, id DESC LIMIT $13
)
SELECT (SELECT count(*)::int FROM asked) AS "totalCount",
  (SELECT jsonb_agg(${EVALUATION} ORDER BY e.evaluated_on DESC, e.id DESC)::text
   FROM e JOIN pledge ON pledge.id = e.pledge_id) AS nodes`;
