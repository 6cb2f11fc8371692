import { Command } from 'commander';
import { readConfiguration } from '#platform/configuration.js';
import { withRegistry } from '../registry.js';

const help = `
Applies the migrations that are pending, all or none, and grants the application's role what it needs. With a
DATABASE_URL it connects as DATABASE_OWNER_URL; without, it starts the embedded database for as long as it takes.`;

/** `muster migrate`: the tables of this version, without serving anything. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the tables of the database up to this version')
    .addHelpText('after', help)
    .action(async () => {
      await withRegistry(readConfiguration(process.env), () => Promise.resolve());
      console.log('The tables are those of this version');
    });
}
