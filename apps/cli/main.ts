import { Command } from 'commander';
import { explainFailure } from './failures.js';

const introduction = `The registry of uniformed capabilities readiness and force generation for United Nations peacekeeping.

Settings come from the environment: DATABASE_URL and DATABASE_OWNER_URL for a PostgreSQL of your own (without them an
embedded one serves), HOST and PORT, MUSTER_DATA_DIR, MUSTER_TODAY, LOG_LEVEL, DATABASE_POOL_SIZE, NODE_ENV.`;

/** Each command is loaded when it is asked for: the rules alone should not wait for a server to load. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.js')).startCommand(),
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand(),
  demo: async () => (await import('./commands/demo.js')).demoCommand(),
  evaluate: async () => (await import('./commands/evaluate.js')).evaluateCommand(),
  import: async () => (await import('./commands/import.js')).importCommand(),
  check: async () => (await import('./commands/check.js')).checkCommand(),
  token: async () => (await import('./commands/token.js')).tokenCommand(),
};

/**
 * Runs one command of `muster`. What a person can act on is one line on standard error and exit code 1; only what
 * nobody foresaw shows a stack.
 */
export async function run(args: readonly string[]): Promise<void> {
  process.stdout.on('error', loseOutput);
  process.stderr.on('error', () => undefined);
  const program = new Command('muster').description(introduction);
  const named = Object.entries(commands).filter(([name]) => name === args[0]);
  for (const [, load] of named.length > 0 ? named : Object.entries(commands))
    program.addCommand(await load());
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    console.error(explainFailure(error) ?? error);
    process.exit(1);
  }
}

/** A reader that has heard enough (`| head`) or a terminal that has gone is no reason to stop half-way; a full disk is. */
function loseOutput(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOSPC') return;
  console.error('The output is not complete: no space is left on the disk that it is written to');
  process.exitCode = 1;
}
