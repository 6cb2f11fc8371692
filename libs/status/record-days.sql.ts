import { known } from '#platform/record/known.sql.js';
import { ASKED, HAPPENINGS } from './timeline.sql.js';

/**
 * The days on which the facts of pledges can become others: those of their known records, and those on which the
 * choice between agreements can fall on another. Between two of them the rules alone change the outcome.
 *
 * `$1` pledges (uuid[]), `$2` the instant up to which records are known. One row for each pledge that has any.
 */
export const RECORD_DAYS_SQL = `
WITH ${ASKED}
SELECT pledge_id AS id, array_agg(DISTINCT day::text ORDER BY day::text) AS days
FROM (${HAPPENINGS.map(
  ({ table, day, of }) => `
  SELECT asked.pledge_id, ${day} AS day FROM asked JOIN ${table} f ON ${of} AND ${known('f', '$2')}`,
).join('\n  UNION ALL')}
  UNION ALL
  SELECT asked.pledge_id, turn.day FROM asked
  JOIN rdl_agreement f ON f.pledge_id = asked.pledge_id AND ${known('f', '$2')}
  CROSS JOIN LATERAL (VALUES (f.from_on), (f.until_on + 1)) AS turn (day)
) AS dated
GROUP BY pledge_id`;
