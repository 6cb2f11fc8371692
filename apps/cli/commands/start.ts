import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { readConfiguration, type Configuration } from '#platform/configuration.js';
import { migrateDatabase, openDatabase, type RegistryDatabase } from '#platform/database/open.js';
import { prepareDatabase } from '#reference/prepare-database.js';
import { loadInto } from '../demonstration/load-into.js';
import { explainFailure } from '../failures.js';
import { runSteps, type Step } from '../progress.js';
import { readContents } from '../registry-contents.js';
import { greeting, serve, tryPort, type Serving } from '../serve.js';
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
  const onExit = (reason: string) => void fail(shutdown, reason);
  let database: RegistryDatabase | undefined;
  let serving: Serving | undefined;
  const opened = () => there(database);
  const steps: Step[] = [
    {
      title: configuration.databaseUrl === undefined ? 'Starting the database' : 'Reaching the database',
      run: async (log) => {
        const opening = openDatabase(configuration, {
          log,
          onExit,
          beforehand: () => tryPort(configuration),
        });
        shutdown.add(async () => (await opening.catch(() => undefined))?.stop());
        database = await opening;
      },
    },
    {
      title: 'Bringing the tables up to date',
      run: (log) => migrateDatabase(opened(), prepareDatabase, log),
    },
    { title: 'Looking into the registry', run: (log) => fillFirst(configuration, opened(), log) },
    {
      title: 'Starting the server',
      run: async () => {
        serving = await serve(configuration, opened().appUrl);
        shutdown.add(serving.close);
        opened().note(serving.url);
      },
    },
  ];
  try {
    await runSteps(steps);
    console.log(`\n${await greeting(there(serving), configuration)}\n\nCtrl-C ends it.`);
  } catch (error) {
    // A database that dies says why in a moment, which tells more than the connection that broke.
    await setTimeout(300);
    // Told to end while starting: what then breaks is no failure.
    if (!shutdown.begun) await fail(shutdown, error);
  }
}

/** A database of somebody's own is theirs to fill; the embedded one begins with the demonstration. */
async function fillFirst(
  configuration: Configuration,
  { kind, appUrl }: RegistryDatabase,
  log: (line: string) => void,
): Promise<void> {
  if (kind === 'external' || configuration.environment === 'production') return;
  if ((await readContents(appUrl)).empty) await loadInto(configuration, appUrl, log);
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('a step came before the one that it stands on');
  return thing;
}

async function fail(shutdown: Shutdown, reason: unknown): Promise<void> {
  if (shutdown.begun) return;
  console.error(typeof reason === 'string' ? reason : (explainFailure(reason) ?? reason));
  await shutdown.end(1);
}
