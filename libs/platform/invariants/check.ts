import { readCatalogue, type Asks } from './catalogue.js';
import type { Invariant, Look } from './invariant.js';

/** What one invariant came to. */
export interface Finding {
  readonly name: string;
  readonly says: string;
  /** How many rows were looked at. */
  readonly rows: number;
  readonly broken: number;
  /** The first of the broken rows, each as its table and its id. */
  readonly ids: readonly string[];
}

/** Of broken rows so many are named; the rest are counted. */
const NAMED = 20;

// As long as a registry is small nothing may hang for long; the largest looks at some twenty rows a pledge.
const LEAST_SECONDS = 60;
const PLEDGES_A_SECOND = 500;

/**
 * Holds every invariant against the data, one after the other, within the snapshot of one operation of staff, who see
 * the rows of all Member States.
 * @param begun hears the name of each before it is looked at
 */
export async function* checkInvariants(
  context: Asks,
  invariants: Readonly<Record<string, Invariant>>,
  begun: (name: string, place: number, of: number) => void = () => undefined,
): AsyncGenerator<Finding> {
  await makeRoom(context);
  const catalogue = await readCatalogue(context);
  const entries = Object.entries(invariants);
  for (const [index, [name, { says, looks }]] of entries.entries()) {
    begun(name, index + 1, entries.length);
    const looked = looks(catalogue);
    const { rows, broken } = await count(context, looked);
    const ids = broken === 0 ? [] : await broke(context, looked);
    yield { name, says, rows, broken, ids };
  }
}

/** Time and memory for statements over whole tables; what is set ends with the transaction. */
async function makeRoom(context: Asks): Promise<void> {
  const [size] = await context.query<{ pledges: string }>(`SELECT count(*) AS pledges FROM pledge`);
  const seconds = LEAST_SECONDS + Math.ceil(Number(size?.pledges) / PLEDGES_A_SECOND);
  await context.query(
    `SELECT set_config('statement_timeout', $1, true), set_config('work_mem', '128MB', true)`,
    [`${seconds}s`],
  );
}

async function count(context: Asks, looks: readonly Look[]) {
  const counts = looks.map(
    ({ rows, holds }) =>
      `SELECT count(*) AS rows, count(*) FILTER (WHERE (${holds}) IS FALSE) AS broken FROM ${rows}`,
  );
  const [sum] = await context.query<{ rows: string; broken: string }>(
    `SELECT coalesce(sum(rows), 0) AS rows, coalesce(sum(broken), 0) AS broken
     FROM (${counts.join('\nUNION ALL ')}) looked`,
  );
  return { rows: Number(sum?.rows), broken: Number(sum?.broken) };
}

async function broke(context: Asks, looks: readonly Look[]): Promise<string[]> {
  const names = looks.map(
    ({ table, rows, id, holds }) =>
      `SELECT '${table}' AS name, (${id})::text AS id, (${holds}) IS FALSE AS broken FROM ${rows}`,
  );
  const found = await context.query<{ name: string; id: string }>(
    `SELECT name, id FROM (${names.join('\nUNION ALL ')}) looked WHERE broken ORDER BY name, id LIMIT ${NAMED}`,
  );
  return found.map(({ name, id }) => `${name} ${id}`);
}
