import type { PreparedStatement } from '#platform/operation/operation-context.js';
import { known } from '#platform/record/known.sql.js';
import { LEVELS, STATUSES } from '#readiness/facts.js';
import type { KeptBasis } from './kept.js';
import { believed, generationOf } from './kept.sql.js';
import { reviewDue } from './requirements.sql.js';

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

const placeIn = (codes: readonly string[], column: string) =>
  `array_position(ARRAY[${codes.map((code) => `'${code}'`).join(', ')}], ${column}) - 1`;

/** What a kept status `k` can be sorted by, as the evaluation of a status is. */
const STATUS_SORTS = {
  LEVEL: { key: placeIn(LEVELS, 'k.level'), type: 'integer' },
  STATUS: { key: placeIn(STATUSES, 'k.status'), type: 'integer' },
  NEXT_CHANGE_ON: {
    key: `coalesce(to_char(k.next_change_on, 'YYYY-MM-DD'), 'never') COLLATE "C"`,
    type: 'text',
  },
} as const;
export type StatusSort = keyof typeof STATUS_SORTS;

const REVIEW_DUE = reviewDue({ pledges: 'true', day: '$1::date', knownOn: '$2::timestamptz' });

/** Letters without their accents and case, as `foldText` folds the text that is looked for. */
const folded = (column: string) =>
  `lower(regexp_replace(normalize(${column}, NFKD), '[\\u0300-\\u036f]', '', 'g'))`;

type Part = 'step' | 'description';

/** The latest rows of a pledge that a condition or a sort may look at; each is joined only where one does. */
const PARTS: Readonly<Record<Part, string>> = {
  step: latest('lifecycle_step', 'occurred_on', 'state'),
  description: latest('pledge_description', 'described_on', 'title, deployable_within_days, languages'),
};

/** A pledge exists from its first step on, whichever is the latest. */
const HAS_TAKEN_A_STEP = `EXISTS (SELECT FROM lifecycle_step s
    WHERE s.pledge_id = p.id AND s.occurred_on <= $1::date AND ${known('s', '$2::timestamptz')})`;

function latest(table: string, day: string, columns: string): string {
  return `LEFT JOIN LATERAL (
    SELECT ${columns} FROM ${table} r
    WHERE r.pledge_id = p.id AND r.${day} <= $1::date AND ${known('r', '$2::timestamptz')}
    ORDER BY r.${day} DESC, r.id DESC LIMIT 1
  )`;
}

/** What a filter may ask for: the values it gives, in order, as placeholders. */
interface Condition {
  readonly needs?: Part;
  readonly sql: (...values: string[]) => string;
}

const CONDITION_NAMES = [
  'memberStates',
  'regions',
  'unitTypes',
  'components',
  'lifecycles',
  'deployableWithinDays',
  'languages',
  'requirementReviewDue',
  'text',
] as const;
type ConditionName = (typeof CONDITION_NAMES)[number];

const CONDITIONS: Readonly<Record<ConditionName, Condition>> = {
  memberStates: { sql: (codes) => `p.member_state = ANY (${codes}::text[])` },
  regions: { sql: (codes) => `m.regional_group = ANY (${codes}::text[])` },
  unitTypes: { sql: (codes) => `p.unit_type = ANY (${codes}::text[])` },
  components: { sql: (codes) => `t.component = ANY (${codes}::text[])` },
  lifecycles: { needs: 'step', sql: (codes) => `step.state = ANY (${codes}::text[])` },
  deployableWithinDays: {
    needs: 'description',
    sql: (days) => `description.deployable_within_days <= ${days}::integer`,
  },
  languages: {
    needs: 'description',
    sql: (languages) => `description.languages && ${languages}::text[]`,
  },
  requirementReviewDue: {
    sql: (due) => `(p.id IN (WITH ${REVIEW_DUE} SELECT pledge_id FROM review_due)) = ${due}::boolean`,
  },
  /** The text folded, and the Member States whose names hold it. */
  text: {
    needs: 'description',
    sql: (text, memberStates) => `(p.member_state = ANY (${memberStates}::text[])
      OR strpos(${folded('p.reference')}, ${text}::text) > 0 OR strpos(${folded('description.title')}, ${text}::text) > 0)`,
  },
};

/** The parts of a filter that are given, each with the values of its condition. */
export type Conditions = Readonly<Partial<Record<ConditionName, readonly unknown[]>>>;

/** What a filter may ask of a status, as conditions on a kept one. */
const STATUS_CONDITIONS = {
  levels: (levels: string) => `k.level = ANY (${levels}::text[])`,
  statuses: (statuses: string) => `k.status = ANY (${statuses}::text[])`,
  reasonCodes: (codes: string) => `k.reason_codes && ${codes}::text[]`,
  nextChangeBefore: (day: string) => `k.next_change_on < ${day}::date`,
} as const;
const STATUS_CONDITION_NAMES = Object.keys(STATUS_CONDITIONS) as (keyof typeof STATUS_CONDITIONS)[];

/** The parts of a filter that only a status can answer, where they are given. */
export type StatusConditions = Readonly<Partial<Record<keyof typeof STATUS_CONDITIONS, unknown>>>;

interface ListQuestion<Sort = SqlSort> {
  readonly day: string;
  readonly knownOn: Date;
  readonly sort: Sort;
  readonly direction: 'ASC' | 'DESC';
  readonly conditions: Conditions;
  /** Key and id after which the page begins. */
  readonly after: readonly [key: string | number, id: string] | null;
  /** Most rows; null for all. */
  readonly rows: number | null;
}

