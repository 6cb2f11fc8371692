import { Command } from 'commander';
import { readConfiguration } from '#platform/configuration.js';
import { adoptKey } from '../one-key.js';
import { withRegistry } from '../registry.js';

const help = `
Applies the migrations that are pending, all or none, and grants the application's role what it needs. With a
DATABASE_URL it connects as DATABASE_OWNER_URL; without, it starts the embedded database for as long as it takes.

All servers of one database sign tokens with one key, the file signing-key.json of their data folders. --adopt-key is for
a key that was lost or must not be trusted any more: tokens of the old one are then good for nothing, once every server
has the new file and was started again.`;

/** `muster migrate`: the tables of this version, without serving anything. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the tables of the database up to this version')
    .option('--adopt-key', 'make the signing key of MUSTER_DATA_DIR the one of the registry')
    .addHelpText('after', help)
    .action(async ({ adoptKey: adopts }: { adoptKey?: true }) => {
      const configuration = readConfiguration(process.env);
      await withRegistry(configuration, async (database) => {
        if (adopts) await adoptKey(configuration, database);
      });
      console.log('The tables are those of this version');
    });
}
