import { DataSource, type MixedList } from 'typeorm';
import { Reference1760000000001 } from '#migrations/0001-reference.js';
import { Pledges1760000000002 } from '#migrations/0002-pledges.js';
import { Assessments1760000000003 } from '#migrations/0003-assessments.js';
import { Performance1760000000004 } from '#migrations/0004-performance.js';
import { grant } from './grants.js';
import type { QueryingClient } from './roles.js';
import { SnakeNaming } from './naming.js';

const migrations = [
  Reference1760000000001,
  Pledges1760000000002,
  Assessments1760000000003,
  Performance1760000000004,
];

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

/** Brings the database to this version: pending migrations in one transaction, then its reference data, then the grants of each role. */
export async function migrate({ ownerUrl, appRole, readerRole, log, fill }: MigrateOptions): Promise<void> {
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

/** The migrations that this version has and the database lacks; the application's role may ask. */
export async function pendingMigrations(client: QueryingClient): Promise<string[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('migrations') IS NOT NULL AS kept`);
  const kept = (found as { kept: boolean }[])[0]?.kept === true;
  const { rows } = kept ? await client.query('SELECT name FROM migrations') : { rows: [] };
  const applied = new Set((rows as { name: string }[]).map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !applied.has(name));
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
