import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../configuration.js';
import { identify, stillRuns, type ProcessIdentity } from './embedded-processes.js';

/** The hold of one live process on a data directory. */
export interface DataLock {
  /** Adds what a second start should say about the first: where it serves. */
  note(address: string): void;
  release(): void;
}

interface Holder extends ProcessIdentity {
  readonly address?: string;
}

/**
 * Takes the data directory for this process. What a dead process left behind does not count.
 *
 * @throws StartError when another live process holds it
 */
export function lockDataDirectory(directory: string): DataLock {
  const path = join(directory, 'muster.lock');
  const self = identify(process.pid) ?? { pid: process.pid, began: 'unknown' };
  while (!create(path, self)) {
    const found = read(path);
    const holder = parse(found);
    if (holder !== undefined && stillRuns(holder)) {
      const where = holder.address === undefined ? '' : ` and serves ${holder.address}`;
      throw new StartError(`Muster already runs here: process ${holder.pid} holds ${directory}${where}`);
    }
    discard(path, found);
  }
  return {
    note: (address) => {
      writeFileSync(path, JSON.stringify({ ...self, address }));
    },
    release: () => {
      rmSync(path, { force: true });
    },
  };
}

/** The live process that holds a data directory, if one does. */
export function heldBy(directory: string): ProcessIdentity | undefined {
  const holder = parse(read(join(directory, 'muster.lock')));
  return holder !== undefined && stillRuns(holder) ? holder : undefined;
}

/** Written aside and linked into place, so that nobody ever reads a lock that is half written. */
function create(path: string, self: ProcessIdentity): boolean {
  const draft = `${path}.${self.pid}`;
  writeFileSync(draft, JSON.stringify(self));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** Moves a stale lock away. Should another start have replaced it in between, its lock is put back. */
function discard(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== stale) linkSync(aside, path);
  } catch {
    // Another start was quicker; the next turn sees whose lock it is.
  } finally {
    rmSync(aside, { force: true });
  }
}
