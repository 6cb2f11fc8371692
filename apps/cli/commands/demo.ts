import { Command } from 'commander';
import { readConfiguration } from '#platform/configuration.js';
import { loadInto } from '../demonstration/load-into.js';
import { withRegistry } from '../registry.js';

const help = `
The demonstration is invented: pledges, visits and evaluations under the names of real Member States, drawn by lot, that
say nothing of them. Every answer of a registry that holds it says so in its extensions, and its clock stands on
2025-10-13 (MUSTER_TODAY moves it). It is loaded into an empty registry only, all or nothing, and never in production.`;

/** `muster demo`: the demonstration registry, into an empty database. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('load the demonstration registry into an empty database')
    .addHelpText('after', help)
    .action(async () => {
      const configuration = readConfiguration(process.env);
      await withRegistry(configuration, ({ appUrl }, say) => loadInto(configuration, appUrl, say));
    });
}
