// Asks one server for some seconds from a process of its own, and prints what came of it.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { SeededRandom } from '#cli/demonstration/random.js';
import type { Script } from './exchange.js';
import { post } from './post.js';

export interface LoadOrder {
  readonly url: string;
  readonly token: string;
  readonly file: string;
  readonly seconds: number;
  /** How many requests are under way at any time. */
  readonly concurrency: number;
  readonly seed: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
}

async function load({ url, token, file, seconds, concurrency, seed }: LoadOrder): Promise<LoadResult> {
  const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as Script;
  const bodies = exchanges.map((exchange) => Buffer.from(exchange.request));
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const random = new SeededRandom(seed);
  const times: number[] = [];
  const begun = performance.now();
  const ends = begun + seconds * 1000;
  const worker = async () => {
    do {
      const before = performance.now();
      await ask(url, token, agent, bodies[random.upTo(bodies.length - 1)] ?? Buffer.alloc(0));
      times.push(performance.now() - before);
    } while (performance.now() < ends);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const took = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), requests: times.length };
}

/** @throws Error for an answer that is none: a mistake is no quick answer */
async function ask(url: string, token: string, agent: Agent, body: Buffer): Promise<void> {
  const { status, text } = await post(url, token, body, agent);
  if (status !== 200 || !text.startsWith('{"data":')) throw new Error(`${status}: ${text.slice(0, 500)}`);
}

const result = await load(JSON.parse(process.argv[2] ?? '') as LoadOrder);
process.stdout.write(JSON.stringify(result));
