import { arrayOf, once, stands, type Invariant, type Look } from '#platform/invariants/invariant.js';
import { EVALUATION_AREAS, EVALUATION_SCALES } from '#reference/data/areas.js';

/** The first of the standing terms of each plan: they open it. */
const OPENED = `(SELECT t.improvement_plan_id, min(t.set_on) AS day FROM improvement_plan_terms t WHERE ${stands('t')}
  GROUP BY t.improvement_plan_id) opened ON opened.improvement_plan_id = t.improvement_plan_id`;

const EVALUATED = `improvement_plan p ON p.id = t.improvement_plan_id
  LEFT JOIN evaluation e ON e.id = p.evaluation_id AND ${stands('e')}`;

const ofOpenedPlan = (table: string, day: string): Look => ({
  table,
  rows: `${table} t LEFT JOIN ${OPENED} WHERE ${stands('t')}`,
  id: 't.id',
  holds: `opened.day IS NOT NULL AND t.${day} >= opened.day`,
});

const SCALES = `(VALUES ${EVALUATION_SCALES.map(({ id, lowest, highest }) => `('${id}', ${lowest}, ${highest})`).join(', ')})
  AS scale (id, lowest, highest) ON scale.id = e.scale`;

/** Standing extensions of actions, each with the day by which the action was due before. */
const EXTENSIONS = `(SELECT x.id, x.set_on, x.due_on, a.set_on AS asked_on, coalesce(lag(x.due_on) OVER setting, a.due_on) AS due_before
  FROM plan_action_extension x JOIN plan_action a ON a.id = x.plan_action_id AND ${stands('a')} WHERE ${stands('x')}
  WINDOW setting AS (PARTITION BY x.plan_action_id ORDER BY x.set_on, x.id)) x`;

/** What holds of evaluations and of the plans that follow them. */
export const PERFORMANCE_INVARIANTS = {
  SCORES_WITHIN_SCALE: {
    says: 'Every score lies within the scale of its evaluation, and an area that is scored is one of the list.',
    looks: () => [
      {
        table: 'evaluation',
        rows: `evaluation e LEFT JOIN ${SCALES}`,
        id: 'e.id',
        holds: 'scale.id IS NOT NULL AND coalesce(e.raw_score BETWEEN scale.lowest AND scale.highest, true)',
      },
      {
        table: 'evaluation_area',
        rows: `evaluation_area a JOIN evaluation e ON e.row_id = a.evaluation_id LEFT JOIN ${SCALES}`,
        id: 'a.evaluation_id',
        holds: `a.score BETWEEN scale.lowest AND scale.highest AND a.area = ANY (${arrayOf(EVALUATION_AREAS)})`,
      },
    ],
  },
  ONE_PLAN_FOR_EVALUATION: {
    says: 'An evaluation has one improvement plan at most.',
    looks: () => [
      {
        table: 'improvement_plan',
        rows: `(SELECT p.id, count(*) OVER (PARTITION BY p.evaluation_id) AS number FROM improvement_plan p) p`,
        id: 'p.id',
        holds: 'p.number = 1',
      },
    ],
  },
  PLAN_HAS_TERMS: {
    says: 'No improvement plan is without terms, though they may have been voided.',
    looks: () => [
      {
        table: 'improvement_plan',
        rows: `improvement_plan p LEFT JOIN (SELECT DISTINCT t.improvement_plan_id FROM improvement_plan_terms t) t
          ON t.improvement_plan_id = p.id`,
        id: 'p.id',
        holds: 't.improvement_plan_id IS NOT NULL',
      },
    ],
  },
  PLAN_FOLLOWS_EVALUATION: {
    says: 'The terms of a plan are set on or after the day of an evaluation that stands.',
    looks: () => [
      {
        table: 'improvement_plan_terms',
        rows: `improvement_plan_terms t LEFT JOIN ${EVALUATED} WHERE ${stands('t')}`,
        id: 't.id',
        holds: 'e.id IS NOT NULL AND t.set_on >= e.evaluated_on',
      },
    ],
  },
  ACTED_UNDER_OPEN_PLAN: {
    says: 'Actions and outcomes are those of a plan that was opened, on or after the day of its first terms.',
    looks: () => [ofOpenedPlan('plan_action', 'set_on'), ofOpenedPlan('plan_outcome', 'closed_on')],
  },
  PROGRESS_AFTER_ACTION: {
    says: 'No action makes progress before it was set.',
    looks: () => [
      {
        table: 'plan_action_progress',
        rows: `plan_action_progress g JOIN plan_action a ON a.id = g.plan_action_id AND ${stands('a')} WHERE ${stands('g')}`,
        id: 'g.id',
        holds: 'g.progressed_on >= a.set_on',
      },
    ],
  },
  EXTENSION_PUTS_OFF: {
    says: 'An action is put off no earlier than it was set, and each time to a later day.',
    looks: () => [
      {
        table: 'plan_action_extension',
        rows: EXTENSIONS,
        id: 'x.id',
        holds: 'x.set_on >= x.asked_on AND x.due_on > x.due_before',
      },
    ],
  },
  PLAN_CLOSED_ONCE: {
    says: 'An improvement plan is closed once.',
    looks: () => [once('plan_outcome', 'improvement_plan_id')],
  },
} satisfies Record<string, Invariant>;
