import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Day } from '#readiness/day.js';
import type { Facts } from '#readiness/facts.js';
import { readEntry } from '#readiness/read.js';
import { REASON_CODES } from '#readiness/reasons.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import { inHands } from '#test/support/in-hands.js';
import { Mutations, Refused } from '#test/support/mutations.js';
import { brokenBy, recordFacts } from '#test/support/record-facts.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { describeShared } from '#test/support/shared.js';
import { byHand } from '#test/support/thoroughness.js';

interface Vector {
  readonly name: string;
  readonly asOf: string;
  readonly expect: { readonly reasons: readonly { readonly code: string }[] };
}

interface Case extends Vector {
  readonly day: Day;
  readonly facts: Facts;
}

const STATUS = `query ($id: ID!) { pledge(id: $id) { status {
  level status reasons { severity code params } nextChangeOn } } }`;

const read = (vector: Vector): Case => {
  const result = readEntry(vector);
  if (!('entry' in result) || result.entry.kind !== 'PLEDGE') throw new Error(`${vector.name} is no pledge`);
  return { ...vector, day: result.entry.asOf, facts: result.entry.facts };
};

const readAll = (file: string): Case[] => (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).map(read);

const own = readAll(resolve(import.meta.dirname, '../../..', 'test/fixtures/vectors.json'));

const admittedOf = (cases: readonly Case[]) =>
  cases.filter(({ facts, day }) => brokenBy(facts, day).length === 0);

describe("the project's own vectors, recorded by mutations", () => {
  answerAsExpected(own);
});

describeShared('the vectors of the rules, recorded by mutations', ['vectors/readiness.json'], (path) => {
  const cases = readAll(path('vectors/readiness.json'));

  it('are at least 150, with our own every reason code among them', () => {
    const admitted = admittedOf(cases);
    const reasons = [...admitted, ...own].flatMap(({ expect: expected }) => expected.reasons);
    expect(admitted.length).toBeGreaterThanOrEqual(150);
    expect([...new Set(reasons.map(({ code }) => code))].sort()).toEqual([...REASON_CODES].sort());
  });

  // Of another server as well, some of them.
  answerAsExpected(cases.filter((_case, place) => place % byHand(1, 1, 4) === 0));
});

/** One test a vector: it comes back as expected, or one of the rules that it breaks refuses it. */
function answerAsExpected(cases: readonly Case[]): void {
  const outcomes = new Map<string, object | string>();
  let registry: TestRegistry;

  beforeAll(async () => {
    const days = [...new Set(cases.map(({ asOf }) => asOf))].sort();
    registry = await startRegistry(days[0]);
    const mutations = await Mutations.of(registry);
    for (const day of days) {
      registry.clock.moveTo(new Date(`${day}T12:00:00Z`));
      await inHands(
        [...cases.entries()].filter(([, { asOf }]) => asOf === day),
        async ([place, each]) => {
          outcomes.set(each.name, await recorded(mutations, each, place));
        },
      );
    }
  }, 300_000);
  afterAll(() => registry.close());

  /** The status that the registry gives, or the refusal at which recording ended. */
  async function recorded(mutations: Mutations, { facts, day }: Case, place: number) {
    const memberState = MEMBER_STATES[place % MEMBER_STATES.length]?.iso3 ?? '';
    try {
      const id = await recordFacts(mutations, facts, day, { memberState, reference: `P-${place}` });
      const { body, text } = await registry.ask(STAFF, STATUS, { id });
      const pledge = body.data?.['pledge'] as { status: object } | null | undefined;
      return pledge?.status ?? text;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, field } = error.problem;
      return `${code} ${error.mutation} ${field}`;
    }
  }

  it.each(admittedOf(cases).map(({ name, asOf, expect: expected }) => [name, asOf, expected] as const))(
    '%s, recorded on %s, has its level, status, reasons and next change',
    (name, _asOf, expected) => {
      expect(outcomes.get(name)).toEqual(expected);
    },
  );

  const leftOut = cases.flatMap(({ name, asOf, facts, day }) => {
    const rules = brokenBy(facts, day);
    return rules.length === 0 ? [] : [[name, asOf, rules.map(({ why }) => why).join('; '), rules] as const];
  });
  // Jest refuses an empty table.
  if (leftOut.length > 0) {
    it.each(leftOut)('%s, on %s, is left out: %s', (name, _asOf, _why, rules) => {
      expect(rules.map(({ refusal }) => refusal)).toContain(outcomes.get(name));
    });
  }
}
