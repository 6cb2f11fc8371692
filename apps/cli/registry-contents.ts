import { Database } from '#platform/database/database.js';
import { plainDate, type PlainDate } from '#platform/plain-date.js';

/** What the command line has to know of a registry before it is served. */
export interface RegistryContents {
  /** No pledge has ever been recorded. */
  readonly empty: boolean;
  /** The day on which the clock of a demonstration stands; null for a registry of real data. */
  readonly demonstrationDay: PlainDate | null;
  /** The Member State with most pledges, and the evaluator with most assignments. */
  readonly memberState: string | null;
  readonly evaluator: string | null;
}

interface Row {
  readonly empty: boolean;
  readonly day: string | null;
  readonly memberState: string | null;
  readonly evaluator: string | null;
}

const QUESTION = `
SELECT NOT EXISTS (SELECT FROM pledge) AS empty,
  (SELECT value FROM registry_mark WHERE key = 'demonstration') AS day,
  (SELECT member_state FROM pledge GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS "memberState",
  (SELECT subject FROM assignment WHERE voided_at IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS evaluator`;

/** Reads it as staff, through the same door as any operation. */
export async function readContents(appUrl: string): Promise<RegistryContents> {
  const database = await new Database({ url: appUrl, poolSize: 1, entities: [] }).connect();
  const circumstances = {
    principal: { role: 'STAFF', subject: 'muster-start', memberState: null },
    locale: 'en',
    recordedThrough: 'OPERATION',
  } as const;
  try {
    const [row] = await database.operation('QUERY', circumstances, (context) => context.query<Row>(QUESTION));
    if (row === undefined) throw new Error('a question without a table has one row');
    return { ...row, demonstrationDay: row.day === null ? null : plainDate(row.day) };
  } finally {
    await database.close();
  }
}