export interface PledgesStatement extends PreparedStatement {
  readonly parameters: readonly unknown[];
  /** Few ways of asking are usual; of all that there are, connections would have to keep thousands. */
  readonly usual: boolean;
}

/** What both kinds of statement are made of: the parameters bound so far, what is joined, and what holds. */
function partsOf({ day, knownOn, rows, sort, conditions }: ListQuestion<SqlSort | StatusSort>) {
  const parameters: unknown[] = [day, knownOn, rows];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const given = CONDITION_NAMES.filter((name) => conditions[name] !== undefined);
  const needed = new Set<Part | undefined>([
    sort === 'DEPLOYABLE_WITHIN_DAYS' ? 'description' : undefined,
    ...given.map((name) => CONDITIONS[name].needs),
  ]);
  const from = `FROM pledge p
  JOIN unit_type t ON t.code = p.unit_type
  JOIN member_state m ON m.iso3 = p.member_state
  ${[...needed].map((part) => (part ? `${PARTS[part]} ${part} ON true` : '')).join('\n')}`;
  const where = given.map((name) => CONDITIONS[name].sql(...(conditions[name] ?? []).map(bind)));
  return { parameters, bind, given, from, where };
}

/** The page of the candidates that a condition lets through, as common table expression and as the answer's list. */
function pageOf(
  { direction, after }: ListQuestion<SqlSort | StatusSort>,
  type: 'text' | 'integer',
  bind: (value: unknown) => string,
  condition = 'true',
) {
  const comparison = direction === 'ASC' ? '>' : '<';
  const order = `key ${direction}, id ${direction}`;
  const later = after
    ? `AND (key, id) ${comparison} (${bind(after[0])}::${type}, ${bind(after[1])}::uuid)`
    : '';
  return {
    page: `SELECT key, id FROM candidate WHERE ${condition} ${later} ORDER BY ${order} LIMIT $3::integer`,
    list: `(SELECT coalesce(jsonb_agg(jsonb_build_array(key, id) ORDER BY ${order}), '[]') FROM page) AS page`,
  };
}

/**
 * The pledges that the parts of a filter which need no status let through, with the key of each and one page of them.
 * Only what is asked for is in the statement, so that each way of asking has a plan that fits it.
 * @returns a statement with one row: `total`, and `page` as `[key, id]` in order; `usual` where it is worth keeping
 */
export function pledgesStatement(question: ListQuestion): PledgesStatement {
  const { sort, direction, after } = question;
  const { parameters, bind, given, from, where } = partsOf(question);
  const { key, type } = SQL_SORTS[sort];
  const { page, list } = pageOf(question, type, bind);
  const sql = `
WITH candidate AS MATERIALIZED (
  SELECT p.id, ${key} AS key
  ${from}
  WHERE ${[HAS_TAKEN_A_STEP, ...where].join('\n    AND ')}
), page AS (${page})
SELECT (SELECT count(*)::integer FROM candidate) AS total, ${list}`;
  const name = ['pledges', sort, direction, ...given, ...(after ? ['after'] : [])].join(' ');
  return { name, sql, parameters, usual: given.length <= 1 };
}

/**
 * As `pledgesStatement`, for a filter or a sort that needs a status, where statuses are kept: `total` and `page` are of the
 * pledges of which one is kept that passes; `rest` are those of which none is, and which are to be computed; `generations`
 * are those of their Member States. Planned for each who asks: a plan that a connection made while hardly anything was kept
 * would read all of it for every pledge.
 */
export function keptPledgesStatement(
  question: ListQuestion<SqlSort | StatusSort>,
  basis: KeptBasis,
  asked: StatusConditions,
): Pick<PledgesStatement, 'sql' | 'parameters'> {
  const { sort } = question;
  const { parameters, bind, from, where } = partsOf(question);
  const { key, type } = sort in SQL_SORTS ? SQL_SORTS[sort as SqlSort] : STATUS_SORTS[sort as StatusSort];
  const at = { day: '$1::date', knownOn: '$2::timestamptz' };
  const isBelieved = believed({
    ...at,
    rules: bind(basis.rules),
    parameterSet: `${bind(basis.parameterSet)}::integer`,
  });
  const askedNames = STATUS_CONDITION_NAMES.filter((name) => asked[name] !== undefined);
  const passes = askedNames.map((name) => STATUS_CONDITIONS[name](bind(asked[name])));
  const { page, list } = pageOf(question, type, bind, 'is_kept');
  // Of a pledge whose status is kept it is known that it had taken a step.
  const sql = `
WITH candidate AS MATERIALIZED (
  SELECT p.id, ${key} AS key, p.member_state, k.pledge_id IS NOT NULL AS is_kept
  ${from}
  LEFT JOIN member_state_generation g ON g.member_state = p.member_state
  LEFT JOIN kept_status k ON k.pledge_id = p.id AND ${isBelieved}
  WHERE ${[`CASE WHEN k.pledge_id IS NULL THEN ${HAS_TAKEN_A_STEP} ELSE ${['true', ...passes].join(' AND ')} END`, ...where].join('\n    AND ')}
), page AS (${page})
SELECT (SELECT count(*)::integer FROM candidate WHERE is_kept) AS total, ${list},
  (SELECT coalesce(jsonb_agg(jsonb_build_array(key, id)), '[]') FROM candidate WHERE NOT is_kept) AS rest,
  (SELECT coalesce(jsonb_object_agg(g.member_state, ${generationOf(at)}), '{}') FROM member_state_generation g
   WHERE g.member_state IN (SELECT member_state FROM candidate WHERE NOT is_kept)) AS generations`;
  return { sql, parameters };
}
