import { snakeCase } from '#platform/database/naming.js';
import { jsonList, jsonOf } from '#platform/record/json.sql.js';
import { known as knownAt } from '#platform/record/known.sql.js';
import type { RequirementReview } from '#pledges/requirement-review.entity.js';
import { LIFECYCLE_STATES, STANDING_OF } from '#readiness/facts.js';
import { requirementStatementsWhere } from '#reference/reference.sql.js';
import { agreementOrder } from './facts.sql.js';

/** Which pledges are asked of: a condition on `p`; and the placeholders of the day and of the instant known on. */
interface Asked {
  readonly pledges: string;
  readonly day: string;
  readonly knownOn: string;
}

const STANDING = LIFECYCLE_STATES.filter((state) => STANDING_OF[state] !== 'OUTSIDE');

/**
 * What pledges rest on among the versions of the statement of their unit type, as a list of common table expressions.
 * Versions are counted once, by their place in the order in which they take effect; pledges are looked at as a set.
 *
 * `resting`: descriptions, alignments and agreements up to the day, `nth` 1 the one of each that counts. `unsettled`: of
 * those that count, in pledges in the pool, committed or deployed, the ones that rest on a version before one in effect
 * which no decision has settled; with the place and the day of the first such version.
 */
const reviewed = ({ pledges, day, knownOn }: Asked): string => {
  const known = (alias: string) => knownAt(alias, knownOn);
  const rows = (table: string, alias: string, on: string) =>
    `${table} ${alias} WHERE ${alias}.pledge_id IN (SELECT id FROM concerned) AND ${alias}.${on} <= ${day} AND ${known(alias)}`;
  const rested = (kind: string, on: string, order = `r.${on} DESC, r.id DESC`) => `
  SELECT r.pledge_id, '${kind}' AS kind, r.id, r.row_id, r.${on} AS day, r.requirement_statement_id AS statement_id,
    row_number() OVER (PARTITION BY r.pledge_id ORDER BY ${order}) AS nth
  FROM ${rows(kind.toLowerCase(), 'r', on)}`;
  return `
requirement_version AS (
  SELECT s.id, s.unit_type, s.effective_on,
    row_number() OVER (PARTITION BY s.unit_type ORDER BY s.effective_on, s.version) AS place
  FROM requirement_statement s
),
concerned AS (SELECT p.id, p.member_state, p.reference, p.unit_type FROM pledge p WHERE ${pledges}),
standing AS (
  SELECT s.pledge_id, min(s.occurred_on) AS since
  FROM (
    SELECT s.pledge_id, s.occurred_on,
      count(*) FILTER (WHERE s.state NOT IN (${STANDING.map((state) => `'${state}'`).join(', ')}))
        OVER (PARTITION BY s.pledge_id ORDER BY s.occurred_on DESC, s.id DESC) AS outside
    FROM ${rows('lifecycle_step', 's', 'occurred_on')}
  ) s
  WHERE s.outside = 0 GROUP BY s.pledge_id
),
resting AS (${[
    rested('PLEDGE_DESCRIPTION', 'described_on'),
    rested('REQUIREMENT_ALIGNMENT', 'aligned_on'),
    rested('RDL_AGREEMENT', 'signed_on', agreementOrder('r', day)),
  ].join('\n  UNION ALL')}
),
review AS (
  SELECT DISTINCT ON (r.pledge_id, r.requirement_statement_id) r.*
  FROM ${rows('requirement_review', 'r', 'reviewed_on')}
  ORDER BY r.pledge_id, r.requirement_statement_id, r.reviewed_on DESC, r.id DESC
),
settled AS (
  SELECT r.pledge_id, max(v.place) AS place
  FROM review r JOIN requirement_version v ON v.id = r.requirement_statement_id
  WHERE r.conclusion = 'NO_CHANGE' GROUP BY r.pledge_id
),
unsettled AS (
  SELECT r.pledge_id, r.kind, min(n.place) AS place, min(n.effective_on) AS effective_on
  FROM resting r
  JOIN standing ON standing.pledge_id = r.pledge_id
  JOIN requirement_version v ON v.id = r.statement_id
  LEFT JOIN settled ON settled.pledge_id = r.pledge_id
  JOIN requirement_version n
    ON n.unit_type = v.unit_type AND n.effective_on <= ${day} AND n.place > greatest(v.place, settled.place)
  WHERE r.nth = 1 GROUP BY r.pledge_id, r.kind
)`;
};

/**
 * Common table expressions of which `review_due` names each pledge for which a review is due, with its Member State. Only
 * unit types whose statement has changed by the day are looked at.
 */
export const reviewDue = ({ pledges, ...at }: Asked): string => `${reviewed({
  ...at,
  pledges: `(${pledges})
    AND p.unit_type IN (SELECT v.unit_type FROM requirement_version v WHERE v.place > 1 AND v.effective_on <= ${at.day})`,
})},
review_due AS (
  SELECT c.id AS pledge_id, c.member_state FROM concerned c WHERE c.id IN (SELECT pledge_id FROM unsettled)
)`;

const DAY = '$2::date';
const KNOWN_ON = '$3::timestamptz';
const measurements = `measurement m
  WHERE m.pledge_id IN (SELECT id FROM concerned) AND m.measured_on <= ${DAY} AND ${knownAt('m', KNOWN_ON)}`;

const REVIEW_FIELDS = [
  ...['id', 'pledgeId', 'recordedAt', 'reviewedOn', 'requirementStatementId', 'conclusion', 'reason'],
] as (keyof RequirementReview)[];

const members = (alias: string, ...columns: readonly string[]) =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${alias}.${snakeCase(column)}`).join(', ')})`;

