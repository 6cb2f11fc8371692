import { known } from '#platform/record/known.sql.js';

/** What figures are told apart by; what is not asked for is added up. */
export const DIMENSIONS = ['MONTH', 'MISSION', 'MEMBER_STATE', 'PERSONNEL_TYPE'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const COLUMNS: Readonly<Record<Dimension, string>> = {
  MONTH: 'month',
  MISSION: 'mission',
  MEMBER_STATE: 'member_state',
  PERSONNEL_TYPE: 'personnel_type',
};

/** Where an answer holds the value of a dimension. */
export const FIELDS = {
  MONTH: 'month',
  MISSION: 'mission',
  MEMBER_STATE: 'memberState',
  PERSONNEL_TYPE: 'personnelType',
} as const satisfies Record<Dimension, string>;

/**
 * The figures that are meant: `$1` the day asked of, `$2` the instant up to which they are known; `$3` Member States,
 * `$4` missions, `$5` personnel types (text[]), `$6` and `$7` first and last month: null asks nothing.
 */
const MEANT = `${known('c', '$2')} AND c.month <= $1
  AND ($3::text[] IS NULL OR c.member_state = ANY ($3))
  AND ($4::text[] IS NULL OR c.mission = ANY ($4))
  AND ($5::text[] IS NULL OR c.personnel_type = ANY ($5))
  AND ($6::date IS NULL OR c.month >= $6)
  AND ($7::date IS NULL OR c.month <= $7)`;

const SUMS = `coalesce(sum(c.male), 0)::int AS male, coalesce(sum(c.female), 0)::int AS female,
  coalesce(sum(c.male + c.female), 0)::int AS total`;

/**
 * Figures added up by some dimensions: a page of them in the order of the dimensions, how many there are and what all
 * add up to. `$8` the values of the dimensions after which the page begins (text[] or null), `$9` how many to give at
 * most.
 * @returns one row: `totalCount`, `total` as an object of counts, `nodes`
 */
export function figuresSql(by: readonly Dimension[]): string {
  const columns = by.map((dimension) => COLUMNS[dimension]);
  const none = columns.length === 0;
  const fields = by.map((dimension) => `'${FIELDS[dimension]}', ${COLUMNS[dimension]}`);
  const key = columns.map((column) => `${column}::text`).join(', ');
  const after = columns.map((_column, index) => `($8::text[])[${index + 1}]`).join(', ');
  return `
WITH figure AS (
  SELECT ${[...columns, SUMS].join(', ')} FROM contribution c WHERE ${MEANT}
  ${none ? 'HAVING count(*) > 0' : `GROUP BY ${columns.join(', ')}`}
), page AS (
  SELECT * FROM figure WHERE $8::text[] IS NULL ${none ? '' : `OR (${key}) > (${after}) ORDER BY ${key}`} LIMIT $9
)
SELECT (SELECT count(*)::int FROM figure) AS "totalCount",
  (SELECT jsonb_build_object('male', coalesce(sum(male), 0), 'female', coalesce(sum(female), 0),
    'total', coalesce(sum(total), 0)) FROM figure) AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${[...fields, `'male', male, 'female', female, 'total', total`].join(', ')})
    ${none ? '' : `ORDER BY ${key}`}), '[]') FROM page) AS nodes`;
}

/**
 * Month by month, the earliest first. A month that was published without any of the figures that are meant counts nobody;
 * one that was not published is not there.
 */
export const TREND_SQL = `
SELECT published.month, ${SUMS}
FROM (SELECT DISTINCT c.month FROM contribution c
  WHERE ${known('c', '$2')} AND c.month <= $1 AND ($6::date IS NULL OR c.month >= $6) AND ($7::date IS NULL OR c.month <= $7)
) published
LEFT JOIN contribution c ON c.month = published.month AND ${MEANT}
GROUP BY published.month ORDER BY published.month`;

/**
 * The last published month by personnel type. One row without a type where none of the figures that are meant is of that
 * month; no row where nothing was published.
 */
export const LAST_MONTH_SQL = `
SELECT last.month, c.personnel_type AS "personnelType", ${SUMS}
FROM (SELECT max(c.month) AS month FROM contribution c
  WHERE ${known('c', '$2')} AND c.month <= least($1::date, $7::date)) last
LEFT JOIN contribution c ON c.month = last.month AND ${MEANT}
WHERE last.month IS NOT NULL GROUP BY last.month, c.personnel_type`;

/** Of `$1` (text[]) the codes that no mission has. */
export const UNKNOWN_MISSIONS_SQL = `
SELECT asked.code FROM unnest($1::text[]) AS asked (code) WHERE asked.code NOT IN (SELECT m.code FROM mission m)`;
