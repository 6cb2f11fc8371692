import { behindRowSecurity } from './contents.js';

/** An id somewhere in the database: of a row, or named by one. */
export interface KnownId {
  readonly id: string;
  /** The table whose row it names; a row that only refers to it does not count. */
  readonly table: string;
  readonly memberState: string;
  /** Whether it is the name of that row, the same through its corrections; else of one version, or of a row elsewhere. */
  readonly isName: boolean;
  /** The pledge that its last version belongs to, else the visit; null for what belongs to the Member State as a whole. */
  readonly owner: string | null;
}

/** Tables that hold what belongs to Member States: all that have the column and no reference data, which has no ids. */
const TABLES = `
SELECT c.relname AS name,
  coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'uuid'::regtype), '{}') AS ids
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
GROUP BY c.oid
HAVING bool_or(a.attname = 'member_state') AND (bool_or(a.atttypid = 'uuid'::regtype) OR c.relrowsecurity)
ORDER BY c.relname`;

/** Every id of every row that belongs to a Member State, whatever row security says. */
export function allIds(ownerUrl: string): Promise<{ tables: string[]; ids: KnownId[] }> {
  return behindRowSecurity(ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string; ids: string[] }>(TABLES);
    const known = new Map<string, KnownId>();
    const turns: readonly ((column: string) => boolean)[] = [
      (column) => column === 'id',
      (column) => column === 'row_id',
      () => true,
    ];
    for (const [turn, isItsTurn] of turns.entries()) {
      for (const { name, ids } of tables) {
        for (const column of ids.filter(isItsTurn)) {
          const latestFirst = ids.includes('row_id') ? ['row_id DESC'] : [];
          const owners = ['pledge_id', 'visit_id'].filter((each) => ids.includes(each)).join(', ');
          const { rows } = await client.query<Pick<KnownId, 'id' | 'memberState' | 'owner'>>(
            `SELECT DISTINCT ON (${column}) ${column} AS id, member_state AS "memberState",
               coalesce(${owners || 'NULL'}) AS owner
             FROM ${name} WHERE ${column} IS NOT NULL ORDER BY ${[column, ...latestFirst].join(', ')}`,
          );
          for (const row of rows)
            if (!known.has(row.id)) known.set(row.id, { ...row, table: name, isName: turn === 0 });
        }
      }
    }
    return { tables: tables.map(({ name }) => name), ids: [...known.values()] };
  });
}
