import { known } from '#platform/record/known.sql.js';
import { ASKED, HAPPENINGS } from '#pledges/happenings.sql.js';
import { FACTS_SQL } from './facts.sql.js';

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
