import type { PERFORMANCE_INVARIANTS } from '#performance/performance.invariants.js';
import { bothOf, changed, doubled, voided, way, type Breakers } from './breaker.js';

const LONG_AGO = `DATE '1990-01-01'`;
export const PERFORMANCE_BREAKERS: Breakers<keyof typeof PERFORMANCE_INVARIANTS> = {
  SCORES_WITHIN_SCALE: [
    way('a score is off the scale', 'evaluation', changed('evaluation', 'raw_score = 101')),
    way('a scale is none of the list', 'evaluation', changed('evaluation', `scale = 'STARS'`)),
    way('an area is scored off the scale', 'evaluation_area', changed('evaluation_area', 'score = -1')),
    way('an area is none of the list', 'evaluation_area', changed('evaluation_area', `area = 'WEATHER'`)),
  ],
  ONE_PLAN_FOR_EVALUATION: [
    way(
      'an evaluation has two plans',
      'improvement_plan',
      [
        doubled('improvement_plan'),
        `SELECT p.id FROM improvement_plan p WHERE p.evaluation_id IN
           (SELECT o.evaluation_id FROM improvement_plan o GROUP BY 1 HAVING count(*) > 1)`,
      ],
      'PLAN_HAS_TERMS',
    ),
  ],
  PLAN_HAS_TERMS: [
    way('a plan has lost its terms', 'improvement_plan', [
      ...['plan_action_extension', 'plan_action_progress', 'plan_action', 'plan_outcome'].map(
        (table) => `DELETE FROM ${table}`,
      ),
      `DELETE FROM improvement_plan_terms t
       WHERE t.improvement_plan_id = (SELECT min(p.id::text)::uuid FROM improvement_plan p)`,
      `SELECT min(p.id::text) AS id FROM improvement_plan p`,
    ]),
  ],
  PLAN_FOLLOWS_EVALUATION: [
    way(
      'a plan was opened before its evaluation',
      'improvement_plan_terms',
      changed('improvement_plan_terms', `set_on = ${LONG_AGO}`),
    ),
    way('an evaluation is voided under its plan', 'improvement_plan_terms', [
      voided('evaluation', 't.id IN (SELECT p.evaluation_id FROM improvement_plan p)'),
      `SELECT t.id FROM improvement_plan_terms t JOIN improvement_plan p ON p.id = t.improvement_plan_id
         JOIN evaluation e ON e.id = p.evaluation_id WHERE e.voided_reason = 'To break it'`,
    ]),
  ],
  ACTED_UNDER_OPEN_PLAN: [
    way('an action was set before its plan', 'plan_action', changed('plan_action', `set_on = ${LONG_AGO}`)),
    way(
      'a plan was closed before it was opened',
      'plan_outcome',
      changed('plan_outcome', `closed_on = ${LONG_AGO}`),
    ),
  ],
  PROGRESS_AFTER_ACTION: [
    way(
      'an action progressed before it was set',
      'plan_action_progress',
      changed('plan_action_progress', `progressed_on = ${LONG_AGO}`),
    ),
  ],
  EXTENSION_PUTS_OFF: [
    way(
      'an action is put off to the day by which it was due',
      'plan_action_extension',
      changed(
        'plan_action_extension',
        'due_on = (SELECT a.due_on FROM plan_action a WHERE a.id = t.plan_action_id), set_on = (SELECT a.set_on FROM plan_action a WHERE a.id = t.plan_action_id)',
      ),
    ),
    way(
      'an action is put off before it was set',
      'plan_action_extension',
      changed('plan_action_extension', `set_on = ${LONG_AGO}`),
    ),
  ],
  PLAN_CLOSED_ONCE: [
    way('a plan is closed twice', 'plan_outcome', [
      doubled('plan_outcome'),
      bothOf('plan_outcome', 'improvement_plan_id'),
    ]),
  ],
};
