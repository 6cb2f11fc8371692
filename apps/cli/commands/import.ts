import { Command, InvalidArgumentError } from 'commander';
import { readConfiguration } from '#platform/configuration.js';
import { importFiles } from '../import-contributions.js';
import { withRegistry } from '../registry.js';

const help = `
contributions: monthly figures of personnel by mission, Member State and type, as the Department of Peace Operations
publishes them: CSV, plain or gzip, with the columns as_of, mission, country, personnel_type, male, female, total. All
files are checked whole before anything is changed; where one breaks a rule, every fault is named by file, line, column
and value, nothing is changed, and the exit code is 1. The same file again changes nothing. A re-issued month changes
what it says otherwise; the old figures stay known as of then. A mission of which the files say nothing is left
standing, and named. Muster may be running meanwhile.`;

interface Options {
  readonly admitMission?: readonly string[];
  readonly withdraw?: boolean;
  readonly withdrawMission?: readonly string[];
}

/** `muster import SUBJECT FILE…`: brings in what others publish. */
export function importCommand(): Command {
  const command = new Command('import').description('bring in published figures').addHelpText('after', help);
  command
    .command('contributions')
    .description('monthly contributions of personnel')
    .argument('<files...>', 'CSV files, plain or gzip')
    .option(
      '--admit-mission <code>',
      'a mission that the registry does not know and that is right',
      missionCodes,
    )
    .option('--withdraw', 'figures that a re-issue of their month and mission leaves out are withdrawn')
    .option(
      '--withdraw-mission <code>',
      'a mission whose figures are withdrawn from the months of the files, as far as these do not say them',
      missionCodes,
    )
    .action(
      async (
        files: string[],
        { admitMission: missions = [], withdrawMission: gone = [], withdraw: withdrawals = false }: Options,
      ) => {
        const configuration = readConfiguration(process.env);
        await withRegistry(
          configuration,
          ({ appUrl }, say) =>
            importFiles(configuration, appUrl, files, { missions, gone, withdrawals }, say),
          { join: true },
        );
      },
    );
  return command;
}

/** One option for each code, so that none takes the name of a file. */
function missionCodes(code: string, before: readonly string[] = []): string[] {
  if (!/^[A-Z][A-Z0-9-]{1,19}$/.test(code)) {
    throw new InvalidArgumentError('A mission is written in capital letters, such as UNMISS.');
  }
  return [...before, code];
}
