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
import { PLAN_ACTIONS, PLANS } from './plans.sql.js';

/**
 * Evaluations with their plans, in one statement. `$1` is the day asked of, `$2` the instant up to which records are
 * known.
 */

const fact = ['id', 'recordedAt', 'pledgeId'] as const;

const terms = jsonList(
  jsonOf<ImprovementPlanTerms>('t', [...fact, 'improvementPlanId', 'setOn', 'dueOn', 'note']),
  't.set_on, t.id',
  `${holding('improvement_plan_terms', 't', 'set_on')} AND t.improvement_plan_id = p.id`,
);

/**
 * How a due day was put off, one setting after the other.
 * @param from rows of a table `x`, with the `reason` of each
 * @param first the due day before the first of them; null where they begin with it
 */
const extensions = (from: string, reason: string, first: string) =>
  jsonList(
    `jsonb_build_object('id', x.id, 'setOn', x.set_on, 'previousDueOn', x.previous, 'dueOn', x.due_on,
      'reason', x.reason, 'recordedRole', x.recorded_role, 'recordedAt', x.recorded_at)`,
    'x.set_on, x.id',
    `(SELECT x.id, x.set_on, x.due_on, ${reason} AS reason, x.recorded_role, x.recorded_at,
        lag(x.due_on, 1, ${first}) OVER (ORDER BY x.set_on, x.id) AS previous
      FROM ${from}) x WHERE x.previous IS NOT NULL`,
  );

const planExtensions = extensions(
  `${holding('improvement_plan_terms', 'x', 'set_on')} AND x.improvement_plan_id = p.id`,
  'x.note',
  'NULL',
);

const actionExtensions = extensions(
  `${holding('plan_action_extension', 'x', 'set_on')} AND x.plan_action_id = a.id`,
  'x.reason',
  'a.due_on',
);

const progress = jsonList(
  jsonOf<PlanActionProgress>('g', [...fact, 'planActionId', 'progressedOn', 'state', 'note']),
  'g.progressed_on, g.id',
  `${holding('plan_action_progress', 'g', 'progressed_on')} AND g.plan_action_id = a.id`,
);

const actions = jsonList(
  jsonOf<PlanAction>(
    'a',
    [...fact, 'improvementPlanId', 'reference', 'setOn', 'dueOn', 'owner', 'statement'],
    {
      state: 'stands.state',
      currentDueOn: 'stands.due_on',
      overdue: 'o.id IS NULL AND NOT stands.ended AND stands.due_on < $1',
      progress,
      extensions: actionExtensions,
    },
  ),
  'a.id',
  `${PLAN_ACTIONS} AND a.improvement_plan_id = p.id`,
);

const outcome = `CASE WHEN o.id IS NOT NULL THEN ${jsonOf<PlanOutcome>('o', [...fact, 'improvementPlanId', 'closedOn', 'outcome', 'evidence'])} END`;

const PLAN = jsonOf<ImprovementPlan>(
  'p',
  ['id', 'evaluationId', 'pledgeId', 'memberState', 'version', 'recordedAt'],
  {
    state: 't.state',
    openedOn: 't.opened_on',
    dueOn: 't.due_on',
    overdue: 't.overdue',
    terms,
    extensions: planExtensions,
    actions,
    outcome,
  },
);

/** One plan: `$3` its id. */
export const PLAN_SQL = `
SELECT jsonb_agg(${PLAN})::text AS nodes FROM ${PLANS} WHERE p.id = $3`;

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
    plan: `(SELECT ${PLAN} FROM ${PLANS} WHERE p.evaluation_id = e.id)`,
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
  LEFT JOIN LATERAL (SELECT t.state, t.overdue FROM ${PLANS} WHERE p.evaluation_id = e.id) plan ON true
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
