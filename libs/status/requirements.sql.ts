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

/** The states in which a pledge counts for its Member State. */
export const STANDING = LIFECYCLE_STATES.filter((state) => STANDING_OF[state] !== 'OUTSIDE');

/** A row of `told`, in the order of its columns; what a row does not say is null. */
const told = ({
  of,
  kind = 'NULL::text',
  id = 'NULL::uuid',
  rowId = 'NULL::uuid',
  day = 'NULL::date',
  statement = 'NULL::text',
  nth = 'NULL::bigint',
  since = 'NULL::date',
  settled = 'NULL::bigint',
}: Readonly<
  Partial<Record<'kind' | 'id' | 'rowId' | 'day' | 'statement' | 'nth' | 'since' | 'settled', string>>
> & {
  readonly of: string;
}): string =>
  `SELECT ${of}.pledge_id, ${of}.member_state, ${kind} AS kind, ${id} AS id, ${rowId} AS row_id, ${day} AS day,
    ${statement} AS statement_id, ${nth} AS nth, ${since} AS since, ${settled} AS settled`;

/**
 * What pledges rest on among the versions of the statement of their unit type, as a list of common table expressions.
 * Versions are counted once, by their place in the order in which they take effect; pledges are looked at as one set, in
 * passes over it and without joins of it to itself, so that the plan is the same for one pledge and for all.
 *
 * `rested`: the records that may rest on a statement, `nth` 1 the one of each kind that counts. `behind`: the pledges of
 * which one that counts rests on a version before one in effect; of these alone `weighed` says since when each has stood
 * in the pool, committed or deployed, and up to which version a decision has settled. `due`: what counts and rests on a
 * version before one in effect that no decision has settled, with the day since which: the first such version took
 * effect, the pledge stood there, and rested on a version before that one, however often it was described anew.
 */
