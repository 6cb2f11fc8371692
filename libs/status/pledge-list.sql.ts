import type { PreparedStatement } from '#platform/operation/operation-context.js';
import { known } from '#platform/record/known.sql.js';
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

interface ListQuestion {
  readonly day: string;
  readonly knownOn: Date;
  readonly sort: SqlSort;
  readonly direction: 'ASC' | 'DESC';
  readonly conditions: Conditions;
  /** Key and id after which the page begins. */
  readonly after: readonly [key: string | number, id: string] | null;
  /** Most rows; null for all. */
  readonly rows: number | null;
}

interface PledgesStatement extends PreparedStatement {
  readonly parameters: readonly unknown[];
  /** Few ways of asking are usual; of all that there are, connections would have to keep thousands. */
  readonly usual: boolean;
}

/**
 * The pledges that the parts of a filter which need no status let through, with the key of each and one page of them.
 * Only what is asked for is in the statement, so that each way of asking has a plan that fits it.
 * @returns a statement with one row: `total`, and `page` as `[key, id]` in order; `usual` where it is worth keeping
 */
export function pledgesStatement(question: ListQuestion): PledgesStatement {
  const { day, knownOn, sort, direction, conditions, after, rows } = question;
  const parameters: unknown[] = [day, knownOn, rows];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const given = CONDITION_NAMES.filter((name) => conditions[name] !== undefined);
  const needed = new Set<Part | undefined>([
    sort === 'DEPLOYABLE_WITHIN_DAYS' ? 'description' : undefined,
    ...given.map((name) => CONDITIONS[name].needs),
  ]);
  const where = given.map((name) => CONDITIONS[name].sql(...(conditions[name] ?? []).map(bind)));
  const { key, type } = SQL_SORTS[sort];
  const comparison = direction === 'ASC' ? '>' : '<';
  const order = `key ${direction}, id ${direction}`;
  const sql = `
WITH candidate AS MATERIALIZED (
  SELECT p.id, ${key} AS key
  FROM pledge p
  JOIN unit_type t ON t.code = p.unit_type
  JOIN member_state m ON m.iso3 = p.member_state
  ${[...needed].map((part) => (part ? `${PARTS[part]} ${part} ON true` : '')).join('\n')}
  WHERE ${[HAS_TAKEN_A_STEP, ...where].join('\n    AND ')}
), page AS (
  SELECT key, id FROM candidate
  ${after ? `WHERE (key, id) ${comparison} (${bind(after[0])}::${type}, ${bind(after[1])}::uuid)` : ''}
  ORDER BY ${order} LIMIT $3::integer
)
SELECT (SELECT count(*)::integer FROM candidate) AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(key, id) ORDER BY ${order}), '[]') FROM page) AS page`;
  const name = ['pledges', sort, direction, ...given, ...(after ? ['after'] : [])].join(' ');
  return { name, sql, parameters, usual: given.length <= 1 };
}
