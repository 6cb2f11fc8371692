import { known } from '#platform/record/known.sql.js';
import { FACTS_SQL } from './facts.sql.js';
import { ASKED, HAPPENINGS } from './timeline.sql.js';

/** The tables that the statement of the facts reads: what is recorded elsewhere makes no other facts. */
const BEHIND_FACTS = HAPPENINGS.filter(({ table }) => new RegExp(`\\b${table}\\b`).test(FACTS_SQL));

/**
 * The days on which the facts of pledges can become others: those of their known records, and those on which the
 * choice between agreements can fall on another. Between two of them the rules alone change the outcome.
 *
 * `$1` pledges (uuid[]), `$2` the instant up to which records are known, `$3` the day after which, `$4` the last; null
 * for no end. One row for each pledge that has any: the days, and what happened on each as `KIND id`.
 */
export const RECORD_DAYS = {
  name: 'record days',
  sql: `
WITH ${ASKED}
SELECT pledge_id AS id, array_agg(day::text ORDER BY day) AS days, jsonb_agg(happened ORDER BY day) AS happened
FROM (
  SELECT pledge_id, day, coalesce(array_agg(DISTINCT record ORDER BY record) FILTER (WHERE record IS NOT NULL), '{}') AS happened
  FROM (${BEHIND_FACTS.map(
    ({ table, day, of }) => `
    SELECT asked.pledge_id, ${day} AS day, '${table.toUpperCase()} ' || f.id AS record
    FROM asked JOIN ${table} f ON ${of} AND ${known('f', '$2')}`,
  ).join('\n    UNION ALL')}
    UNION ALL
    SELECT asked.pledge_id, turn.day, NULL FROM asked
    JOIN rdl_agreement f ON f.pledge_id = asked.pledge_id AND ${known('f', '$2')}
    CROSS JOIN LATERAL (VALUES (f.from_on), (f.until_on + 1)) AS turn (day)
  ) AS dated
  WHERE ($3::date IS NULL OR day > $3) AND ($4::date IS NULL OR day <= $4)
  GROUP BY pledge_id, day
) AS by_day
GROUP BY pledge_id`,
};

/** Facts that end with the pledge: none of a day after its withdrawal is recorded. What was raised before may be closed. */
const ENDING_WITH_PLEDGE: readonly string[] = [
  'pledge_description',
  'confirmation',
  'document',
  'measurement',
  'caveat',
  'rdl_agreement',
  'human_rights_screening',
  'deployment_plan',
  'unit_certificate',
  'level_decision',
  'requirement_alignment',
  'requirement_review',
  'visit_outcome',
  'component_results',
  'finding',
  'recommendation',
  'hospital_deficiency',
  'evaluation',
];

/** Standing records of a day after the pledge's withdrawal. `$1` and `$2` as above. */
export const RECORDS_AFTER_WITHDRAWAL_SQL = `
WITH asked AS (
  SELECT p.pledge_id, s.occurred_on AS ended_on FROM unnest($1::uuid[]) AS p (pledge_id)
  JOIN lifecycle_step s ON s.pledge_id = p.pledge_id AND s.state = 'WITHDRAWN' AND s.voided_at IS NULL
)
SELECT kind, id FROM (${HAPPENINGS.filter(({ table }) => ENDING_WITH_PLEDGE.includes(table))
  .map(
    ({ table, day, of }) => `
  SELECT '${table.toUpperCase()}' AS kind, f.id FROM asked
  JOIN ${table} f ON ${of} AND ${known('f', '$2')} AND ${day} > asked.ended_on`,
  )
  .join('\n  UNION ALL')}
) AS later ORDER BY id`;
