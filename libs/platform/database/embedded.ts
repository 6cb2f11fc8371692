import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { StartError } from '../configuration.js';
import { provideBinaries } from './embedded-binaries.js';
import { explainServer, provideCluster, serverEnvironment, urlOf } from './embedded-cluster.js';
import { lockDataDirectory } from './embedded-lock.js';
import { choosePlace, type Place } from './embedded-place.js';
import { commandLine, identify, signal, until } from './embedded-processes.js';
import type { DatabaseRole } from './roles.js';

export interface EmbeddedOptions {
  /** Absolute path; created when missing. */
  readonly dataDir: string;
  /** Hears, in one line each, what takes time or was put right. */
  readonly log: (line: string) => void;
  /** Called when the server ends without having been asked to, with a line that says why. */
  readonly onExit?: (reason: string) => void;
  /** Done once the data directory is ours, before anything is made or started in it; where it fails, nothing is. */
  readonly beforehand?: () => Promise<void>;
  /** For tests: written for speed, not for a power cut, and the owner may create databases. */
  readonly forTests?: boolean;
  /** The folder that holds the `bin` of another PostgreSQL; left out, the one that npm has brought. */
  readonly programs?: string;
}

/** A database server that this process started, and that ends with it. */
export interface EmbeddedDatabase {
  /** The role that migrates and owns the tables. */
  readonly ownerUrl: string;
  /** The role that serves: no owner, no bypass. */
  readonly appUrl: string;
  /** The role that only reads. */
  readonly readerUrl: string;
  readonly pid: number;
  /** Tells a second start where the first one serves. */
  note(address: string): void;
  /** Ends the server (sessions are closed, what is committed stays) and gives the data directory back. */
  stop(): Promise<void>;
}

/** What a server that is told to end may take, before it is told more firmly. */
const patience = 20_000;

/**
 * Starts the embedded PostgreSQL on a free loopback port, laying the database down on the first start. A server that
 * a killed Muster left behind is stopped first.
 *
 * @throws StartError when the data directory is held by a live Muster, cannot be written to, or the server does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = choosePlace(options.dataDir, options.log);
  const lock = lockDataDirectory(place.directory);
  try {
    await options.beforehand?.();
    const forTests = options.forTests ?? false;
    const binaries = options.programs ?? provideBinaries(place.directory);
    const cluster = await provideCluster(place, binaries, { forTests }, options.log);
    await stopLeftover(cluster.data, options.log);
    const server = await launch(place, binaries, cluster.data, forTests, options.log);
    const watcher = watchOver(server.pid, place);
    let asked = false;
    server.process.once('exit', (code, signalName) => {
      watcher.kill('SIGKILL');
      if (asked) return;
      lock.release();
      options.onExit?.(
        `The database server ended (${signalName ?? `exit code ${code}`}): ${lastWords(place)}`,
      );
    });
    const url = (role: DatabaseRole) => urlOf(role, cluster.passwords, server.port);
    return {
      ownerUrl: url('owner'),
      appUrl: url('app'),
      readerUrl: url('reader'),
      pid: server.pid,
      note: lock.note,
      stop: async () => {
        asked = true;
        await end(server.pid, () => hasEnded(server.process));
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Server {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

/** Durability that tests can do without; a server for real use keeps PostgreSQL's own defaults. */
const testSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Failures that pass: another process took the port, or the sessions of a killed server are still ending. */
const passing = /Address already in use|pre-existing shared memory block/;

async function launch(
  place: Place,
  binaries: string,
  data: string,
  forTests: boolean,
  log: (line: string) => void,
): Promise<Server> {
  const deadline = Date.now() + patience;
  for (;;) {
    const port = await freePort();
    const server = spawnServer(place, binaries, data, port, forTests ? testSettings : []);
    if (await comesUp(server, data, log)) return server;
    const words = readLog(place);
    if (!passing.test(words) || Date.now() > deadline) {
      throw new StartError(explainServer(words, place.directory));
    }
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

function spawnServer(place: Place, binaries: string, data: string, port: number, more: string[]): Server {
  const output = openLog(place);
  const settings = [
    ...['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'timezone=UTC'],
    ...['log_timezone=UTC', 'jit=off', 'max_connections=200', ...more],
  ];
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    // A session of its own: Ctrl-C in the terminal reaches us alone, and we end the server when our work is done.
    { ...place.user, cwd: '/', env: serverEnvironment, detached: true, stdio: ['ignore', output, output] },
  );
  child.once('error', (error) => {
    writeFileSync(logPath(place), `FATAL: ${error.message}\n`);
  });
  closeSync(output);
  return { process: child, pid: child.pid ?? 0, port };
}

/** Waits until the server takes connections. @returns false when it ended instead. */
async function comesUp(server: Server, data: string, log: (line: string) => void): Promise<boolean> {
  const ready = () => {
    const lines = readPidFile(data);
    return lines[0] === String(server.pid) && lines[7]?.trim() === 'ready';
  };
  while (!(await until(() => ready() || hasEnded(server.process), 10_000))) {
    log('The database server is still recovering what was under way when it was killed');
  }
  return !hasEnded(server.process);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/**
 * Ends the server should this process be killed outright: a shell that waits for the end of a pipe that only we hold.
 * Should the shell be killed as well, the next start finds the server by its pid file.
 */
function watchOver(pid: number, place: Place): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...place.user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  watcher.stdin.on('error', () => {
    // The watcher was killed; the server outlives it.
  });
  return watcher;
}

/**
 * Stops the server that a killed Muster left behind. A pid file that names a process which is no server of these data
 * (the number was given out anew) is not removed, since it also guards against sessions that still end; it gets our
 * own number, which PostgreSQL takes for stale because we are its parent.
 */
async function stopLeftover(data: string, log: (line: string) => void): Promise<void> {
  const lines = readPidFile(data);
  const pid = Number(lines[0]);
  if (!(pid > 0)) return;
  if (commandLine(pid).includes(data)) {
    log(`A database server was left behind (process ${pid}) and is stopped`);
    const identity = identify(pid);
    await end(pid, () => identity === undefined || identify(pid)?.began !== identity.began);
  } else {
    writeFileSync(join(data, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'));
  }
}

/** Fast shutdown first, then without a checkpoint, then outright; what is committed survives each of them. */
async function end(pid: number, ended: () => boolean): Promise<void> {
  for (const word of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (ended()) return;
    signal(pid, word);
    if (await until(ended, patience)) return;
  }
}

function readPidFile(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function logPath(place: Place): string {
  return join(place.directory, 'database.log');
}

/** Begins the log of this start; that of the one before is kept beside it. */
function openLog(place: Place): number {
  const path = logPath(place);
  try {
    renameSync(path, `${path}.before`);
  } catch {
    rmSync(path, { force: true });
  }
  const file = openSync(path, 'a', 0o600);
  if (place.user) chownSync(path, place.user.uid, place.user.gid);
  return file;
}

function readLog(place: Place): string {
  try {
    return readFileSync(logPath(place), 'utf8');
  } catch {
    return '';
  }
}

function lastWords(place: Place): string {
  const words = readLog(place).trim();
  if (words.includes('No space left on device')) return `no space is left on the disk for ${place.directory}`;
  const lines = words.split('\n');
  const telling = lines.findLast((line) => /FATAL|PANIC|terminated by signal/.test(line));
  return telling ?? `its log is ${logPath(place)}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resume, fail) => {
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', resume);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resume) => probe.close(resume));
  return port;
}
