import { loadDemonstration, type Performer, type Summary } from '#cli/demonstration/load.js';

/** Loads the demonstration into a database, as `muster demo` does. */
export const fillWithDemonstration = (
  databaseUrl: string,
  progress?: (done: number) => void,
  mutations?: Performer,
): Promise<Summary> =>
  loadDemonstration({ databaseUrl, ...(progress ? { progress } : {}), ...(mutations ? { mutations } : {}) });
