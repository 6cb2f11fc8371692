import { ENTITIES } from '#api/entities.js';
import { StartError, type Configuration } from '#platform/configuration.js';
import { Database } from '#platform/database/database.js';
import { loadDemonstration } from './load.js';

const STEPS_SHOWN = 10;

/**
 * Loads the demonstration into the database that the application's connection names, and says how far it has come.
 *
 * @throws StartError in production, and where the registry already holds anything
 */
export async function loadInto(
  configuration: Configuration,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<void> {
  if (configuration.environment === 'production') {
    throw new StartError(
      'NODE_ENV is "production": a demonstration is not loaded into a registry of real data',
    );
  }
  const database = await new Database({ url: databaseUrl, poolSize: 1, entities: ENTITIES }).connect();
  try {
    const began = Date.now();
    const { pledges, memberStates, operations } = await loadDemonstration({
      database,
      progress: (done, total) => {
        if (Math.floor((done * STEPS_SHOWN) / total) > Math.floor(((done - 1) * STEPS_SHOWN) / total)) {
          say(`${done} of ${total} operations`);
        }
      },
    });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(
      `${pledges} invented pledges of ${memberStates} Member States, ${operations} operations, ${seconds} s`,
    );
  } finally {
    await database.close();
  }
}
