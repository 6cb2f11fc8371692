import type { InvariantName } from '#cli/invariants.js';

/** A way to break an invariant, once nothing of the database's own guards against it. */
export interface Breaker {
  /** What an operator would say had happened. */
  readonly story: string;
  /** The table of the rows that break the invariant. */
  readonly table: string;
  /** Statements; the last one gives the ids of those rows. */
  readonly sql: readonly string[];
  /** Other invariants that necessarily break with this one. */
  readonly also?: readonly InvariantName[];
}

/** At least one way for each. */
export type Breakers<Name extends InvariantName> = Readonly<Record<Name, readonly [Breaker, ...Breaker[]]>>;

const PARTS: Readonly<Record<string, string>> = {
  measurement_equipment_line: 'measurement_id',
  measurement_self_sustainment: 'measurement_id',
  level_decision_evidence: 'level_decision_id',
  component_result: 'component_results_id',
  evaluation_area: 'evaluation_id',
  requirement_alignment_line: 'requirement_alignment_id',
  requirement_alignment_category: 'requirement_alignment_id',
  mission: 'code',
  member_state_alias: 'alias',
  registry_mark: 'key',
};
const idOf = (table: string) => PARTS[table] ?? 'id';

/** The first row of a table that meets a condition on `t`; one that stands, unless the condition says otherwise. */
const first = (table: string, where: string) => {
  const standing = where.includes('voided_at') ? '' : `AND to_jsonb(t) ->> 'voided_at' IS NULL`;
  return `(SELECT t.ctid FROM ${table} t WHERE (${where}) ${standing} ORDER BY t.${idOf(table)} LIMIT 1)`;
};

/** One row says something else. */
export const changed = (table: string, set: string, where = 'true'): string =>
  `UPDATE ${table} t SET ${set} WHERE t.ctid = ${first(table, where)} RETURNING ${idOf(table)} AS id`;

export const removed = (table: string, where = 'true'): string =>
  `DELETE FROM ${table} t WHERE t.ctid = ${first(table, where)} RETURNING ${idOf(table)} AS id`;

/** A fact is voided for good, at this moment. */
export const voided = (table: string, where = 'true'): string =>
  changed(
    table,
    `voided_at = now(), voided_by = 'nobody', voided_role = 'STAFF', voided_reason = 'To break it'`,
    `t.voided_at IS NULL AND (${where})`,
  );

/** A row is there a second time, under an id of its own, with some columns changed (SQL expressions of `t`). */
export const doubled = (
  table: string,
  changes: Readonly<Record<string, string>> = {},
  where = 'true',
): string => {
  const columns = Object.entries({ row_id: 'fresh.id', id: 'fresh.id', ...changes });
  return `INSERT INTO ${table} SELECT made.* FROM ${table} t CROSS JOIN (SELECT gen_random_uuid() AS id) fresh
    CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object(${columns.map(([name, value]) => `'${name}', ${value}`).join(', ')})) made
    WHERE t.ctid = ${first(table, where)} RETURNING ${idOf(table)} AS id`;
};

/** Both rows that share the values of some columns, after one of them was doubled. */
export const bothOf = (table: string, ...columns: readonly string[]): string =>
  `SELECT id FROM (SELECT t.id, count(*) OVER (PARTITION BY ${columns.map((column) => `t.${column}`).join(', ')}) AS number
   FROM ${table} t WHERE t.voided_at IS NULL) t WHERE t.number > 1`;

/** The standing version of a fact is voided and another recorded in its place, as a correction does. */
export const corrected = (table: string): string[] => [
  doubled(
    table,
    { id: 't.id', recorded_at: `t.recorded_at + interval '1 second'` },
    't.voided_at IS NULL AND t.row_id = t.id',
  ),
  `UPDATE ${table} t SET voided_at = t.recorded_at + interval '1 second', voided_by = 'nobody', voided_role = 'STAFF',
     voided_reason = 'To break it'
   WHERE t.row_id = t.id AND t.voided_at IS NULL AND t.id IN (SELECT v.id FROM ${table} v WHERE v.row_id <> v.id)
   RETURNING id`,
];

/** One way, told in a line. */
export const way = (
  story: string,
  table: string,
  sql: string | readonly string[],
  ...also: readonly InvariantName[]
): Breaker => ({ story, table, sql: typeof sql === 'string' ? [sql] : sql, also });
