import { StartError, type Configuration } from '#platform/configuration.js';
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
  const began = Date.now();
  const { pledges, memberStates, operations } = await loadDemonstration({
    databaseUrl,
    progress: (done, total) => {
      if (Math.floor((done * STEPS_SHOWN) / total) === Math.floor(((done - 1) * STEPS_SHOWN) / total)) return;
      const left = ((Date.now() - began) * (total - done)) / done / 1000;
      say(`${done} of ${total} operations${done < total ? `, some ${Math.ceil(left)} s left` : ''}`);
    },
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`${pledges} invented pledges of ${memberStates} Member States, ${operations} operations, ${seconds} s`);
}
