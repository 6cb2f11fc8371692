import { SeededRandom } from '#cli/demonstration/random.js';
import { allIds, type KnownId } from '#test/support/all-ids.js';
import { createDatabase } from '#test/support/database.js';
import { Corrector, type Effect } from '#test/support/corrector.js';
import { fillWithDemonstration } from '#test/support/demonstration.js';
import {
  demonstrationFacts,
  someOfEachFirst,
  type DemonstrationFact,
} from '#test/support/demonstration-facts.js';
import { Mutations, type Input } from '#test/support/mutations.js';
import { OperationLog, partsOf } from '#test/support/operation-log.js';
import { serveRegistry, type TestRegistry } from '#test/support/registry.js';
import { SAID_OTHERWISE } from '#test/support/said-otherwise.js';
import { WholeState, withoutTrace, type Answers, type Asked } from '#test/support/whole-state.js';

/** How many facts are corrected, how many of each kind first; and how many others are voided without a replacement. */
const CORRECTED = 200;
const OF_EACH = 5;
const VOIDED = 20;
const SEED = 2_719;
/** After everything that the demonstration records, and before the corrections. */
const BEFORE = new Date('2025-10-13T20:00:00Z');
const AFTER = new Date('2025-10-13T21:00:00Z');
const TODAY = '2025-10-13';
/** Every list is asked on all of these days, every single thing on the first two. */
const DAYS = [TODAY, '2024-11-30', '2023-12-01', '2026-05-15'];
const LISTS = ['board', 'pledges', 'visits', 'evaluations', 'follow-ups'];
/** Of these somebody made use later: the next step is taken from the one before, an evaluator acts where assigned. */
const USED = ['LIFECYCLE_STEP', 'IMPROVEMENT_PLAN_TERMS', 'VISIT_PLAN', 'ASSIGNMENT'];

describe('a registry in which facts were corrected', () => {
  const random = new SeededRandom(SEED);
  /** What the other registry records instead: an input by the place of its operation, or nothing. */
  const inputs = new Map<number, Input>();
  const undone = new Set<number>();
  const kinds = new Set<string>();
  const corrected: { readonly kind: string; readonly effect: Effect }[] = [];
  let one: TestRegistry;
  let other: TestRegistry;
  let mutations: Mutations;
  let ids: KnownId[];
  let asKnownBefore: Answers;

  beforeAll(async () => {
    const log = await OperationLog.open();
    one = await registryOf(log);
    one.clock.moveTo(BEFORE);
    mutations = await Mutations.of(one);
    ({ ids } = await allIds(one.ownerUrl));
    asKnownBefore = await everything(one, { asOf: TODAY, knownOn: BEFORE.toISOString() });
    one.clock.moveTo(AFTER);
    const facts = random.shuffled(await demonstrationFacts(one.ownerUrl, log.performed));
    // A coverage says nothing but which pledge; whatever else the demonstration holds is corrected.
    for (const { part } of facts) if (part.content !== null) kinds.add(part.kind);
    await correctSome(someOfEachFirst(facts, OF_EACH));
    other = await registryOf(await OperationLog.open({ inputs, undone }));
    other.clock.moveTo(AFTER);
  }, 600_000);
  afterAll(() => Promise.all([one.close(), other.close()]));

  async function registryOf(log: OperationLog): Promise<TestRegistry> {
    const database = await createDatabase();
    await fillWithDemonstration(database.appUrl, undefined, log);
    return serveRegistry(database, TODAY);
  }

  async function correctSome(facts: readonly DemonstrationFact[]): Promise<void> {
    const corrector = await Corrector.of(mutations);
    for (const fact of facts) {
      const { part, place } = fact;
      const said = otherwise(fact);
      if (said === null || inputs.has(place) || corrected.length === CORRECTED) continue;
      const content = corrector.contentOf(part.kind, { ...part.content, ...said });
      const effect = await corrector.correct(fact, content);
      if (effect === null) continue;
      corrected.push({ kind: part.kind, effect });
      inputs.set(place, part.saying(content));
    }
    for (const fact of facts.toReversed()) {
      const { operation, part, place } = fact;
      const alone = partsOf(operation).length === 1 && !USED.includes(part.kind) && !inputs.has(place);
      if (alone && undone.size < VOIDED && (await corrector.correct(fact, null)) !== null) undone.add(place);
    }
  }

  /** What a correction may say otherwise; null where there is nothing. */
  function otherwise({ part: { kind, content }, operation }: DemonstrationFact): Input | null {
    const ways = SAID_OTHERWISE[kind] ?? [];
    const said = content && ways[random.upTo(ways.length - 1)]?.(random, content, operation.today);
    return said && Object.keys(said).length > 0 ? said : null;
  }

  async function everything(registry: TestRegistry, asked: Asked): Promise<Answers> {
    const state = new WholeState(registry, mutations.schema);
    const answers: Answers[] = [];
    for (const name of LISTS) answers.push(await state.list(name, asked));
    const states = [...new Set(ids.map(({ memberState }) => memberState))].sort();
    answers.push(await state.each('member-state', 'iso3', states, asked));
    for (const name of DAYS.indexOf(asked.asOf) < 2 ? ['pledge', 'visit', 'evaluation'] : []) {
      const named = ids.filter(({ table, isName }) => table === name && isName).map(({ id }) => id);
      answers.push(await state.each(name, 'id', named, asked));
    }
    return new Map(answers.flatMap((each) => [...each]));
  }

  it('had 200 of them corrected, of every kind, and many that count', () => {
    expect(corrected).toHaveLength(CORRECTED);
    expect(undone.size).toBe(VOIDED);
    expect([...new Set(corrected.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
    const periods = corrected.map(({ effect }) => effect.pledges.flatMap((pledge) => pledge.periods));
    const changing = periods.filter((each) =>
      each.some(({ before, after }) => before?.status !== after?.status),
    );
    expect(periods.filter((each) => each.length > 0).length).toBeGreaterThan(CORRECTED / 4);
    expect(changing.length).toBeGreaterThan(CORRECTED / 8);
  });

  it.each(DAYS)(
    'answers every question of %s as if they had been recorded so, but for the trace',
    async (asOf) => {
      const [mine, theirs] = await Promise.all([everything(one, { asOf }), everything(other, { asOf })]);
      expect([...mine.keys()]).toEqual([...theirs.keys()]);
      for (const [question, answer] of mine) {
        expect([question, withoutTrace(answer)]).toEqual([
          question,
          withoutTrace(theirs.get(question) ?? ''),
        ]);
      }
    },
  );

  it('answers as known before byte for byte as before', async () => {
    const now = await everything(one, { asOf: TODAY, knownOn: BEFORE.toISOString() });
    expect([...now].filter(([question, answer]) => asKnownBefore.get(question) !== answer)).toEqual([]);
  });
});
