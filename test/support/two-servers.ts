import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '#access/tokens.js';
import { createDatabase } from './database.js';
import { startMuster, type MusterProcess } from './muster-process.js';
import { askWith, type ServedRegistry } from './registry.js';

/** One of several servers of a database: a process of its own. */
export interface ServerProcess {
  readonly ask: ServedRegistry['ask'];
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again after a kill. */
  start(): Promise<void>;
}

/** A registry that two processes serve, on the same database and with the same key. */
export interface TwoServers extends ServedRegistry {
  readonly servers: readonly [ServerProcess, ServerProcess];
  readonly dataDir: string;
}

/** Which server gets a request: at random, so that either is asked twice in a row as often as not. */
const either = () => (Math.random() < 0.5 ? 0 : 1);

/** Starts two servers that call that day today; asked as one registry, each request goes to either of them. */
export async function startTwoServers(today = '2025-10-13'): Promise<TwoServers> {
  const database = await createDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-two-'));
  const keys = await openKeys(dataDir);
  const environment = {
    DATABASE_URL: database.appUrl,
    DATABASE_POOL_SIZE: '4',
    MUSTER_DATA_DIR: dataDir,
    MUSTER_TODAY: today,
    NODE_ENV: 'test',
  };
  const [first, second] = [new OneServer(environment), new OneServer(environment)];
  await Promise.all([first.start(), second.start()]);
  const asks = [askWith(keys, () => first.url), askWith(keys, () => second.url)] as const;
  return {
    servers: [first.asked(asks[0]), second.asked(asks[1])],
    dataDir,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    ask: (...request) => asks[either()](...request),
    close: async () => {
      await Promise.all([first.end(), second.end()]);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

class OneServer {
  url = '';
  #process: MusterProcess | undefined;

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  async start(): Promise<void> {
    this.#process = startMuster(['start'], this.environment);
    this.url = (await this.#process.says(/http:\/\/[\d.]+:\d+/))[0];
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#process?.child.kill(signal);
    await this.#process?.ended;
  }

  asked(ask: ServedRegistry['ask']): ServerProcess {
    return { ask, kill: () => this.end('SIGKILL'), start: () => this.start() };
  }
}