/** Parts of the alignment that counts, gathered under it. */
const parts = (table: string, key: string) =>
  jsonList(
    members('l', key, 'offered', 'variation'),
    `l.${key}`,
    `${table} l WHERE l.requirement_alignment_id = a.row_id`,
  );

/**
 * All that is needed to hold pledges against the statements of their unit types, in one row of sets: each is a JSON list.
 *
 * A line of equipment is as measured last by line; what a later measurement of totals counts beside them, the critical
 * lines, is taken from there. A review has been due since the first unsettled version took effect, the pledge has stood
 * in the pool, committed or deployed, and has rested on a version before that one.
 * @param $1 pledges (uuid[]), $2 day, $3 known on
 */
export const REQUIREMENTS_SQL = `
WITH ${reviewed({ pledges: 'p.id = ANY ($1::uuid[])', day: DAY, knownOn: KNOWN_ON })},
run AS (
  SELECT r.pledge_id, r.kind, r.day, u.effective_on,
    count(*) FILTER (WHERE v.place IS NULL OR v.place >= u.place) OVER (PARTITION BY r.pledge_id, r.kind ORDER BY r.nth) AS broken
  FROM resting r
  JOIN unsettled u ON u.pledge_id = r.pledge_id AND u.kind = r.kind
  LEFT JOIN requirement_version v ON v.id = r.statement_id
  WHERE r.nth = 1 OR r.kind <> 'RDL_AGREEMENT'
),
due AS (
  SELECT run.pledge_id, run.kind, greatest(min(run.day), min(run.effective_on), min(standing.since)) AS since
  FROM run JOIN standing ON standing.pledge_id = run.pledge_id WHERE run.broken = 0 GROUP BY run.pledge_id, run.kind
),
by_line AS (
  SELECT DISTINCT ON (m.pledge_id) m.pledge_id, m.measured_on, m.id FROM ${measurements} AND m.basis = 'BY_LINE'
    AND EXISTS (SELECT FROM measurement_equipment_line l WHERE l.measurement_id = m.row_id)
  ORDER BY m.pledge_id, m.measured_on DESC, m.id DESC
),
equipment AS (
  SELECT DISTINCT ON (m.pledge_id, l.item) m.pledge_id, m.measured_on, m.id, l.item, l.agreed, l.present, l.serviceable
  FROM (SELECT * FROM ${measurements}) m
  JOIN measurement_equipment_line l ON l.measurement_id = m.row_id
  LEFT JOIN by_line b ON b.pledge_id = m.pledge_id
  WHERE b.id IS NULL OR (m.measured_on, m.id) >= (b.measured_on, b.id)
  ORDER BY m.pledge_id, l.item, m.measured_on DESC, m.id DESC
),
sustained AS (
  SELECT DISTINCT ON (m.pledge_id) m.pledge_id, m.measured_on, m.id, m.row_id FROM ${measurements} AND m.basis = 'BY_LINE'
    AND EXISTS (SELECT FROM measurement_self_sustainment c WHERE c.measurement_id = m.row_id)
  ORDER BY m.pledge_id, m.measured_on DESC, m.id DESC
),
category AS (
  SELECT m.pledge_id, m.measured_on, m.id, c.category, c.required, c.available
  FROM sustained m JOIN measurement_self_sustainment c ON c.measurement_id = m.row_id
),
personnel AS (
  SELECT DISTINCT ON (m.pledge_id) m.pledge_id, m.measured_on, m.id, m.personnel_required AS required,
    m.personnel_available AS available
  FROM ${measurements} AND m.personnel_required IS NOT NULL ORDER BY m.pledge_id, m.measured_on DESC, m.id DESC
)
SELECT ${jsonList(members('c', 'id', 'reference', 'unitType'), 'c.id', 'concerned c')}::text AS pledges,
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."effectiveOn", s.version), '[]') FROM (
    ${requirementStatementsWhere('s.unit_type IN (SELECT unit_type FROM concerned)')}) s)::text AS statements,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('pledgeId', r.pledge_id, 'kind', r.kind, 'id', r.id, 'statementId', r.statement_id,
     'dueSince', due.since) ORDER BY r.kind), '[]')
   FROM resting r LEFT JOIN due ON due.pledge_id = r.pledge_id AND due.kind = r.kind
   WHERE r.nth = 1 AND r.statement_id IS NOT NULL)::text AS resting,
  ${jsonList(jsonOf<RequirementReview>('r', REVIEW_FIELDS), 'r.id', 'review r')}::text AS reviews,
  ${jsonList(
    `${members('a', 'pledgeId', 'id', 'alignedOn', 'strength', 'strengthVariation', 'note')} || jsonb_build_object(
       'statementId', a.requirement_statement_id,
       'lines', ${parts('requirement_alignment_line', 'item')},
       'categories', ${parts('requirement_alignment_category', 'category')})`,
    'a.id',
    `requirement_alignment a JOIN resting r ON r.row_id = a.row_id AND r.kind = 'REQUIREMENT_ALIGNMENT' AND r.nth = 1`,
  )}::text AS alignments,
  ${jsonList(members('e', 'pledgeId', 'measuredOn', 'id', 'item', 'agreed', 'present', 'serviceable'), 'e.item', 'equipment e')}::text AS equipment,
  ${jsonList(members('c', 'pledgeId', 'measuredOn', 'id', 'category', 'required', 'available'), 'c.category', 'category c')}::text AS categories,
  ${jsonList(members('m', 'pledgeId', 'measuredOn', 'id', 'required', 'available'), 'm.id', 'personnel m')}::text AS personnel`;
