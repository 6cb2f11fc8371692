import { StartError, type Configuration } from '../configuration.js';
import { withClient } from './client.js';
import { joinEmbedded } from './embedded-join.js';
import { startEmbedded } from './embedded.js';
import { refuseOtherVersion, type MigrateOptions } from './migrate.js';
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
  /** Done before anything is started; where it fails, nothing is. */
  readonly beforehand?: () => Promise<void>;
  /** A command that works beside a running Muster uses its embedded server instead of refusing. */
  readonly join?: boolean;
}

/**
 * Names the database that the configuration gives, or starts the embedded one, or joins the one that runs.
 *
 * @throws StartError when the embedded one is held by another Muster or does not start
 */
export async function openDatabase(
  configuration: Configuration,
  listeners: Listeners,
): Promise<RegistryDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = configuration;
  const joined = databaseUrl === undefined && listeners.join && joinEmbedded(dataDir, listeners.log);
  if (joined) {
    return { kind: 'embedded', appUrl: joined, note: () => undefined, stop: () => Promise.resolve() };
  }
  if (databaseUrl === undefined) {
    const embedded = await startEmbedded({ dataDir, ...listeners });
    return { ...embedded, kind: 'embedded', readerRole: databaseRoles.reader };
  }
  await listeners.beforehand?.();
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
 * @throws StartError when the server is too old, the application's role unsafe, the database of a later version, or the
 *   owner's connection missing
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
    await withClient(appUrl, refuseOtherVersion);
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
    { name: 'the tables are those of this version', refuse: refuseOtherVersion },
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
