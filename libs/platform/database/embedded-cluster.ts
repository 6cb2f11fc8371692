import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartError } from '../configuration.js';
import type { Place } from './embedded-place.js';
import { databaseRoles, type DatabaseRole } from './roles.js';

export type Passwords = Readonly<Record<DatabaseRole, string>>;

/** The files of one database: what PostgreSQL wrote, and the passwords of its roles. */
export interface Cluster {
  readonly data: string;
  readonly passwords: Passwords;
}

/** How a role reaches the server of these files. */
export const urlOf = (role: DatabaseRole, passwords: Passwords, port: number): string =>
  `postgres://${databaseRoles[role]}:${passwords[role]}@127.0.0.1:${port}/muster`;

/** The environment of the server's programs: nothing of ours, so that no PG… variable of the user leads them astray. */
export const serverEnvironment: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

export interface ClusterOptions {
  /** Write for speed, not for a power cut; let the owner create databases. */
  readonly forTests: boolean;
}

/**
 * Opens the database's files, or lays them down on the first start. They are laid beside their place and moved there
 * when whole, so that a start that was cut short is simply done again.
 *
 * @throws StartError when PostgreSQL cannot lay them
 */
export async function provideCluster(
  place: Place,
  binaries: string,
  options: ClusterOptions,
  log: (line: string) => void,
): Promise<Cluster> {
  const target = join(place.directory, 'cluster');
  for (const name of readdirSync(place.directory).filter((entry) => entry.startsWith('cluster.'))) {
    log('A database that was laid down by half is laid down anew');
    rmSync(join(place.directory, name), { recursive: true, force: true });
  }
  if (!existsSync(target)) {
    log('Laying down a new database');
    const draft = `${target}.${process.pid}`;
    await layDown(draft, place, binaries, options);
    renameSync(draft, target);
  }
  return {
    data: join(target, 'data'),
    passwords: JSON.parse(readFileSync(join(target, 'passwords.json'), 'utf8')) as Passwords,
  };
}

async function layDown(
  draft: string,
  place: Place,
  binaries: string,
  options: ClusterOptions,
): Promise<void> {
  const data = join(draft, 'data');
  const own = (path: string) => {
    if (place.user) chownSync(path, place.user.uid, place.user.gid);
  };
  const writeSecret = (name: string, text: string) => {
    const path = join(draft, name);
    writeFileSync(path, text, { mode: 0o600 });
    own(path);
    return path;
  };
  mkdirSync(draft, { mode: 0o711 });
  own(draft);
  const passwords: Passwords = { owner: makePassword(), app: makePassword(), reader: makePassword() };
  writeSecret('passwords.json', JSON.stringify(passwords));
  // The superuser's password is forgotten at once: nothing of Muster ever connects as one.
  const superuser = writeSecret('superuser', makePassword());
  await run(place, join(binaries, 'bin', 'initdb'), [
    ...['-D', data, '--username=postgres', `--pwfile=${superuser}`, '--auth=scram-sha-256'],
    ...['--locale=C', '--encoding=UTF8', ...(options.forTests ? ['--no-sync'] : [])],
  ]);
  rmSync(superuser);
  await run(
    place,
    join(binaries, 'bin', 'postgres'),
    // -j: a statement ends at a semicolon and an empty line.
    ['--single', '-j', '-c', 'exit_on_error=on', ...(options.forTests ? ['-F'] : []), '-D', data, 'postgres'],
    roleStatements(passwords, options).join(';\n\n') + ';\n\n',
  );
}

function roleStatements(passwords: Passwords, options: ClusterOptions): string[] {
  const login = (role: DatabaseRole, more = '') =>
    `CREATE ROLE ${databaseRoles[role]} LOGIN NOSUPERUSER NOBYPASSRLS ${more} PASSWORD '${passwords[role]}'`;
  return [
    login('owner', options.forTests ? 'CREATEDB' : 'NOCREATEDB'),
    login('app'),
    login('reader'),
    `CREATE DATABASE muster OWNER ${databaseRoles.owner}`,
  ];
}

async function run(place: Place, program: string, args: string[], input = ''): Promise<void> {
  // A session of its own: Ctrl-C in the terminal is meant for us, and what we began is then finished and stopped.
  const child = spawn(program, args, { ...place.user, cwd: '/', env: serverEnvironment, detached: true });
  const failed = new Promise<Error | undefined>((resume) => {
    child.once('error', resume);
    child.once('close', () => {
      resume(undefined);
    });
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  child.stdout.resume();
  const errors = text(child.stderr);
  const error = await failed;
  if (error === undefined && child.exitCode === 0) return;
  throw new StartError(explainServer(error?.message ?? (await errors), place.directory));
}

/** Makes one line of what the server's programs print when they fail. */
export function explainServer(output: string, directory: string): string {
  if (output.includes('No space left on device') || isFull(directory))
    return `No space is left on the disk for ${directory}`;
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error):|ENOENT|EACCES/.test(line));
  return `The embedded PostgreSQL does not start: ${telling ?? lines.findLast((line) => line !== '') ?? 'it says nothing'}`;
}

/** On a full disk the server cannot even write down what ails it. */
function isFull(directory: string): boolean {
  return statfsSync(directory).bavail === 0;
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