const reviewed = ({ pledges, day, knownOn }: Asked): string => {
  const known = (alias: string) => knownAt(alias, knownOn);
  const rows = (table: string, alias: string, on: string, of = 'SELECT id FROM concerned') =>
    `${table} ${alias} WHERE ${alias}.pledge_id IN (${of}) AND ${alias}.${on} <= ${day} AND ${known(alias)}`;
  const rested = (kind: string, on: string, order = `r.${on} DESC, r.id DESC`) => {
    const nth = `row_number() OVER (PARTITION BY r.pledge_id ORDER BY ${order})`;
    const columns = { kind: `'${kind}'`, id: 'r.id', rowId: 'r.row_id', day: `r.${on}`, nth };
    return `${told({ of: 'r', ...columns, statement: 'r.requirement_statement_id' })}
  FROM ${rows(kind.toLowerCase(), 'r', on)}`;
  };
  return `
requirement_version AS MATERIALIZED (
  SELECT s.id, s.unit_type, s.effective_on,
    row_number() OVER (PARTITION BY s.unit_type ORDER BY s.effective_on, s.version) AS place
  FROM requirement_statement s
),
concerned AS MATERIALIZED (SELECT p.id, p.reference, p.unit_type FROM pledge p WHERE ${pledges}),
review AS MATERIALIZED (
  SELECT DISTINCT ON (r.pledge_id, r.requirement_statement_id) r.*
  FROM ${rows('requirement_review', 'r', 'reviewed_on')}
  ORDER BY r.pledge_id, r.requirement_statement_id, r.reviewed_on DESC, r.id DESC
),
rested AS MATERIALIZED (
  ${[
    rested('PLEDGE_DESCRIPTION', 'described_on'),
    rested('REQUIREMENT_ALIGNMENT', 'aligned_on'),
    rested('RDL_AGREEMENT', 'signed_on', agreementOrder('r', day)),
  ].join('\n  UNION ALL ')}
),
behind AS MATERIALIZED (
  SELECT DISTINCT r.pledge_id
  FROM rested r JOIN requirement_version v ON v.id = r.statement_id
  JOIN requirement_version n ON n.unit_type = v.unit_type AND n.place = v.place + 1 AND n.effective_on <= ${day}
  WHERE r.nth = 1
),
told AS (
  ${[
    `SELECT * FROM rested r WHERE r.pledge_id IN (SELECT pledge_id FROM behind)`,
    `${told({ of: 's', since: 's.occurred_on' })}
  FROM (
    SELECT s.pledge_id, s.member_state, s.occurred_on,
      count(*) FILTER (WHERE s.state NOT IN (${STANDING.map((state) => `'${state}'`).join(', ')}))
        OVER (PARTITION BY s.pledge_id ORDER BY s.occurred_on DESC, s.id DESC) AS outside
    FROM ${rows('lifecycle_step', 's', 'occurred_on', 'SELECT pledge_id FROM behind')}
  ) s WHERE s.outside = 0`,
    `${told({ of: 'r', settled: 'v.place' })}
  FROM review r JOIN requirement_version v ON v.id = r.requirement_statement_id WHERE r.conclusion = 'NO_CHANGE'`,
  ].join('\n  UNION ALL ')}
),
weighed AS MATERIALIZED (
  SELECT t.pledge_id, t.member_state, t.kind, t.id, t.row_id, t.day, t.statement_id, t.nth, v.place,
    first_value(v.place) OVER kind AS counted, first_value(v.unit_type) OVER kind AS unit_type,
    min(t.since) OVER pledge AS standing_since, max(t.settled) OVER pledge AS settled_to
  FROM told t LEFT JOIN requirement_version v ON v.id = t.statement_id
  WINDOW pledge AS (PARTITION BY t.pledge_id), kind AS (PARTITION BY t.pledge_id, t.kind ORDER BY t.nth)
),
due AS MATERIALIZED (
  SELECT r.pledge_id, r.member_state, r.kind, greatest(min(r.day), min(r.effective_on), min(r.standing_since)) AS since
  FROM (
    SELECT w.*, n.effective_on,
      count(*) FILTER (WHERE w.place IS NULL OR w.place >= n.place)
        OVER (PARTITION BY w.pledge_id, w.kind ORDER BY w.nth) AS broken
    FROM weighed w JOIN requirement_version n
      ON n.unit_type = w.unit_type AND n.place = greatest(w.counted, w.settled_to) + 1 AND n.effective_on <= ${day}
    WHERE w.counted IS NOT NULL AND w.standing_since IS NOT NULL AND (w.nth = 1 OR w.kind <> 'RDL_AGREEMENT')
  ) r
  WHERE r.broken = 0 GROUP BY r.pledge_id, r.member_state, r.kind
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
review_due AS (SELECT DISTINCT pledge_id, member_state FROM due)`;

const DAY = '$2::date';
const KNOWN_ON = '$3::timestamptz';
const measurements = `measurement m
  WHERE m.pledge_id IN (SELECT id FROM concerned) AND m.measured_on <= ${DAY} AND ${knownAt('m', KNOWN_ON)}`;

/** Of a measurement, what sorts as the day and then the id do: the greatest is the latest. */
const MEASURED = `to_char(m.measured_on, 'YYYY-MM-DD') || m.id`;

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
 * lines, is taken from there.
 * @param $1 pledges (uuid[]), $2 day, $3 known on
 */
export const REQUIREMENTS_SQL = `
WITH ${reviewed({ pledges: 'p.id = ANY ($1::uuid[])', day: DAY, knownOn: KNOWN_ON })},
equipment AS (
  SELECT l.* FROM (
    SELECT m.pledge_id, m.measured_on, m.id, l.item, l.agreed, l.present, l.serviceable, ${MEASURED} AS measured,
      row_number() OVER (PARTITION BY m.pledge_id, l.item ORDER BY m.measured_on DESC, m.id DESC) AS nth,
      max(${MEASURED}) FILTER (WHERE m.basis = 'BY_LINE') OVER (PARTITION BY m.pledge_id) AS by_line
    FROM (SELECT * FROM ${measurements}) m JOIN measurement_equipment_line l ON l.measurement_id = m.row_id
  ) l
  WHERE l.nth = 1 AND l.measured >= coalesce(l.by_line, '')
),
category AS (
  SELECT c.* FROM (
    SELECT m.pledge_id, m.measured_on, m.id, c.category, c.required, c.available,
      dense_rank() OVER (PARTITION BY m.pledge_id ORDER BY m.measured_on DESC, m.id DESC) AS nth
    FROM (SELECT * FROM ${measurements}) m JOIN measurement_self_sustainment c ON c.measurement_id = m.row_id
  ) c
  WHERE c.nth = 1
),
personnel AS (
  SELECT DISTINCT ON (m.pledge_id) m.pledge_id, m.measured_on, m.id, m.personnel_required AS required,
    m.personnel_available AS available
  FROM ${measurements} AND m.personnel_required IS NOT NULL ORDER BY m.pledge_id, m.measured_on DESC, m.id DESC
)
SELECT ${jsonList(members('c', 'id', 'reference', 'unitType'), 'c.id', 'concerned c')}::text AS pledges,
  (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."effectiveOn", s.version), '[]') FROM (
    ${requirementStatementsWhere('s.unit_type IN (SELECT unit_type FROM concerned)')}) s)::text AS statements,
  ${jsonList(
    members('w', 'pledgeId', 'kind', 'id', 'statementId'),
    'w.kind',
    'rested w WHERE w.nth = 1 AND w.statement_id IS NOT NULL',
  )}::text AS resting,
  ${jsonList(members('d', 'pledgeId', 'kind', 'since'), 'd.kind', 'due d')}::text AS due,
  ${jsonList(jsonOf<RequirementReview>('r', REVIEW_FIELDS), 'r.id', 'review r')}::text AS reviews,
  ${jsonList(
    `${members('a', 'pledgeId', 'id', 'alignedOn', 'strength', 'strengthVariation', 'note')} || jsonb_build_object(
       'statementId', a.requirement_statement_id,
       'lines', ${parts('requirement_alignment_line', 'item')},
       'categories', ${parts('requirement_alignment_category', 'category')})`,
    'a.id',
    `requirement_alignment a
     WHERE a.row_id IN (SELECT w.row_id FROM rested w WHERE w.kind = 'REQUIREMENT_ALIGNMENT' AND w.nth = 1)`,
  )}::text AS alignments,
  ${jsonList(members('e', 'pledgeId', 'measuredOn', 'id', 'item', 'agreed', 'present', 'serviceable'), 'e.item', 'equipment e')}::text AS equipment,
  ${jsonList(members('c', 'pledgeId', 'measuredOn', 'id', 'category', 'required', 'available'), 'c.category', 'category c')}::text AS categories,
  ${jsonList(members('m', 'pledgeId', 'measuredOn', 'id', 'required', 'available'), 'm.id', 'personnel m')}::text AS personnel`;
