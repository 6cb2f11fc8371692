import type { Configuration } from '#platform/configuration.js';
import { migrateDatabase, openDatabase, type RegistryDatabase } from '#platform/database/open.js';
import { prepareDatabase } from '#reference/prepare-database.js';
import { runSteps } from './progress.js';
import { Shutdown } from './shutdown.js';

/**
 * Opens the registry's database, brings its tables up to date, does some work, and closes it, also on Ctrl-C.
 * @param join whether the work may be done beside a running Muster, through its embedded database
 */
export async function withRegistry(
  configuration: Configuration,
  work: (database: RegistryDatabase, say: (line: string) => void) => Promise<void>,
  { join = false }: { readonly join?: boolean } = {},
): Promise<void> {
  const shutdown = new Shutdown();
  let database: RegistryDatabase | undefined;
  try {
    await runSteps([
      {
        title: 'Opening the database',
        run: async (log) => {
          const opening = openDatabase(configuration, { log, join });
          shutdown.add(async () => (await opening.catch(() => undefined))?.stop());
          database = await opening;
          await migrateDatabase(database, prepareDatabase, log);
          await work(database, log);
        },
      },
    ]);
  } finally {
    await database?.stop();
  }
}
