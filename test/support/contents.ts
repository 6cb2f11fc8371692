import pg from 'pg';

/** What a table holds: how many rows, and a digest of all that is in them. */
export interface TableContents {
  readonly rows: number;
  readonly digest: string;
}

/** Runs statements as the owner with row security lifted, inside one transaction that is rolled back. */
export async function behindRowSecurity<T>(
  ownerUrl: string,
  work: (client: pg.Client, tables: readonly string[]) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const tables = rows.map(({ name }) => name);
    await client.query(tables.map((name) => `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`).join(';'));
    return await work(client, tables);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

/**
 * The contents of every table, so that not even a changed column goes unseen; but for what is kept of answers, which comes
 * with asking and may be thrown away, and the generations that say how old it is: they count preparations too.
 */
export function contentsOf(ownerUrl: string): Promise<Record<string, TableContents>> {
  return behindRowSecurity(ownerUrl, async (client, tables) => {
    const lasting = tables.filter((name) => !name.startsWith('kept_') && name !== 'member_state_generation');
    const selects = lasting.map(
      (name) => `SELECT '${name}' AS name, count(*)::int AS rows,
        coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS digest FROM ${name} t`,
    );
    const { rows } = await client.query<TableContents & { name: string }>(selects.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, ...contents }) => [name, contents]));
  });
}
