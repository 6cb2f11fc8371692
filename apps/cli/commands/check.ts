import { Command } from 'commander';
import { readConfiguration, StartError } from '#platform/configuration.js';
import { checkDatabase, openDatabase, type RegistryDatabase } from '#platform/database/open.js';
import { checkData } from '../check-data.js';
import { Shutdown } from '../shutdown.js';

const help = `
database: the server is recent enough, the application's role is neither a superuser nor the owner of a table nor free
of row-level security, and no migration is pending. One line for each; exit code 1 when one does not hold.

data: statements that hold of all records of all Member States, as long as nobody goes past the registry. One line for
each with the number of rows that were looked at; where one is broken, the ids of the first 20 rows that break it, and
exit code 1. Nothing is changed, and a registry may be in use meanwhile.`;

/** `muster check SUBJECT`: whether something is as it has to be, changing nothing. */
export function checkCommand(): Command {
  const check = new Command('check')
    .description('see whether the installation is sound')
    .addHelpText('after', help);
  check
    .command('database')
    .description('see whether the database is fit to serve')
    .action(() => withDatabase(checkTheDatabase));
  check
    .command('data')
    .description('see whether the records keep the rules of the registry')
    .action(() => withDatabase(checkTheData));
  return check;
}

async function withDatabase(work: (database: RegistryDatabase) => Promise<boolean>): Promise<void> {
  const shutdown = new Shutdown();
  const opening = openDatabase(readConfiguration(process.env), {
    log: (line) => {
      console.error(line);
    },
    join: true,
  });
  shutdown.add(async () => (await opening.catch(() => undefined))?.stop());
  const database = await opening;
  try {
    if (!(await work(database))) process.exitCode = 1;
  } finally {
    await database.stop();
  }
}

async function checkTheDatabase(database: RegistryDatabase): Promise<boolean> {
  const checks = await checkDatabase(database);
  for (const { name, fault } of checks) {
    console.log(
      `${fault === undefined ? 'holds' : 'FAILS'}  ${name}${fault === undefined ? '' : `: ${fault}`}`,
    );
  }
  return checks.every(({ fault }) => fault === undefined);
}

/** @throws StartError where the database is not one of this version: its tables are not those that are spoken of */
async function checkTheData(database: RegistryDatabase): Promise<boolean> {
  const unfit = (await checkDatabase(database)).find(({ fault }) => fault !== undefined);
  if (unfit !== undefined) throw new StartError(String(unfit.fault));
  const terminal = process.stdout.isTTY;
  return checkData(database.appUrl, {
    // The line that moves is written over by what comes next.
    begun: (name, place, of) => {
      if (terminal) process.stdout.write(`\r\u001b[K${place} of ${of}  ${name}`);
    },
    said: (lines) => {
      if (terminal) process.stdout.write('\r\u001b[K');
      console.log(lines.join('\n'));
    },
  });
}
