import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOf, type Passwords } from './embedded-cluster.js';
import { heldBy } from './embedded-lock.js';
import { choosePlace } from './embedded-place.js';

/**
 * Finds the embedded server of a live Muster on the same data directory, so that a command can work beside it; it goes
 * on when the command has ended.
 * @returns the server's connection as the role that serves; undefined where none runs that takes connections
 */
export function joinEmbedded(dataDir: string, log: (line: string) => void): string | undefined {
  const { directory } = choosePlace(dataDir, log);
  if (heldBy(directory) === undefined) return undefined;
  const cluster = join(directory, 'cluster');
  try {
    const lines = readFileSync(join(cluster, 'data', 'postmaster.pid'), 'utf8').split('\n');
    if (lines[7]?.trim() !== 'ready') return undefined;
    const passwords = JSON.parse(readFileSync(join(cluster, 'passwords.json'), 'utf8')) as Passwords;
    return urlOf('app', passwords, Number(lines[3]));
  } catch {
    return undefined;
  }
}
