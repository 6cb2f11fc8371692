import pg from 'pg';
import type { Registry } from './measure.js';
import { median } from './median.js';
import { answerTo } from './post.js';
import { CORES, pin, startServing } from './processes.js';
import { bodyOf, LAST_DAY, QUESTIONS } from './questions.js';

/** What it takes to compute what is then kept. Seconds. */
export interface KeptResult {
  readonly pledges: number;
  /** The board when nothing is kept: every pledge is evaluated. */
  readonly first: number;
  /** The board, and the list by status, after one record of one Member State: its pledges are evaluated. */
  readonly boardAfterChange: number;
  readonly listAfterChange: number;
  /** MiB of the kept statuses, with their indexes. */
  readonly size: number;
}

const CHANGES = 5;
const BOARD = bodyOf(QUESTIONS.boardToday, {});
const BY_STATUS = bodyOf(QUESTIONS.byStatusToday, {
  filter: { statuses: ['READY', 'CONDITIONAL'] },
  first: 50,
});

/** A confirmation of some pledge, another one each time. */
const CHANGE = `
INSERT INTO confirmation (row_id, id, member_state, pledge_id, confirmed_on, recorded_at, recorded_by, recorded_role)
SELECT made.id, made.id, p.member_state, p.id, $1::date, now(), 'bench', 'STAFF'
FROM (SELECT * FROM pledge ORDER BY md5(id::text || $2::text) LIMIT 1) p CROSS JOIN (SELECT gen_random_uuid() AS id) made`;

/** Asks a server with nothing kept, then after changes; everything is kept afterwards. */
export async function measureKept(registry: Registry): Promise<KeptResult> {
  const { databaseUrl, dataDir, token, pledges } = registry;
  const server = await startServing('serve', [databaseUrl, '10', dataDir]);
  pin(server.pid, CORES.server);
  const app = new pg.Client(databaseUrl);
  await app.connect();
  const secondsOf = async (request: string) => {
    const before = performance.now();
    await answerTo(server.url, token, request);
    return (performance.now() - before) / 1000;
  };
  const afterChange = async (request: string) => {
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      await app.query(CHANGE, [LAST_DAY, `${request.length} ${change}`]);
      times.push(await secondsOf(request));
    }
    return median(times);
  };
  try {
    await app.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    const first = await secondsOf(BOARD);
    await secondsOf(BY_STATUS);
    const boardAfterChange = await afterChange(BOARD);
    const listAfterChange = await afterChange(BY_STATUS);
    await secondsOf(BOARD);
    const { rows } = await app.query<{ size: number }>(
      `SELECT round(pg_total_relation_size('kept_status') / 1048576.0)::int AS size`,
    );
    return { pledges, first, boardAfterChange, listAfterChange, size: rows[0]?.size ?? 0 };
  } finally {
    await app.end();
    await server.stop();
  }
}
