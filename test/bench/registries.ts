import pg from 'pg';
import { MEMBER_STATES } from '#reference/data/member-states.js';

/** Rows that a copy leaves out, by table, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  // A Member State that takes in a hundred others would be barred by one of them, and nothing else be shown of it.
  bar: 'NOT (r.pledge_id IS NULL)',
  // No evaluator sees a thousand times as many pledges because the registry has grown.
  assignment: 'false',
};

/** Columns that are unique within a Member State, and so bear the number of their copy. */
const NUMBERED: Readonly<Record<string, string>> = { pledge: 'reference', visit: 'reference' };

/**
 * Grows a registry to about `pledges`, in sets: everything of each Member State is copied to another one, copy after
 * copy around all Member States. Ids keep their time and order and bear the number of their copy in their last 32 bits,
 * so that histories stay what they were. Indexes and foreign keys are taken away meanwhile and made, and checked, anew.
 * @returns how many pledges there are now
 */
export async function growRegistry(ownerUrl: string, pledges: number): Promise<number> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const tables = await registryTables(client);
    await client.query(
      `SET jit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET synchronous_commit = off`,
    );
    const alter = (how: string) =>
      client.query(tables.map(({ name }) => `ALTER TABLE ${name} ${how}`).join(';'));
    await alter('NO FORCE ROW LEVEL SECURITY');
    // Raised once for all that is copied, below.
    await alter('DISABLE TRIGGER USER');
    // It is the demonstration no longer: its clock may run, and production may serve it.
    await client.query(`DELETE FROM registry_mark WHERE key = 'demonstration'`);
    for (const { name, columns } of tables) {
      if (columns.some((column) => column.name === 'recorded_through'))
        await client.query(`UPDATE ${name} SET recorded_through = 'OPERATION'`);
    }
    const copies = await planCopies(client, pledges);
    if (copies > 0) await copyTables(client, tables);
    await alter('ENABLE TRIGGER USER');
    await alter('FORCE ROW LEVEL SECURITY');
    await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    await client.query(RAISED);
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM pledge');
    await client.query('VACUUM ANALYZE');
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

// A Member State has as late records as the one that it was copied from.
const RAISED = `
UPDATE member_state_generation SET generation = generation + 1, known_from = latest.known_from, dated_until = latest.dated_until
FROM (SELECT max(known_from) AS known_from, max(dated_until) AS dated_until FROM member_state_generation) latest`;

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/**
 * The tables that hold Member States' records, which row security tells from those that all share; published figures do not
 * grow with pledges, and what is kept of answers is computed anew.
 */
async function registryTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT t.relname AS name, (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', a.atttypid::regtype::text)
        ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
    FROM pg_class t WHERE t.relkind = 'r' AND t.relrowsecurity AND t.relnamespace = 'public'::regnamespace
      AND t.relname NOT IN ('contribution', 'kept_status', 'kept_member_state', 'member_state_generation') ORDER BY 1`);
  return rows;
}

/** Which Member State's story goes where in which copy; the last copy only as far as pledges are still missing. */
async function planCopies(client: pg.Client, pledges: number): Promise<number> {
  const { rows } = await client.query<{ source: string; pledges: number }>(
    `SELECT member_state AS source, count(*)::int AS pledges FROM pledge GROUP BY 1 ORDER BY 1`,
  );
  const states: readonly string[] = MEMBER_STATES.map(({ iso3 }) => iso3);
  const planned: [copy: number, source: string, target: string][] = [];
  let missing = pledges - rows.reduce((sum, row) => sum + row.pledges, 0);
  for (let copy = 1; missing > 0; copy += 1) {
    for (const row of rows) {
      if (missing <= 0) break;
      const target = states[(states.indexOf(row.source) + copy) % states.length] ?? row.source;
      planned.push([copy, row.source, target]);
      missing -= row.pledges;
    }
  }
  await client.query('CREATE TEMPORARY TABLE copy (number integer, source text, target text)');
  await client.query('INSERT INTO copy SELECT * FROM unnest($1::int[], $2::text[], $3::text[])', [
    planned.map(([copy]) => copy),
    planned.map(([, source]) => source),
    planned.map(([, , target]) => target),
  ]);
  await client.query('ANALYZE copy');
  return planned.length;
}

async function copyTables(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const { rows: constraints } = await client.query<{ table: string; name: string; definition: string }>(
    `
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
      AND conrelid::regclass::text = ANY ($1) ORDER BY contype = 'f', conname`,
    [tables.map(({ name }) => name)],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i WHERE i.indrelid::regclass::text = ANY ($1)
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [tables.map(({ name }) => name)],
  );
  for (const { table, name } of constraints.toReversed())
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name} CASCADE`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await client.query(`CREATE FUNCTION copied(id uuid, copy integer) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (left(id::text, 28) || lpad(to_hex(copy), 8, '0'))::uuid`);
  for (const table of tables) await client.query(copyOf(table));
  await client.query('DROP FUNCTION copied');
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of constraints)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}

function copyOf({ name, columns }: Table): string {
  const values = columns.map((column) => {
    if (column.name === 'member_state') return 'copy.target';
    if (column.type === 'uuid') return `copied(r.${column.name}, copy.number)`;
    if (column.name === NUMBERED[name]) return `r.${column.name} || '-' || copy.number`;
    return `r.${column.name}`;
  });
  return `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')})
    SELECT ${values.join(', ')} FROM ${name} r JOIN copy ON copy.source = r.member_state
    WHERE ${LEFT_OUT[name] ?? 'true'}`;
}
