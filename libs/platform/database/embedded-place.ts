import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { makeFolder } from '../folder.js';

/** The user of the system that the database server runs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the data lie, and as whom the server runs there; no user: as the one who starts it. */
export interface Place {
  readonly directory: string;
  readonly user?: SystemUser;
}

/**
 * Chooses where the database lives. An ordinary user keeps it in the data directory. PostgreSQL refuses to run as
 * root, so root hands it to the owner of an existing data directory, else to `nobody`; and where that user cannot
 * enter the data directory (one of its parents is closed), the data go under /var/lib/muster, which is then said.
 *
 * @throws StartError when nothing can be written there
 */
export function choosePlace(dataDir: string, log: (line: string) => void): Place {
  makeFolder(dataDir);
  if (process.getuid?.() !== 0) return { directory: dataDir };
  const owner = statSync(dataDir);
  const user = owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid };
  const directory = canEnter(dataDir, user) ? dataDir : elsewhere(dataDir);
  if (directory !== dataDir) {
    log(`The database is kept in ${directory}, since the user who runs it for root cannot enter ${dataDir}`);
  }
  return { directory, user };
}

function elsewhere(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const directory = `/var/lib/muster/${name}`;
  makeFolder('/var/lib/muster');
  makeFolder(directory);
  chmodSync('/var/lib/muster', 0o711);
  chmodSync(directory, 0o711);
  return directory;
}

/** Asked of the system itself rather than of permission bits: access lists and mounts count as well. */
function canEnter(directory: string, user: SystemUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...user, cwd: '/' }).status === 0;
}

function nobody(): SystemUser {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return { uid: Number(entry?.[1] ?? 65_534), gid: Number(entry?.[2] ?? 65_534) };
}
