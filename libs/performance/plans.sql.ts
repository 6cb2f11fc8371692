import { holding } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';
import { ENDED } from './plan-action-standing.js';

/**
 * What a plan and its actions come to on a day, for every question that asks it. `$1` is the day, `$2` the instant up to
 * which records are known. A plan is there from the day of its first terms; its state is derived from what was dated up
 * to the day.
 */

/**
 * Plans that are there on the day, as `p`, with the outcome (`o`) and what they come to (`t`: opened_on, due_on, state,
 * overdue). A condition may follow.
 */
export const PLANS = `improvement_plan p
  LEFT JOIN plan_outcome o ON o.improvement_plan_id = p.id AND o.closed_on <= $1 AND ${known('o', '$2')}
  CROSS JOIN LATERAL (
    SELECT held.*, coalesce('CLOSED_' || o.outcome, 'OPEN') AS state, o.id IS NULL AND held.due_on < $1 AS overdue
    FROM (
      SELECT min(t.set_on) AS opened_on, (array_agg(t.due_on ORDER BY t.set_on DESC, t.id DESC))[1] AS due_on
      FROM ${holding('improvement_plan_terms', 't', 'set_on')} AND t.improvement_plan_id = p.id
      HAVING count(*) > 0) held) t`;

/**
 * Actions that are asked for on the day, as `a`, with how they stand (`stands`: state, ended, due_on). What was done once
 * is done, in whatever order its progress was recorded. Ends in its condition, to which more may be added.
 */
export const PLAN_ACTIONS = `plan_action a CROSS JOIN LATERAL (
    SELECT CASE max(CASE g.state WHEN 'DONE' THEN 3 WHEN 'DROPPED' THEN 2 WHEN 'IN_PROGRESS' THEN 1 END)
        WHEN 3 THEN 'DONE' WHEN 2 THEN 'DROPPED' WHEN 1 THEN 'IN_PROGRESS' ELSE 'NOT_STARTED' END AS state,
      coalesce(bool_or(g.${ENDED}), false) AS ended,
      coalesce((SELECT x.due_on FROM ${holding('plan_action_extension', 'x', 'set_on')} AND x.plan_action_id = a.id
        ORDER BY x.set_on DESC, x.id DESC LIMIT 1), a.due_on) AS due_on
    FROM ${holding('plan_action_progress', 'g', 'progressed_on')} AND g.plan_action_id = a.id) stands
  WHERE a.set_on <= $1 AND ${known('a', '$2')}`;
