import { ENTITIES } from '#api/entities.js';
import { loadDemonstration, type Summary } from '#cli/demonstration/load.js';
import { Database } from '#platform/database/database.js';

/** Loads the demonstration into a database, as `muster demo` does. */
export async function fillWithDemonstration(
  appUrl: string,
  progress?: (done: number) => void,
): Promise<Summary> {
  const database = await new Database({ url: appUrl, poolSize: 1, entities: ENTITIES }).connect();
  try {
    return await loadDemonstration({ database, ...(progress ? { progress } : {}) });
  } finally {
    await database.close();
  }
}
