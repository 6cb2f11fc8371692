import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken, openKeys } from '#access/tokens.js';
import { startEmbedded } from '#platform/database/embedded.js';
import { prepareDatabase } from '#reference/prepare-database.js';
import { asOwner, toDatabase } from '#test/support/database-server.js';
import { fillWithDemonstration } from '#test/support/demonstration.js';
import { STAFF } from '#test/support/registry.js';
import { readArguments } from './arguments.js';
import { measure, type Measured } from './measure.js';
import { CORES, pin } from './processes.js';
import { QUESTIONS, type QuestionName } from './questions.js';
import { growRegistry } from './registries.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Measures everything, in one go and on a database server of its own, which is gone afterwards. */
export async function bench(args: string[]): Promise<void> {
  const options = readArguments(args);
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  // Else root's database would be kept elsewhere, for the user who runs it, and outlive the folder.
  chmodSync(folder, 0o711);
  const database = await startEmbedded({ dataDir: folder, log: say, forTests: true });
  try {
    pin(database.pid, CORES.others);
    const urls = { ownerUrl: database.ownerUrl, appUrl: database.appUrl };
    const base = await loadBase(urls);
    for (const size of options.sizes) {
      await withRegistry(urls, base, size, folder, async (registry) => {
        const names = Object.keys(QUESTIONS) as QuestionName[];
        const found: Measured[] = await measure(registry, names, options, say);
        return found;
      });
    }
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Urls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The demonstration, from which every registry grows. @returns the name of its database */
async function loadBase({ ownerUrl, appUrl }: Urls): Promise<string> {
  const name = 'bench_demonstration';
  say('Loading the demonstration');
  await asOwner(ownerUrl, `CREATE DATABASE ${name}`);
  const appRole = decodeURIComponent(new URL(appUrl).username);
  await prepareDatabase({ ownerUrl: toDatabase(ownerUrl, name), appRole, log: () => undefined });
  await fillWithDemonstration(toDatabase(appUrl, name));
  return name;
}

async function withRegistry(
  { ownerUrl, appUrl }: Urls,
  base: string,
  size: number,
  folder: string,
  work: (registry: Parameters<typeof measure>[0]) => Promise<unknown>,
): Promise<void> {
  const name = `bench_${size}`;
  const began = performance.now();
  await asOwner(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${base}`);
  try {
    const pledges = await growRegistry(toDatabase(ownerUrl, name), size);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`\nA registry of ${pledges} pledges, made in ${seconds} s`);
    const dataDir = join(folder, name);
    mkdirSync(dataDir);
    await work({
      databaseUrl: toDatabase(appUrl, name),
      ownerUrl: toDatabase(ownerUrl, name),
      dataDir,
      pledges,
      token: await issueToken(await openKeys(dataDir), STAFF),
    });
  } finally {
    await asOwner(ownerUrl, `DROP DATABASE ${name}`);
  }
}
