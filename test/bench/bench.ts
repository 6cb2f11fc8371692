import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { issueToken, openKeys } from '#access/tokens.js';
import { startEmbedded } from '#platform/database/embedded.js';
import { prepareDatabase } from '#reference/prepare-database.js';
import { asOwner, toDatabase } from '#test/support/database-server.js';
import { fillWithDemonstration } from '#test/support/demonstration.js';
import { STAFF } from '#test/support/registry.js';
import { readArguments, type BenchOptions } from './arguments.js';
import type { EvaluationOrder, EvaluationResult } from './evaluations.js';
import { measureImport } from './import.js';
import { measureKept, type KeptResult } from './kept.js';
import { measure, type Measured, type Registry } from './measure.js';
import { CORES, pin, runToEnd } from './processes.js';
import { questionsFor } from './questions.js';
import { growRegistry } from './registries.js';
import { putIntoReadme, writeReport } from './report.js';
import { secondStart } from './start-time.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Measures everything, in one go and on a database server of its own, which is gone afterwards. */
export async function bench(args: string[]): Promise<void> {
  const began = performance.now();
  const options = readArguments(args);
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  // Else root's database would be kept elsewhere, for the user who runs it, and outlive the folder.
  chmodSync(folder, 0o711);
  try {
    say('Starting, and starting again');
    const started = await secondStart(folder, options.runs);
    say(`the second start answers after ${started.toFixed(1)} s`);
    const found = await onDatabase(folder, options);
    const took = (performance.now() - began) / 1000;
    const report = writeReport({ ...found, secondStart: started, took });
    say(`\n${report}`);
    if (options.write) putIntoReadme(report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that is asked of a database that stands still between the questions. */
async function onDatabase(folder: string, options: BenchOptions) {
  const database = await startEmbedded({ dataDir: folder, log: say, forTests: true });
  try {
    pin(database.pid, CORES.others);
    const urls = { ownerUrl: database.ownerUrl, appUrl: database.appUrl };
    const base = await loadBase(urls);
    const order: EvaluationOrder = { databaseUrl: toDatabase(urls.appUrl, base), ...options };
    const evaluations = JSON.parse(
      await runToEnd('evaluations', [JSON.stringify(order)], CORES.server),
    ) as EvaluationResult;
    say(
      `${Math.round(evaluations.perSecond)} evaluations a second, ${Math.round(evaluations.plainPerSecond)} plain`,
    );
    say('Importing contributions');
    const imported = await measureImport(urls, base, folder, options.runs);
    const measured: Measured[] = [];
    const kept: KeptResult[] = [];
    for (const size of options.sizes) {
      await withRegistry(urls, base, size, folder, async (registry) => {
        const found = await measureKept(registry);
        kept.push(found);
        say(`the board with nothing kept: ${found.first.toFixed(1)} s; after a change of one Member State:
  board ${found.boardAfterChange.toFixed(2)} s, list by status ${found.listAfterChange.toFixed(2)} s; ${found.size} MiB kept`);
        measured.push(...(await measure(registry, questionsFor(registry.pledges), options, say)));
      });
    }
    return { measured, kept, evaluations, imported, postgres: await versionOf(urls.ownerUrl) };
  } finally {
    await database.stop();
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
  work: (registry: Registry) => Promise<void>,
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

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  await client.end();
  return rows[0]?.server_version ?? '';
}
