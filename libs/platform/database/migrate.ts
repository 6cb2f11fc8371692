import { DataSource, type MixedList } from 'typeorm';
import { Reference1760000000001 } from '#migrations/0001-reference.js';
import { Pledges1760000000002 } from '#migrations/0002-pledges.js';
import { Assessments1760000000003 } from '#migrations/0003-assessments.js';
import { Performance1760000000004 } from '#migrations/0004-performance.js';
import { Evidence1760000000005 } from '#migrations/0005-evidence.js';
import { Requirements1760000000006 } from '#migrations/0006-requirements.js';
import { Plans1760000000007 } from '#migrations/0007-plans.js';
import { Contributions1760000000008 } from '#migrations/0008-contributions.js';
import { KeptStatus1760000000009 } from '#migrations/0009-kept-status.js';
import { StartError } from '../configuration.js';
import { withClient } from './client.js';
import { grant } from './grants.js';
import { SnakeNaming } from './naming.js';
import type { QueryingClient } from './roles.js';

const migrations = [
  Reference1760000000001,
  Pledges1760000000002,
  Assessments1760000000003,
  Performance1760000000004,
  Evidence1760000000005,
  Requirements1760000000006,
  Plans1760000000007,
  Contributions1760000000008,
  KeptStatus1760000000009,
];

/** The lock of the database under which one start brings its tables up to date. */
const LOCK = `hashtextextended('muster migrations', 0)`;

/** The owner's connection within one transaction. */
export interface Owner {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface MigrateOptions {
  readonly ownerUrl: string;
  /** The login of the server, which may read and append; never the owner. */
  readonly appRole: string;
  /** A login for people's own reading; omitted where the database has none. */
  readonly readerRole?: string;
  readonly log: (line: string) => void;
  /** Fills in what belongs to this version beside the tables; platform itself knows no reference data. */
  readonly fill: (owner: Owner) => Promise<void>;
}

/**
 * Brings the database to this version: pending migrations in one transaction, then its reference data, then the grants
 * of each role. Of several starts at once one does so, and the others wait for it.
 *
 * @throws StartError where the database is of a later version
 */
export function migrate(options: MigrateOptions): Promise<void> {
  return withClient(options.ownerUrl, async (client) => {
    const { rows } = await client.query<{ alone: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS alone`);
    if (rows[0]?.alone !== true) {
      options.log('Waiting for another start, which brings the tables up to date');
      await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    }
    // The lock goes with this connection, also when the process is killed.
    await refuseLaterVersion(client);
    await migrateAlone(options);
  });
}

async function migrateAlone({ ownerUrl, appRole, readerRole, log, fill }: MigrateOptions): Promise<void> {
  const owner = await ownerDataSource(ownerUrl, []).initialize();
  try {
    for (const migration of await owner.runMigrations({ transaction: 'all' }))
      log(`migrated ${migration.name}`);
    await owner.transaction((manager) =>
      fill({ query: (sql, parameters) => manager.query(sql, parameters) }),
    );
    await grant(owner, appRole, readerRole);
  } finally {
    await owner.destroy();
  }
}

/**
 * Refuses a database whose tables are not those of this version; the application's role may ask. Waits for a start
 * that is bringing them up to date.
 *
 * @throws StartError with the first migration that is missing, here or there
 */
export async function refuseOtherVersion(client: QueryingClient): Promise<void> {
  await client.query(`SELECT pg_advisory_lock_shared(${LOCK})`);
  try {
    await refuseLaterVersion(client);
    const applied = await appliedMigrations(client);
    const pending = migrations.map(({ name }) => name).filter((name) => !applied.includes(name));
    if (pending.length === 0) return;
    throw new StartError(
      `The database lacks ${pending.length} migrations, the first ${pending[0]}: set DATABASE_OWNER_URL and start or migrate`,
    );
  } finally {
    await client.query(`SELECT pg_advisory_unlock_shared(${LOCK})`);
  }
}

// An older version would take its tables for its own, and put its older reference data in the place of the later.
async function refuseLaterVersion(client: QueryingClient): Promise<void> {
  const known = migrations.map(({ name }) => name);
  const later = (await appliedMigrations(client)).filter((name) => !known.includes(name));
  if (later.length === 0) return;
  throw new StartError(
    `The database is of a later version of Muster, which added ${later[0]}: start that version, or use another database`,
  );
}

async function appliedMigrations(client: QueryingClient): Promise<string[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('migrations') IS NOT NULL AS kept`);
  const kept = (found as { kept: boolean }[])[0]?.kept === true;
  const { rows } = kept ? await client.query('SELECT name FROM migrations ORDER BY id') : { rows: [] };
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** The owner's connection: for migrations, reference data and the proof that entities and migrations agree. */
export function ownerDataSource(url: string, entities: MixedList<new () => object>): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    poolSize: 1,
    connectTimeoutMS: 10_000,
  });
}
