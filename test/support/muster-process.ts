import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../apps/cli/main.js');
const program = `const { run } = await import(${JSON.stringify(main)}); await run(process.argv.slice(1));`;

/** A `muster` that runs as a process of its own, as a person would start it. */
export interface MusterProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it has printed so far. */
  readonly said: { output: string; errors: string };
  /** Resolves with the match once standard output matches; rejects when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/**
 * Starts `muster` with a clean environment of its own. `through` puts a shell between, as npm does.
 */
export function startMuster(
  args: string[],
  environment: NodeJS.ProcessEnv,
  through?: 'shell',
): MusterProcess {
  const command = [process.execPath, '--input-type=module', '-e', program, '--', ...args];
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...environment,
  };
  const [file = '', ...rest] =
    through === undefined ? command : ['/bin/sh', '-c', '"$@" & wait', 'sh', ...command];
  const child = spawn(file, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((settle) => {
    child.once('close', (code, signal) => {
      settle(code ?? signal);
    });
  });
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((settle, fail) => {
      const look = () => {
        const match = pattern.exec(said.output);
        if (match !== null) settle(match);
      };
      child.stdout.on('data', look);
      void ended.then((code) => {
        fail(new Error(`ended with ${code} before saying ${pattern}: ${said.output}${said.errors}`));
      });
      look();
    });
  return { child, pid: child.pid ?? 0, said, says, ended };
}

/**
 * Runs `muster demo` to its end.
 * @throws Error with what it said where it fails
 */
export async function runDemo(database: {
  readonly appUrl: string;
  readonly ownerUrl: string;
}): Promise<string> {
  const muster = startMuster(['demo'], {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    NODE_ENV: 'development',
  });
  const code = await muster.ended;
  if (code !== 0)
    throw new Error(`muster demo ended with ${code}: ${muster.said.output}${muster.said.errors}`);
  return muster.said.output;
}
