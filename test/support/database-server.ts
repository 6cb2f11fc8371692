import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform/database/embedded.js';
import { identify } from '#platform/database/embedded-processes.js';
import { prepareDatabase } from '#reference/prepare-database.js';
import { runDemo } from './muster-process.js';

/** What a spec file needs to make a database of its own. */
export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Migrated and filled with reference data once; every spec file's database is a clone of it. */
  readonly template: string;
}

/** What a template holds, and by which path the desk is asked for it. */
export const TEMPLATES = { REFERENCE: '/', DEMONSTRATION: '/demonstration' } as const;

/** The variable that tells jest's workers where to ask for the server. */
export const serverAddressVariable = 'MUSTER_TEST_DATABASES';

/** The major version of a PostgreSQL of the system that is to take the place of the embedded one, where one is named. */
export const systemServer = (): string | undefined => process.env['MUSTER_TEST_POSTGRESQL'] || undefined;

const prefix = 'muster-test-';

let running: { server: TestServer; stop(): Promise<void> } | undefined;
let starting: Promise<TestServer> | undefined;
let filling: Promise<TestServer> | undefined;
let desk: Server | undefined;

/**
 * Opens a desk in jest's own process at which the workers ask for the database server. It is started by the first who
 * asks, so that a run without database tests pays nothing.
 */
export async function openDesk(): Promise<void> {
  desk = createServer((request, response) => {
    // A connection that is kept alive may be closed by us in the moment in which a worker uses it again.
    response.setHeader('connection', 'close');
    starting ??= start();
    (request.url === TEMPLATES.DEMONSTRATION ? (filling ??= starting.then(fill)) : starting).then(
      (server) => response.end(JSON.stringify(server)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resume) => desk?.listen(0, '127.0.0.1', resume));
  desk.unref();
  process.env[serverAddressVariable] = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
}

/** Ends what the desk started, whatever the tests came to. */
export async function closeDesk(): Promise<void> {
  desk?.closeAllConnections();
  desk?.close();
  await (filling ?? starting)?.catch(() => undefined);
  await running?.stop();
}

async function start(): Promise<TestServer> {
  const { MUSTER_TEST_DATABASE_OWNER_URL: ownerUrl, MUSTER_TEST_DATABASE_URL: appUrl } = process.env;
  running =
    ownerUrl !== undefined && appUrl !== undefined
      ? useOther({ ownerUrl, appUrl, template: `muster_template_${process.pid}` })
      : await startOwn();
  await makeTemplate(running.server);
  process.stderr.write(
    `The database of these tests is PostgreSQL ${await versionOf(running.server.ownerUrl)}\n`,
  );
  return running.server;
}

/** A server that runs already, named by the environment. */
function useOther(server: TestServer): NonNullable<typeof running> {
  return {
    server,
    stop: async () => {
      await asOwner(server.ownerUrl, `DROP DATABASE IF EXISTS ${demonstrationOf(server)}`);
      await asOwner(server.ownerUrl, `DROP DATABASE IF EXISTS ${server.template}`);
    },
  };
}

async function startOwn(): Promise<NonNullable<typeof running>> {
  sweep();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Else root's database would be kept elsewhere, for the user who runs it, and outlive the folder.
  chmodSync(dataDir, 0o711);
  const major = systemServer();
  const database = await startEmbedded({
    dataDir,
    log: () => undefined,
    forTests: true,
    ...(major === undefined ? {} : { programs: `/usr/lib/postgresql/${major}` }),
  });
  return {
    server: { ownerUrl: database.ownerUrl, appUrl: database.appUrl, template: 'muster_template' },
    stop: async () => {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Removes the folders of runs that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (identify(pid) !== undefined) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's; theirs to remove.
    }
  }
}

async function makeTemplate(server: TestServer): Promise<void> {
  await asOwner(server.ownerUrl, `CREATE DATABASE ${server.template}`);
  await prepareDatabase({
    ownerUrl: toDatabase(server.ownerUrl, server.template),
    appRole: decodeURIComponent(new URL(server.appUrl).username),
    log: () => undefined,
  });
}

const demonstrationOf = ({ template }: TestServer): string => `${template}_demonstration`;

/** Loads the demonstration once a run, as a person would; whoever asks gets clones of what came of it. */
async function fill(server: TestServer): Promise<TestServer> {
  const demonstration = demonstrationOf(server);
  await asOwner(server.ownerUrl, `CREATE DATABASE ${demonstration} TEMPLATE ${server.template}`);
  await runDemo({
    appUrl: toDatabase(server.appUrl, demonstration),
    ownerUrl: toDatabase(server.ownerUrl, demonstration),
  });
  return { ...server, template: demonstration };
}

/** The same login on another database of the server. */
export function toDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** In the server's own words, with who built it. */
export async function versionOf(url: string): Promise<string> {
  const [row] = await asOwner<{ server_version: string }>(url, 'SHOW server_version');
  return row?.server_version ?? 'unknown';
}

/** Runs one statement as the owner, on a connection of its own. */
export async function asOwner<Row extends object>(ownerUrl: string, statement: string): Promise<Row[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
