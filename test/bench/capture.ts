// Asks a server in this very process and writes down which statements it sends: what the floor then runs is what the
// server runs, with no second copy of it by hand.
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { issueToken, openKeys } from '#access/tokens.js';
import { createServer } from '#api/server.js';
import { SeededRandom } from '#cli/demonstration/random.js';
import { databaseClock } from '#platform/clock.js';
import { STAFF } from '#test/support/registry.js';
import type { Exchange, Script, SentStatement } from './exchange.js';
import { answerTo } from './post.js';
import {
  bodyOf,
  LAST_DAY,
  QUESTIONS,
  SLOWEST_MS,
  type AskedPledge,
  type Question,
  type QuestionName,
} from './questions.js';

export interface CaptureOrder {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly seed: number;
  /** For each question, how many requests, and the file into which its script is written. */
  readonly questions: readonly {
    readonly name: QuestionName;
    readonly requests: number;
    readonly file: string;
  }[];
}

const sent: SentStatement[] = [];
let connection: Script['connection'] = { options: '', pipeline: false };

type Query = (this: pg.Client, config: unknown, values?: unknown[]) => Promise<unknown>;

/** The query log: notes each statement that any connection of this process is handed. */
function listen(): void {
  const { query } = pg.Client.prototype as unknown as { query: Query };
  let outstanding = 0;
  const noting: Query = function (config, values) {
    const {
      name,
      text,
      values: own,
    } = (typeof config === 'string' ? { text: config } : config) as Partial<SentStatement>;
    const client = this as unknown as { connectionParameters: { options?: string }; pipeline?: boolean };
    connection = { options: client.connectionParameters.options ?? '', pipeline: client.pipeline ?? false };
    sent.push({
      ...(name === undefined ? {} : { name }),
      text: text ?? '',
      values: values ?? own ?? [],
      together: outstanding > 0,
    });
    outstanding += 1;
    const answered = query.call(this, config, values);
    const done = () => (outstanding -= 1);
    answered?.then(done, done);
    return answered;
  };
  Object.assign(pg.Client.prototype, { query: noting });
}

async function capture(order: CaptureOrder): Promise<void> {
  const pledges = await somePledges(order.ownerUrl, order.seed);
  listen();
  const { databaseUrl, dataDir } = order;
  const server = await createServer({
    databaseUrl,
    databasePoolSize: 1,
    dataDir,
    clock: databaseClock(LAST_DAY),
  });
  await new Promise<void>((resume) => server.http.listen(0, '127.0.0.1', resume));
  const url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}/graphql`;
  const token = await issueToken(await openKeys(dataDir), STAFF);
  for (const { name, requests, file } of order.questions) {
    const random = new SeededRandom(order.seed);
    const question: Question = QUESTIONS[name];
    const exchanges: Exchange[] = [];
    for (let tries = 0; exchanges.length < requests; tries += 1) {
      if (tries > requests * 20) throw new Error(`the registry is too small for ${question.title}`);
      const request = bodyOf(question, question.variables(random, pledges));
      sent.length = 0;
      const before = performance.now();
      const answer = await answerTo(url, token, request);
      if (question.fits?.(answer) ?? true) exchanges.push({ request, statements: [...sent], answer });
      if (performance.now() - before > SLOWEST_MS) break;
    }
    writeFileSync(file, JSON.stringify({ question: name, connection, exchanges } satisfies Script));
  }
  await server.close();
}

/** Pledges to be asked of, the same for the same seed. */
async function somePledges(ownerUrl: string, seed: number): Promise<AskedPledge[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query(`BEGIN; SELECT set_config('muster.role', 'STAFF', true)`);
  const { rows } = await client.query<AskedPledge>(
    `SELECT id, reference, member_state AS "memberState" FROM pledge ORDER BY md5(id::text || $1) LIMIT 500`,
    [String(seed)],
  );
  await client.end();
  return rows;
}

await capture(JSON.parse(process.argv[2] ?? '') as CaptureOrder);
