import pg from 'pg';
import { StartError, withoutPassword, type Configuration } from '../configuration.js';
import { startEmbedded } from './embedded.js';
import { pendingMigrations, type MigrateOptions } from './migrate.js';
import { databaseRoles, oldestServer, refuseOldServer, refuseUnsafeConnection } from './roles.js';

/** The registry's database as a command sees it, whether it is ours or somebody's. */
export interface RegistryDatabase {
  readonly kind: 'embedded' | 'external';
  /** For the server: no owner, no bypass. */
  readonly appUrl: string;
  /** For migrations; absent where nobody gave it. */
  readonly ownerUrl?: string;
  readonly readerRole?: string;
  note(address: string): void;
  stop(): Promise<void>;
}

export interface Listeners {
  readonly log: (line: string) => void;
  /** The embedded server ended without having been asked to. */
  readonly onExit?: (reason: string) => void;
}

/**
 * Names the database that the configuration gives, or starts the embedded one.
 *
 * @throws StartError when the embedded one is held by another Muster or does not start
 */
export async function openDatabase(
  configuration: Configuration,
  listeners: Listeners,
): Promise<RegistryDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = configuration;
  if (databaseUrl === undefined) {
    const embedded = await startEmbedded({ dataDir, ...listeners });
    return { ...embedded, kind: 'embedded', readerRole: databaseRoles.reader };
  }
  return {
    kind: 'external',
    appUrl: databaseUrl,
    ...(databaseOwnerUrl === undefined ? {} : { ownerUrl: databaseOwnerUrl }),
    note: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/** Brings a database to this version as its owner; reference data are not the platform's, so it is told how. */
export type Prepare = (options: Omit<MigrateOptions, 'fill'>) => Promise<void>;

/**
 * Brings the tables up to this version.
 *
 * @throws StartError when the server is too old, the application's role unsafe, or the owner's connection is missing
 */
export async function migrateDatabase(
  database: RegistryDatabase,
  prepare: Prepare,
  log: (line: string) => void,
): Promise<void> {
  const { appUrl, ownerUrl, readerRole } = database;
  const refuse = () =>
    withClient(appUrl, async (client) => {
      await refuseOldServer(client);
      await refuseUnsafeConnection(client);
    });
  await refuse();
  if (ownerUrl === undefined) {
    await withClient(appUrl, refusePending);
    return;
  }
  const appRole = decodeURIComponent(new URL(appUrl).username);
  await prepare({ ownerUrl, appRole, log, ...(readerRole === undefined ? {} : { readerRole }) });
  // Who owns the tables shows only when there are some.
  await refuse();
}

/** What has to hold of a database before it may be served, each with its fault where it does not. */
export async function checkDatabase({
  appUrl,
}: RegistryDatabase): Promise<{ name: string; fault?: string }[]> {
  const checks = [
    { name: `the server is PostgreSQL ${oldestServer} or later`, refuse: refuseOldServer },
    { name: 'row-level security holds the application’s role', refuse: refuseUnsafeConnection },
    { name: 'the tables are those of this version', refuse: refusePending },
  ];
  return withClient(appUrl, async (client) => {
    const results: { name: string; fault?: string }[] = [];
    for (const { name, refuse } of checks) {
      try {
        await refuse(client);
        results.push({ name });
      } catch (error) {
        if (!(error instanceof StartError)) throw error;
        results.push({ name, fault: error.message });
      }
    }
    return results;
  });
}

async function refusePending(client: pg.Client): Promise<void> {
  const pending = await pendingMigrations(client);
  if (pending.length === 0) return;
  throw new StartError(
    `The database lacks ${pending.length} migrations, the first ${pending[0]}: set DATABASE_OWNER_URL and start or migrate`,
  );
}

/** One connection outside the server, for what a start has to know before it serves. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof Error && !('code' in error)) {
      throw new StartError(`The database at ${withoutPassword(url)} does not answer: ${error.message}`);
    }
    throw error;
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
