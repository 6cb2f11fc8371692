import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { readConfiguration } from '#platform/configuration.js';
import { migrateDatabase, openDatabase, type RegistryDatabase } from '#platform/database/open.js';
import { explainFailure } from '../failures.js';
import { runSteps, type Step } from '../progress.js';
import { Shutdown } from '../shutdown.js';

const help = `
Without DATABASE_URL an embedded PostgreSQL is started, with its data in .muster (MUSTER_DATA_DIR), and on the first
start the demonstration registry is loaded. With DATABASE_URL that database is used; DATABASE_OWNER_URL migrates it.

Ctrl-C ends the server and its database; a second Ctrl-C does not wait for requests in flight.`;

/** `muster start`: everything that a served registry needs, then the server. */
export function startCommand(): Command {
  return new Command('start')
    .description('start the database, bring it up to this version, and serve the registry')
    .addHelpText('after', help)
    .action(start);
}

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const shutdown = new Shutdown();
  let database: RegistryDatabase | undefined;
  const opened = (): RegistryDatabase => {
    if (database === undefined) throw new Error('the database is used before it is there');
    return database;
  };
  const steps: Step[] = [
    {
      title: configuration.databaseUrl === undefined ? 'Starting the database' : 'Reaching the database',
      run: async (log) => {
        const opening = openDatabase(configuration, { log, onExit: (reason) => void fail(shutdown, reason) });
        shutdown.add(async () => (await opening.catch(() => undefined))?.stop());
        database = await opening;
      },
    },
    { title: 'Bringing the tables up to date', run: (say) => migrateDatabase(opened(), say) },
  ];
  try {
    await runSteps(steps);
  } catch (error) {
    // A database that dies says why in a moment, which tells more than the connection that broke.
    await setTimeout(300);
    // Told to end while starting: what then breaks is no failure.
    if (!shutdown.begun) await fail(shutdown, error);
    return;
  }
}

async function fail(shutdown: Shutdown, reason: unknown): Promise<void> {
  if (shutdown.begun) return;
  console.error(typeof reason === 'string' ? reason : (explainFailure(reason) ?? reason));
  await shutdown.end(1);
}
