import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process that serves until it is stopped. */
export interface Serving {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** The server, or its floor, has one core to itself; the database and who asks share the other. */
export const CORES = { server: 0, others: 1 } as const;

/** Keeps a process, all its threads and those it will start on one core; where the system knows no such thing, nothing. */
export function pin(pid: number, core: number): void {
  if (process.platform !== 'linux') return;
  const { status, error, stderr } = spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
  // A figure of processes that share their cores is another than the report says.
  if (status !== 0)
    process.stderr.write(`not kept on core ${core}: ${error?.message ?? String(stderr).trim()}\n`);
}

/** Resident memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const ps = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(ps.stdout.trim()) / 1024);
}

const fileOf = (name: string) => join(import.meta.dirname, `${name}.js`);

function start(name: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [fileOf(name), ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endToo = () => child.kill('SIGKILL');
  process.once('exit', endToo);
  child.once('close', () => process.off('exit', endToo));
  return child;
}

/** Runs one of the programs beside this file to its end. @returns what it printed */
export async function runToEnd(name: string, args: readonly string[], core?: number): Promise<string> {
  const child = start(name, args);
  if (core !== undefined) pin(child.pid ?? 0, core);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resume) => child.once('close', resume));
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
  return output;
}

/** Starts one of the programs beside this file that serve. */
export async function startServing(name: string, args: readonly string[]): Promise<Serving> {
  const child = start(name, args);
  const url = await new Promise<string>((resume, fail) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, found] = /serves (\S+)/.exec(output) ?? [];
      if (found !== undefined) resume(found);
    });
    child.once('close', (code) => {
      fail(new Error(`${name} ended with ${code} before it served`));
    });
  });
  return { pid: child.pid ?? 0, url, stop: () => end(child) };
}

/** Ends a process that serves. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resume) => child.once('close', resume));
  child.kill('SIGINT');
  await ended;
}

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
