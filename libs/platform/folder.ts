import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from './configuration.js';

/**
 * Makes sure that a folder of ours is there and can be written to.
 * @throws StartError in one line where it cannot
 */
export function makeFolder(directory: string): void {
  try {
    makeEach(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      code === 'ENOSPC'
        ? `No space is left on the disk for ${directory}`
        : `${directory} cannot be written to (${code}): start as the user it belongs to, or set MUSTER_DATA_DIR`,
    );
  }
}

// Parent by parent: Node's own recursive way never ends on a file system that makes no folders, such as /proc.
function makeEach(directory: string): void {
  if (existsSync(directory)) return;
  makeEach(dirname(directory));
  mkdirSync(directory, { mode: 0o711 });
}
