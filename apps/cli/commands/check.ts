import { Command } from 'commander';
import { readConfiguration } from '#platform/configuration.js';
import { checkDatabase, openDatabase } from '#platform/database/open.js';

const help = `
database: the server is recent enough, the application's role is neither a superuser nor the owner of a table nor free
of row-level security, and no migration is pending. One line for each; exit code 1 when one does not hold.`;

/** `muster check SUBJECT`: whether something is as it has to be, changing nothing. */
export function checkCommand(): Command {
  const check = new Command('check')
    .description('see whether the installation is sound')
    .addHelpText('after', help);
  check.command('database').description('see whether the database is fit to serve').action(checkTheDatabase);
  return check;
}

async function checkTheDatabase(): Promise<void> {
  const database = await openDatabase(readConfiguration(process.env), {
    log: (line) => {
      console.error(line);
    },
  });
  try {
    for (const { name, fault } of await checkDatabase(database)) {
      console.log(
        `${fault === undefined ? 'holds' : 'FAILS'}  ${name}${fault === undefined ? '' : `: ${fault}`}`,
      );
      if (fault !== undefined) process.exitCode = 1;
    }
  } finally {
    await database.stop();
  }
}
