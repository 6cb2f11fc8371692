import { known } from '#platform/record/known.sql.js';
import { MEMBER_STATES_SQL } from '#reference/reference.sql.js';

const number = (day: string) => `(${day} - DATE '1970-01-01')`;

/**
 * Member States with the bars decided against them as a whole and the ids of their pledges that who asks may see.
 * @param $1 the locale of `name`, $2 one Member State or null for all, $3 day, $4 known on
 */
export const MEMBER_STATES_WITH_PLEDGES = {
  name: 'member states with pledges',
  sql: `
SELECT state.*, bars.value AS "stateBars",
  ARRAY(SELECT p.id FROM pledge p WHERE p.member_state = state.iso3 ORDER BY p.reference COLLATE "C", p.id) AS "pledgeIds"
FROM (${MEMBER_STATES_SQL}) state
CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'decision', b.decision, 'decidedOn', b.decided_on,
    'from', ${number('b.from_on')}, 'until', ${number('b.until_on')}, 'reason', b.reason) ORDER BY b.from_on, b.id), '[]') AS value
  FROM bar b
  WHERE b.member_state = state.iso3 AND b.pledge_id IS NULL AND b.decided_on <= $3::date AND ${known('b', '$4::timestamptz')}
) bars
WHERE $2::text IS NULL OR state.iso3 = $2
ORDER BY state.rank`,
};
