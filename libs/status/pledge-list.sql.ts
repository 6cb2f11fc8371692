import { known } from '#platform/record/known.sql.js';

/** What PostgreSQL can sort by without a status; the type is that of the key in a cursor. */
export const SQL_SORTS = {
  REFERENCE: { key: 'p.reference COLLATE "C"', type: 'text' },
  MEMBER_STATE: { key: 'm.rank', type: 'integer' },
  UNIT_TYPE: { key: 'p.unit_type COLLATE "C"', type: 'text' },
  DEPLOYABLE_WITHIN_DAYS: {
    key: 'coalesce(description.deployable_within_days, 2147483647)',
    type: 'integer',
  },
} as const;
export type SqlSort = keyof typeof SQL_SORTS;

/** Letters without their accents and case, as `foldText` folds the text that is looked for. */
const folded = (column: string) =>
  `lower(regexp_replace(normalize(${column}, NFKD), '[\\u0300-\\u036f]', '', 'g'))`;

/**
 * The pledges that the parts of a filter which need no status let through, with the key of each and one page of them.
 *
 * `$1` day, `$2` known on, `$3` Member States, `$4` regions, `$5` unit types, `$6` components, `$7` lifecycle states
 * (each text[], null for all), `$8` most days to deployment, `$9` text folded, `$10` Member States whose names hold
 * that text, `$11` key and `$12` id after which the page begins (null for the start), `$13` most rows (null for all),
 * `$14` languages in small letters (text[], null for all).
 * @returns one row: `total`, and `page` as `[key, id]` in order
 */
export const pledgesSql = (sort: SqlSort, direction: 'ASC' | 'DESC'): string => {
  const { key, type } = SQL_SORTS[sort];
  const order = `key ${direction}, id ${direction}`;
  return `
WITH candidate AS MATERIALIZED (
  SELECT p.id, ${key} AS key
  FROM pledge p
  JOIN unit_type t ON t.code = p.unit_type
  JOIN member_state m ON m.iso3 = p.member_state
  JOIN LATERAL (
    SELECT s.state FROM lifecycle_step s
    WHERE s.pledge_id = p.id AND s.occurred_on <= $1::date AND ${known('s', '$2::timestamptz')}
    ORDER BY s.occurred_on DESC, s.id DESC LIMIT 1
  ) step ON true
  LEFT JOIN LATERAL (
    SELECT d.title, d.deployable_within_days, d.languages FROM pledge_description d
    WHERE d.pledge_id = p.id AND d.described_on <= $1::date AND ${known('d', '$2::timestamptz')}
    ORDER BY d.described_on DESC, d.id DESC LIMIT 1
  ) description ON true
  WHERE ($3::text[] IS NULL OR p.member_state = ANY ($3))
    AND ($4::text[] IS NULL OR m.regional_group = ANY ($4))
    AND ($5::text[] IS NULL OR p.unit_type = ANY ($5))
    AND ($6::text[] IS NULL OR t.component = ANY ($6))
    AND ($7::text[] IS NULL OR step.state = ANY ($7))
    AND ($8::integer IS NULL OR description.deployable_within_days <= $8)
    AND ($14::text[] IS NULL OR lower(description.languages::text)::text[] && $14)
    AND ($9::text IS NULL OR p.member_state = ANY ($10::text[])
      OR strpos(${folded('p.reference')}, $9) > 0 OR strpos(${folded('description.title')}, $9) > 0)
), page AS (
  SELECT key, id FROM candidate
  WHERE $12::uuid IS NULL OR (key, id) ${direction === 'ASC' ? '>' : '<'} ($11::${type}, $12::uuid)
  ORDER BY ${order} LIMIT $13::integer
)
SELECT (SELECT count(*)::integer FROM candidate) AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(key, id) ORDER BY ${order}), '[]') FROM page) AS page`;
};
