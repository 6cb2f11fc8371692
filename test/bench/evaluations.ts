// Evaluations a second on one core, with the next change of each, beside the plain version of the rules: on facts of a
// registry, after both have come to the same on these, on generated ones and on the vectors.
import { deepStrictEqual } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { ENTITIES } from '#api/entities.js';
import { Database } from '#platform/database/database.js';
import { addDays, plainDate } from '#platform/plain-date.js';
import { formatDay, type Day } from '#readiness/day.js';
import { evaluate } from '#readiness/evaluate.js';
import type { Facts } from '#readiness/facts.js';
import { readEntry } from '#readiness/read.js';
import { facts } from '#status/facts.js';
import { dayNumber } from '#status/status-of-pledges.js';
import { generateCase } from '#test/support/generate-facts.js';
import { STAFF } from '#test/support/registry.js';
import { PARAMETERS } from '#test/support/sound-facts.js';
import { writtenFacts } from '#test/support/written-facts.js';
import { median } from './median.js';
import { plainEvaluation, type WrittenFacts } from './plain-rules.js';

export interface EvaluationOrder {
  readonly databaseUrl: string;
  readonly runs: number;
  readonly seconds: number;
}

/** Medians over the runs. */
export interface EvaluationResult {
  readonly perSecond: number;
  readonly plainPerSecond: number;
  /** How many cases both versions had to agree on. */
  readonly compared: number;
  /** Milliseconds that the statement of facts takes for each pair of pledge and day, by how many are asked at once. */
  readonly factsOf: readonly { readonly pairs: number; readonly milliseconds: number }[];
}

interface Case {
  readonly facts: Facts;
  readonly asOf: Day;
}

const GENERATED = 5_000;
const PAIRS = [1, 50, 1000];
const vectorFiles = ['test/fixtures/vectors.json', '../shared/vectors/readiness.json'];

async function measure({ databaseUrl, runs, seconds }: EvaluationOrder): Promise<EvaluationResult> {
  const database = await new Database({ url: databaseUrl, poolSize: 1, entities: ENTITIES }).connect();
  const { cases, factsOf } = await ofRegistry(database, runs);
  await database.close();
  const compared = [...cases, ...fc.sample(generateCase, { numRuns: GENERATED, seed: 1 }), ...vectors()];
  const asText = (each: Case) =>
    [writtenFacts(each.facts) as unknown as WrittenFacts, formatDay(each.asOf)] as const;
  for (const each of compared) {
    const { nextChangeOn, ...outcome } = evaluate(each.facts, each.asOf, PARAMETERS);
    const expected = { ...outcome, nextChangeOn: nextChangeOn === null ? null : formatDay(nextChangeOn) };
    deepStrictEqual(plainEvaluation(...asText(each), PARAMETERS), expected);
  }
  const texts = cases.map(asText);
  const tuned = () => cases.forEach((each) => evaluate(each.facts, each.asOf, PARAMETERS));
  const plain = () => texts.forEach(([written, asOf]) => plainEvaluation(written, asOf, PARAMETERS));
  const perSecond = median(Array.from({ length: runs }, () => rate(tuned, cases.length, seconds)));
  const plainPerSecond = median(Array.from({ length: runs }, () => rate(plain, cases.length, seconds)));
  return { perSecond, plainPerSecond, compared: compared.length, factsOf };
}

/** The facts of every pledge on a day, and what it takes to derive them. */
async function ofRegistry(database: Database, runs: number) {
  const circumstances = { principal: STAFF, locale: 'en', recordedThrough: 'OPERATION' } as const;
  const day = plainDate('2025-10-13');
  return database.operation('QUERY', circumstances, async (context) => {
    const ids = await context.query<{ id: Parameters<typeof facts>[1][number]['id'] }>(
      'SELECT id FROM pledge ORDER BY id',
    );
    const days = [0, 90, 400].map((before) => addDays(day, -before));
    const asked = ids.flatMap(({ id }) => days.map((each) => ({ id, day: each })));
    const found = await facts(context, asked, context.now);
    const cases = found.flatMap((pledge, place) => {
      const each = asked[place];
      return pledge === undefined || each === undefined
        ? []
        : [{ facts: pledge.facts, asOf: dayNumber(each.day) }];
    });
    const factsOf = [];
    for (const pairs of PAIRS) {
      const times: number[] = [];
      for (let run = 0; run < runs * 5; run += 1) {
        const before = performance.now();
        const some = asked.slice((run * 7) % 50).slice(0, pairs);
        await facts(context, some, context.now);
        times.push((performance.now() - before) / some.length);
      }
      factsOf.push({ pairs, milliseconds: median(times) });
    }
    return { cases, factsOf };
  });
}

function vectors(): Case[] {
  const paths = vectorFiles.map((file) => resolve(import.meta.dirname, '../../..', file)).filter(existsSync);
  return paths.flatMap((path) =>
    (JSON.parse(readFileSync(path, 'utf8')) as unknown[]).flatMap((entry) => {
      const read = readEntry(entry);
      return 'entry' in read && read.entry.kind === 'PLEDGE' ? [read.entry] : [];
    }),
  );
}

function rate(round: () => void, size: number, seconds: number): number {
  round();
  const begun = performance.now();
  let done = 0;
  do {
    round();
    done += size;
  } while (performance.now() - begun < seconds * 1000);
  return done / ((performance.now() - begun) / 1000);
}

process.stdout.write(JSON.stringify(await measure(JSON.parse(process.argv[2] ?? '') as EvaluationOrder)));
