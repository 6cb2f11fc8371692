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
import { serveRegistry, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { SAID_OTHERWISE } from '#test/support/said-otherwise.js';
import { byHand } from '#test/support/thoroughness.js';
import { ToldOtherwise } from '#test/support/told-otherwise.js';
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
/** Lists and Member States are asked on all of these days, every pledge in full on the first. */
const DAYS = [TODAY, ...byHand(['2024-11-30', '2023-12-01', '2026-05-15'], ['2024-11-30'], [])];
/** How many visits and evaluations are asked for by themselves. */
const SOME = 40;
const LISTS = ['board', 'pledges', 'visits', 'evaluations', 'follow-ups'];
/** Each is all that its operation records, and nobody made use of it later, unless something rests on it. */
const VOIDABLE = [
  ...[
    'DOCUMENT',
    'MEASUREMENT',
    'CAVEAT',
    'CAVEAT_SETTLEMENT',
    'BAR',
    'RDL_AGREEMENT',
    'HUMAN_RIGHTS_SCREENING',
  ],
  ...['DEPLOYMENT_PLAN', 'LEVEL_DECISION', 'VISIT_OUTCOME', 'FINDING', 'FINDING_ANSWER', 'FINDING_CLOSURE'],
  ...['RECOMMENDATION', 'RECOMMENDATION_ANSWER', 'HOSPITAL_DEFICIENCY', 'EVALUATION', 'PLAN_OUTCOME'],
];
/** A coverage says nothing but which pledge, and the first step has the day of the description. */
const isSaid = ({ kind, content }: DemonstrationFact): boolean =>
  kind !== 'VISIT_COVERAGE' && content['state'] !== 'DRAFT';

describe('a registry in which facts were corrected', () => {
  const random = new SeededRandom(SEED);
  /** What the other registry records of a fact, by id; null where it never does. */
  const contents = new Map<string, Input | null>();
  const corrected: { readonly kind: string; readonly effect: Effect }[] = [];
  let one: TestRegistry;
  let other: TestRegistry;
  let mutations: Mutations;
  let ids: KnownId[];
  let facts: DemonstrationFact[];
  let left: number;
  let asKnownBefore: Answers;

  beforeAll(async () => {
    one = await startRegistry(TODAY, 'DEMONSTRATION');
    one.clock.moveTo(BEFORE);
    mutations = await Mutations.of(one);
    ({ ids } = await allIds(one.ownerUrl));
    facts = await demonstrationFacts(one.ownerUrl);
    asKnownBefore = await everything(one, { asOf: TODAY, knownOn: BEFORE.toISOString() });
    one.clock.moveTo(AFTER);
    await correctSome();
    const database = await createDatabase();
    const told = await ToldOtherwise.open(facts, contents);
    await fillWithDemonstration(database.appUrl, undefined, told);
    ({ left } = told);
    other = await serveRegistry(database, TODAY);
    other.clock.moveTo(AFTER);
  }, 600_000);
  afterAll(() => Promise.all([one.close(), other.close()]));

  async function correctSome(): Promise<void> {
    const corrector = await Corrector.of(mutations);
    const chosen = random.shuffled(facts.filter(({ once }) => once));
    for (const fact of someOfEachFirst(chosen.filter(isSaid), OF_EACH)) {
      const said = otherwise(fact);
      if (said === null || corrected.length === CORRECTED) continue;
      const content = corrector.contentOf(fact.kind, { ...fact.content, ...said });
      const effect = await corrector.correct(fact, content);
      if (effect === null) continue;
      corrected.push({ kind: fact.kind, effect });
      contents.set(fact.id, content);
    }
    let voided = 0;
    for (const fact of chosen.toReversed()) {
      if (voided === VOIDED || contents.has(fact.id) || !VOIDABLE.includes(fact.kind)) continue;
      if ((await corrector.correct(fact, null)) === null) continue;
      voided += 1;
      contents.set(fact.id, null);
    }
  }

  /** What a correction may say otherwise; null where there is nothing. */
  function otherwise({ kind, content, recordedOn }: DemonstrationFact): Input | null {
    const ways = SAID_OTHERWISE[kind] ?? [];
    const said = ways[random.upTo(ways.length - 1)]?.(random, content, recordedOn);
    return said && Object.keys(said).length > 0 ? said : null;
  }

  async function everything(registry: TestRegistry, asked: Asked): Promise<Answers> {
    const state = new WholeState(registry, mutations.schema);
    const answers: Answers[] = [];
    for (const name of LISTS) answers.push(await state.list(name, asked));
    const states = [...new Set(ids.map(({ memberState }) => memberState))].sort();
    answers.push(await state.each('member-state', 'iso3', states, asked));
    if (asked.asOf === TODAY) {
      const named = (table: string) =>
        ids.filter((each) => each.table === table && each.isName).map(({ id }) => id);
      answers.push(await state.each('pledge', 'id', named('pledge'), asked));
      // The lists say all of these already.
      answers.push(await state.each('visit', 'id', named('visit').slice(0, SOME), asked));
      answers.push(await state.each('evaluation', 'id', named('evaluation').slice(0, SOME), asked));
    }
    return new Map(answers.flatMap((each) => [...each]));
  }

  it('had 200 of them corrected, of every kind, and many that count', () => {
    expect(corrected).toHaveLength(CORRECTED);
    expect([...contents.values()].filter((content) => content === null)).toHaveLength(VOIDED);
    const kinds = new Set(facts.filter((fact) => fact.once && isSaid(fact)).map(({ kind }) => kind));
    expect([...new Set(corrected.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
    expect(left).toBe(0);
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
        const [here, there] = [answer, theirs.get(question) ?? 'null'].map(withoutTrace);
        // Held against each other as texts first, as that takes a fraction of the time.
        if (JSON.stringify(here) !== JSON.stringify(there))
          expect([question, here]).toEqual([question, there]);
      }
    },
  );

  it('answers as known before byte for byte as before', async () => {
    const now = await everything(one, { asOf: TODAY, knownOn: BEFORE.toISOString() });
    expect([...now].filter(([question, answer]) => asKnownBefore.get(question) !== answer)).toEqual([]);
  });
});
