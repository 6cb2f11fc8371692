import { join } from 'node:path';
import type { CaptureOrder } from './capture.js';
import type { Script } from './exchange.js';
import type { LoadOrder, LoadResult } from './load.js';
import { median } from './median.js';
import { CORES, memoryOf, pin, readJson, runToEnd, startServing, type Serving } from './processes.js';
import { QUESTIONS, SLOWEST_MS, type QuestionName } from './questions.js';
import type { BenchOptions } from './arguments.js';

/** A registry that is ready to be asked. */
export interface Registry {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly pledges: number;
  readonly token: string;
}

/** What came of one question on one registry; medians over the runs. */
export interface Measured {
  readonly question: QuestionName;
  readonly pledges: number;
  readonly server: LoadResult;
  readonly floor: LoadResult;
  /** Statements of an operation; those of its frame (BEGIN, who asks, COMMIT) by themselves. */
  readonly statements: number;
  readonly frame: number;
  /** Resident memory of the server and of the floor after the runs, MiB. */
  readonly serverMemory: number;
  readonly floorMemory: number;
}

const SEED = 1_013_2025;
const POOL = 10;
const CONCURRENCY = 8;
/** Requests captured of each question; a large registry's answers take long. */
const REQUESTS = { few: 4, many: 64 };
/** A question that takes longer is asked by one client, once a run. */
const SLOW_MS = 1_000;

/** Times server and floor in turn, question by question. */
export async function measure(
  registry: Registry,
  questions: readonly QuestionName[],
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Measured[]> {
  const file = (name: QuestionName) => join(registry.dataDir, `${name}.json`);
  const { databaseUrl, ownerUrl, dataDir } = registry;
  const requests = registry.pledges > 5_000 ? REQUESTS.few : REQUESTS.many;
  const order: CaptureOrder = {
    ...{ databaseUrl, ownerUrl, dataDir, seed: SEED },
    questions: questions.map((name) => ({ name, requests, file: file(name) })),
  };
  say('capturing the statements of each question');
  await runToEnd('capture', [JSON.stringify(order)]);
  const measured: Measured[] = [];
  for (const name of questions) {
    measured.push(await measureOne(registry, name, file(name), options));
    say(line(measured.at(-1)));
  }
  return measured;
}

async function measureOne(
  registry: Registry,
  question: QuestionName,
  file: string,
  options: BenchOptions,
): Promise<Measured> {
  const { databaseUrl, dataDir, pledges, token } = registry;
  const server = await startServing('serve', [databaseUrl, String(POOL), dataDir]);
  const floor = await startServing('floor', [databaseUrl, String(POOL), file]);
  for (const { pid } of [server, floor]) pin(pid, CORES.server);
  const ask: Ask = async (serving, lasts, concurrency) => {
    const order: LoadOrder = { url: serving.url, token, file, seconds: lasts, concurrency, seed: SEED };
    return JSON.parse(await runToEnd('load', [JSON.stringify(order)], CORES.others)) as LoadResult;
  };
  try {
    const found = await inTurn(ask, server, floor, options);
    return {
      question,
      pledges,
      server: medians(found.server),
      floor: medians(found.floor),
      ...statementsOf(readJson(file) as Script),
      serverMemory: memoryOf(server.pid),
      floorMemory: memoryOf(floor.pid),
    };
  } finally {
    await server.stop();
    await floor.stop();
  }
}

type Ask = (serving: Serving, seconds: number, concurrency: number) => Promise<LoadResult>;

/** Server and floor by turns, so that what else the machine does meets both; first without counting, until they are warm. */
async function inTurn(ask: Ask, server: Serving, floor: Serving, { seconds, runs }: BenchOptions) {
  const once = await ask(server, 0, 1);
  if (once.p50 > SLOWEST_MS) return { server: [once], floor: [await ask(floor, 0, 1)] };
  // What a process has to make ready first says nothing of how slow its question is.
  const isSlow = (await ask(server, 0, 1)).p50 > SLOW_MS;
  const [lasts, concurrency] = isSlow ? [0, 1] : [seconds, CONCURRENCY];
  for (const each of [server, floor]) await ask(each, Math.min(2, lasts), concurrency);
  const found: Record<'server' | 'floor', LoadResult[]> = { server: [], floor: [] };
  for (let run = 0; run < runs; run += 1) {
    found.floor.push(await ask(floor, lasts, concurrency));
    found.server.push(await ask(server, lasts, concurrency));
  }
  return found;
}

function medians(results: readonly LoadResult[]): LoadResult {
  const of = (key: keyof LoadResult) => median(results.map((result) => result[key]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), requests: of('requests') };
}

const FRAME = /^\s*(BEGIN|COMMIT|SET LOCAL|SELECT set_config)/;

function statementsOf({ exchanges }: Script): { statements: number; frame: number } {
  const counts = exchanges.map(({ statements }) => {
    const frame = statements.filter(({ text }) => FRAME.test(text)).length;
    return { statements: statements.length - frame, frame };
  });
  return {
    statements: Math.max(...counts.map(({ statements }) => statements)),
    frame: Math.max(...counts.map(({ frame }) => frame)),
  };
}

function line(measured: Measured | undefined): string {
  if (measured === undefined) return '';
  const { question, server, floor, statements, frame, serverMemory } = measured;
  const ratio = (server.perSecond / floor.perSecond).toFixed(2);
  const rate = (value: number) => value.toPrecision(3);
  return [
    `${QUESTIONS[question].title}: ${ratio} of the floor`,
    `${rate(server.perSecond)}/s of ${rate(floor.perSecond)}/s`,
    `p50 ${rate(server.p50)} ms (floor ${rate(floor.p50)})`,
    `p99 ${rate(server.p99)} ms (floor ${rate(floor.p99)})`,
    `${statements} + ${frame} statements, ${serverMemory} MiB`,
  ].join('; ');
}
