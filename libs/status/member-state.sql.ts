import { known } from '#platform/record/known.sql.js';
import { MEMBER_STATES_SQL } from '#reference/reference.sql.js';
import { dayCount } from './facts.sql.js';
import { reviewDue } from './requirements.sql.js';

type Asked = 'ONE' | 'ALL';

/** The pledges of the Member State of which a condition on `p` holds. */
const idsOfPledges = (
  condition = 'true',
) => `ARRAY(SELECT p.id FROM pledge p WHERE p.member_state = state.iso3
    AND ${condition} ORDER BY p.reference COLLATE "C", p.id) AS "pledgeIds"`;

/** The bars against the Member State as a whole, of which a condition on `b` holds; `more` names and values for each. */
export const stateBars = (condition: string, more = '') => `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'decision', b.decision, 'decidedOn', b.decided_on,
    'from', ${dayCount('b.from_on')}, 'until', ${dayCount('b.until_on')}, 'reason', b.reason${more})
    ORDER BY b.from_on, b.id), '[]') AS value
  FROM bar b WHERE b.member_state = state.iso3 AND b.pledge_id IS NULL AND ${condition}
) bars`;

const askedOf = (of: Asked) => (of === 'ONE' ? 'state.iso3 = $2' : '$2::text IS NULL');

const [DAY, KNOWN_ON] = ['$3::date', '$4::timestamptz'];

/** A condition under which a bar `b` is decided by the day and known at the instant. */
export const DECIDED = `b.decided_on <= ${DAY} AND ${known('b', KNOWN_ON)}`;

interface StatesWithPledges {
  /** Conditions on `state` and on `p`: which Member States, and the pledges that are theirs. */
  readonly states: string;
  readonly pledges: string;
  /** Of their pledges, those whose ids are given. */
  readonly given?: string;
  /** What is selected beside, each followed by a comma, and from what. */
  readonly more?: string;
  readonly from?: string;
}

/** @param $1 the locale of `name`, $2 which Member States, $3 day, $4 known on */
export const statesWithPledges = ({
  states,
  pledges,
  given,
  more = '',
  from = '',
}: StatesWithPledges): string => `
WITH ${reviewDue({ pledges, day: DAY, knownOn: KNOWN_ON })},
reviews AS (SELECT member_state, array_agg(pledge_id) AS due FROM review_due GROUP BY member_state)
SELECT state.*, bars.value AS "stateBars", coalesce(reviews.due, '{}') AS "reviewDue", ${more} ${idsOfPledges(given)}
FROM (${MEMBER_STATES_SQL}) state
CROSS JOIN LATERAL ${stateBars(DECIDED)}
LEFT JOIN reviews ON reviews.member_state = state.iso3 ${from}
WHERE ${states}
ORDER BY state.rank`;

/**
 * Member States with the bars decided against them as a whole and the ids of their pledges that who asks may see,
 * with those for which a review of the requirement is due.
 * @param of one of them, whose pledges are found by it, or all
 * @param $1 the locale of `name`, $2 the one Member State or null, $3 day, $4 known on
 */
export const withPledges = (of: Asked) => ({
  name: `${of} member state with pledges`,
  sql: statesWithPledges({ states: askedOf(of), pledges: of === 'ONE' ? 'p.member_state = $2' : 'true' }),
});

/**
 * Member States with the bars decided against them as a whole, whenever that was, and the ids of their pledges that who
 * asks may see. Each bar says whether it is known at one instant, and whether at another.
 * @param $1 and $2 as above, $3 the one instant, $4 the other
 */
export const withPledgesOverTime = (of: Asked) => {
  const [one, other] = [known('b', '$3::timestamptz'), known('b', '$4::timestamptz')];
  const knownAtEach = `, 'known', jsonb_build_array(${one}, ${other})`;
  return {
    name: `${of} member state with pledges over time`,
    sql: `
SELECT state.*, bars.value AS "stateBars", ${idsOfPledges()}
FROM (${MEMBER_STATES_SQL}) state
CROSS JOIN LATERAL ${stateBars(`(${one} OR ${other})`, knownAtEach)}
WHERE ${askedOf(of)}
ORDER BY state.rank`,
  };
};
