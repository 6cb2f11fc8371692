import { Command } from 'commander';
import { checkCommand } from './commands/check.js';
import { demoCommand } from './commands/demo.js';
import { evaluateCommand } from './commands/evaluate.js';
import { migrateCommand } from './commands/migrate.js';
import { startCommand } from './commands/start.js';
import { tokenCommand } from './commands/token.js';
import { explainFailure } from './failures.js';

const introduction = `The registry of uniformed capabilities readiness and force generation for United Nations peacekeeping.

Settings come from the environment: DATABASE_URL and DATABASE_OWNER_URL for a PostgreSQL of your own (without them an
embedded one serves), HOST and PORT, MUSTER_DATA_DIR, MUSTER_TODAY, LOG_LEVEL, DATABASE_POOL_SIZE, NODE_ENV.`;

/**
 * Runs one command of `muster`. What a person can act on is one line on standard error and exit code 1; only what
 * nobody foresaw shows a stack.
 */
export async function run(args: readonly string[]): Promise<void> {
  // A reader that has heard enough (`| head`), or a terminal that has gone, is no reason to stop half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const program = new Command('muster').description(introduction).helpCommand(false);
  for (const command of [
    startCommand,
    migrateCommand,
    demoCommand,
    evaluateCommand,
    checkCommand,
    tokenCommand,
  ]) {
    program.addCommand(command());
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    console.error(explainFailure(error) ?? error);
    process.exit(1);
  }
}
