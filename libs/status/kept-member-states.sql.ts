import { MEMBER_STATES_SQL } from '#reference/reference.sql.js';
import { believed, generationOf, KEPT_PLEDGE, KEPT_STANDING } from './kept.sql.js';
import { DECIDED, stateBars, statesWithPledges } from './member-state.sql.js';

const KEPT = { rules: '$5', parameterSet: '$6::integer', day: '$3::date', knownOn: '$4::timestamptz' };

/**
 * As `withPledges`, for some Member States: their generation, the pledges of which a status is kept (`kept`), and in
 * `pledgeIds` those of which none is.
 * @param $2 the Member States, $5 rules, $6 parameter set
 */
export const WITH_KEPT_PLEDGES_SQL = statesWithPledges({
  states: 'state.iso3 = ANY ($2::text[])',
  pledges: 'p.member_state = ANY ($2::text[])',
  given: `NOT EXISTS (SELECT FROM kept_status k WHERE k.pledge_id = p.id AND ${believed(KEPT)})`,
  more: `${generationOf(KEPT)} AS generation,
  (SELECT min(r.effective_on) FROM requirement_statement r WHERE r.effective_on > ${KEPT.day}) AS "nextStatementOn",
  (SELECT coalesce(json_agg(${KEPT_PLEDGE}), '[]') FROM kept_status k JOIN pledge p ON p.id = k.pledge_id
   WHERE k.member_state = state.iso3 AND ${believed(KEPT)}) AS kept,`,
  from: 'LEFT JOIN member_state_generation g ON g.member_state = state.iso3',
});

/** What a filter of the board may ask of a pledge, as conditions on a kept row `k` of it; `s` is its Member State's. */
const OF_A_PLEDGE = `($7::text[] IS NULL OR p.unit_type = ANY ($7::text[]))
    AND ($8::text[] IS NULL OR k.reason_codes && $8::text[])
    AND ($9::boolean IS NULL OR (k.pledge_id = ANY (s.review_due)) = $9::boolean)`;

/** For each Member State, of how many pledges that count for it a status is kept, and whether one is as asked. */
const ASKED_PLEDGES = `
LEFT JOIN (
  SELECT k.member_state, count(*)::int AS kept, bool_or(${OF_A_PLEDGE}) AS "isOne"
  FROM kept_status k
  JOIN pledge p ON p.id = k.pledge_id
  JOIN member_state_generation g ON g.member_state = k.member_state
  JOIN kept_member_state s ON s.member_state = k.member_state
  WHERE ${believed(KEPT)} AND ${KEPT_STANDING}
  GROUP BY k.member_state
) asked ON asked.member_state = state.iso3`;

/**
 * Member States with the bars decided against them as a whole, and what is kept of their pledges' status: `rollUp` null
 * where it is to be computed.
 * @param ofPledges whether the filter asks for a pledge: `counted` is of how many one is kept, `hasPledge` whether one is meant
 * @param $1 the locale of `name`, $2 one Member State or null for all, $3 day, $4 known on, $5 rules, $6 parameter set,
 *   and where a pledge is asked for $7 unit types, $8 codes of reasons, $9 whether a review is due
 */
export const keptMemberStates = (ofPledges: boolean) => ({
  name: `kept member states${ofPledges ? ' of pledges' : ''}`,
  sql: `
SELECT state.*, bars.value AS "stateBars", k.roll_up AS "rollUp", coalesce(k.review_due, '{}') AS "reviewDue",
  ${ofPledges ? 'coalesce(asked.kept, 0) AS counted, coalesce(asked."isOne", false) AS "hasPledge"' : '0 AS counted, true AS "hasPledge"'}
FROM (${MEMBER_STATES_SQL}) state
CROSS JOIN LATERAL ${stateBars(DECIDED)}
LEFT JOIN member_state_generation g ON g.member_state = state.iso3
LEFT JOIN kept_member_state k ON k.member_state = state.iso3 AND ${believed(KEPT)}
${ofPledges ? ASKED_PLEDGES : ''}
WHERE $2::text IS NULL OR state.iso3 = $2::text
ORDER BY state.rank`,
});
