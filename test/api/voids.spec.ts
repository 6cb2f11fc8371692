import { ASSESSED_COMPONENTS } from '#reference/data/components.js';
import { everythingOf, rootField } from '#test/support/documents.js';
import { KINDS, replacementField } from '#status/kinds.js';
import { allIds, type KnownId } from '#test/support/all-ids.js';
import { contentOf } from '#test/support/content-of-kind.js';
import { Mutations, type Input } from '#test/support/mutations.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { Scenario } from '#test/support/scenario.js';

/** Which fact of a kind is recorded anew, and what it then says otherwise than the kind's sample. */
interface Replacement {
  /** The name under which the scenario keeps it; `#2` the second of its kind; `last`, `last of police`. */
  readonly fact: string;
  readonly says: Input;
}

const REPLACEMENTS: Readonly<Record<string, Replacement>> = {
  LIFECYCLE_STEP: { fact: 'last of infantry', says: { occurredOn: '2024-02-05' } },
  PLEDGE_DESCRIPTION: { fact: 'description', says: { deployableWithinDays: 30 } },
  CONFIRMATION: { fact: 'last of infantry', says: { confirmedOn: '2025-09-15' } },
  DOCUMENT: { fact: 'document NOTE_VERBALE', says: { validUntil: '2026-06-30' } },
  MEASUREMENT: {
    fact: 'measurement',
    says: {
      equipmentLines: [
        { item: 'AMBULANCE', agreed: 4, present: 1, serviceable: 1 },
        { item: 'ARMOURED_PERSONNEL_CARRIER', agreed: 40, present: 38, serviceable: 36 },
      ],
    },
  },
  CAVEAT: { fact: 'caveat', says: { kind: 'UNDECLARED', resolveBy: '2025-11-30' } },
  CAVEAT_SETTLEMENT: { fact: 'settlement', says: { resolvedOn: '2024-12-01' } },
  BAR: { fact: 'bar', says: { untilOn: '2025-11-30' } },
  RDL_AGREEMENT: { fact: 'agreement', says: { commitmentDays: 90 } },
  HUMAN_RIGHTS_SCREENING: { fact: 'screening', says: { result: 'REFUSED' } },
  DEPLOYMENT_PLAN: { fact: 'deployment plan', says: { deploymentOn: '2026-08-01' } },
  UNIT_CERTIFICATE: { fact: 'certificate', says: { receivedOn: '2024-06-20' } },
  REQUIREMENT_ALIGNMENT: { fact: 'alignment', says: { strength: 850 } },
  REQUIREMENT_REVIEW: { fact: 'review', says: { conclusion: 'NO_CHANGE' } },
  LEVEL_DECISION: { fact: 'decision', says: { level: 'LEVEL_2' } },
  VISIT_PLAN: { fact: 'last of next visit', says: { plannedUntil: '2024-06-09' } },
  VISIT_COVERAGE: { fact: 'last', says: { pledgeId: '@infantry' } },
  ASSIGNMENT: { fact: 'assignment', says: { subject: 'another evaluator' } },
  VISIT_HOLDING: { fact: 'last of verification', says: { heldUntil: '2024-06-06' } },
  VISIT_CANCELLATION: { fact: 'last', says: { reason: 'The unit is at sea' } },
  COMPONENT_RESULTS: {
    fact: 'component results',
    says: {
      components: ASSESSED_COMPONENTS.FPU_ASSESSMENT.map(({ code }) => ({ component: code, result: 'PASS' })),
    },
  },
  VISIT_OUTCOME: { fact: 'outcome', says: { outcome: 'UNSATISFACTORY' } },
  FINDING: { fact: 'open finding', says: { dueOn: '2025-09-30' } },
  FINDING_ANSWER: { fact: 'finding answer', says: { answer: 'One is bought' } },
  FINDING_CLOSURE: { fact: 'finding closure', says: { closedOn: '2024-09-01' } },
  RECOMMENDATION: { fact: 'open recommendation', says: { dueOn: '2025-01-31' } },
  RECOMMENDATION_ANSWER: { fact: 'recommendation answer', says: { answeredOn: '2024-08-01' } },
  HOSPITAL_DEFICIENCY: { fact: 'open deficiency', says: { severity: 'MINOR' } },
  HOSPITAL_DEFICIENCY_CLOSURE: { fact: 'deficiency closure', says: { closedOn: '2024-09-01' } },
  EVALUATION: { fact: 'evaluation', says: { verdict: 'UNSATISFACTORY' } },
  IMPROVEMENT_PLAN_TERMS: { fact: '#2', says: { dueOn: '2025-12-31' } },
  PLAN_ACTION: { fact: 'plan action', says: { owner: 'SECRETARIAT' } },
  PLAN_ACTION_EXTENSION: { fact: 'last', says: { dueOn: '2025-09-15' } },
  PLAN_ACTION_PROGRESS: { fact: 'plan progress', says: { state: 'IN_PROGRESS' } },
  PLAN_OUTCOME: { fact: 'last', says: { outcome: 'NOT_ACHIEVED' } },
};

const LATE_VISITS = ['inspection', 'cancelled visit'];

/** A correction raises the version, and the moment asked of is the answer's own; neither is what is asked here. */
const OF_THE_MOMENT = ['version', 'knownOn'];

describe('a corrected fact', () => {
  let registry: TestRegistry;
  let mutations: Mutations;
  let scenario: Scenario;
  let facts: KnownId[];

  beforeAll(async () => {
    registry = await startRegistry();
    mutations = await Mutations.of(registry);
    scenario = await new Scenario(mutations, 'RWA').all();
    const pledgeId = scenario.id('infantry');
    await mutations.do('confirmPledge', { pledgeId, confirmedOn: '2025-09-01' });
    const days = { decidedOn: '2025-10-01', plannedFrom: '2025-12-01', plannedUntil: '2025-12-02' };
    const pledgeIds = [scenario.id('hospital')];
    await mutations.do('planVisit', { memberState: 'RWA', kind: 'PRE_DEPLOYMENT', ...days, pledgeIds });
    facts = await factsOf(registry);
  }, 120_000);
  afterAll(() => registry.close());

  const kindOf = ({ table }: KnownId): string => table.toUpperCase();
  const pass = (minutes: number) => {
    registry.clock.moveTo(new Date(registry.clock.now().getTime() + minutes * 60_000));
  };

  /** All questions about the Member State, its pledges, its visits and their evaluations. */
  function questions(without: readonly string[]): string {
    const ask = (alias: string, name: string, ...args: string[]) => {
      const given = [...args, 'knownOn: $knownOn'].join(', ');
      return `${alias}: ${name}(${given}) ${everythingOf(rootField(mutations.schema, name).type, { without })}`;
    };
    const named = (name: string, ...names: string[]) =>
      names.map((each, index) => ask(`${name}${index}`, name, `id: "${scenario.id(each)}"`));
    return `query ($knownOn: DateTime) { ${[
      ask('memberState', 'memberState', 'iso3: "RWA"'),
      ...['board', 'pledges', 'visits', 'evaluations', 'followUps', 'hospitalComparison'].map((name) =>
        ask(name, name),
      ),
      ...named('pledge', 'infantry', 'hospital', 'police', 'team', 'engineers'),
      ...named('visit', 'aav', 'next visit', 'hospital visit', 'verification', 'assessment', ...LATE_VISITS),
      ...named('evaluation', 'evaluation', 'earlier evaluation'),
    ].join('\n')} }`;
  }

  /** Their answers. One document for all instants, so that the server reads it once. */
  async function answers(knownOn: Date | null, without: readonly string[] = []): Promise<string> {
    const { text, body } = await registry.ask(STAFF, questions(without), { knownOn });
    if (body.errors !== undefined) throw new Error(text);
    return text;
  }

  /** Corrects a fact. @returns the rule that refuses it, or null */
  async function correct(fact: KnownId, replacement?: Input): Promise<string | null> {
    const kind = kindOf(fact);
    const { problem } = await mutations.try('correct', {
      ...{ kind, id: fact.id, reason: 'It was recorded wrongly' },
      ...(fact.owner === null ? {} : { expectedVersion: mutations.versionOf(fact.owner) }),
      ...(replacement === undefined ? {} : { replacement: { [replacementField(kind)]: replacement } }),
    });
    if (problem === null && fact.owner !== null) mutations.raised(fact.owner);
    shown = null;
    return problem && `${problem.code} ${problem.field}`;
  }

  /** The answers of today, asked for once until somebody corrects, or tries to. */
  let shown: string | null = null;
  const today = async () => (shown ??= await answers(null, [...OF_THE_MOMENT, 'timeline']));

  /**
   * Corrects a fact, and holds the answers against those before: as known then they are the same byte for byte.
   * @returns the rule that refuses it, and whether the answers of today are others, leaving aside the timeline
   */
  async function corrected(fact: KnownId, replacement?: Input) {
    pass(1);
    const knownOn = registry.clock.now();
    pass(1);
    const [then, now] = [await answers(knownOn), await today()];
    const refusal = await correct(fact, replacement);
    pass(1);
    expect((await answers(knownOn)) === then).toBe(true);
    return { refusal, changed: (await today()) !== now };
  }

  function factOf(kind: string, fact: string): KnownId {
    const ofKind = facts.filter((each) => kindOf(each) === kind);
    const number = /^#(\d+)$/.exec(fact)?.[1];
    const owner = /^last of (.+)$/.exec(fact)?.[1];
    const found =
      number !== undefined
        ? ofKind[Number(number) - 1]
        : owner !== undefined
          ? ofKind.findLast((each) => each.owner === scenario.id(owner))
          : fact === 'last'
            ? ofKind.at(-1)
            : ofKind.find(({ id }) => id === scenario.id(fact));
    if (found === undefined) throw new Error(`there is no ${kind} ${fact}`);
    return found;
  }

  it('is looked for in answers with reasons, the records that they rest on, and timelines', async () => {
    const text = await answers(null);
    for (const name of [
      'reasons',
      'records',
      'ladder',
      'timeline',
      'documents',
      'followUps',
      'findings',
      'actions',
    ]) {
      expect(text).toContain(`"${name}":`);
    }
    expect(text).not.toContain('"hasNextPage":true');
  });

  it('is tried of every kind', () => {
    expect(Object.keys(REPLACEMENTS).sort()).toEqual(KINDS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(REPLACEMENTS))(
    '%s, recorded anew, changes the answer of today, and none as known before',
    async (kind, { fact, says }) => {
      const sample = contentOf(scenario, kind);
      // Its short name stays its own.
      const content = 'reference' in sample ? { ...sample, reference: null } : sample;
      const replacement = { ...content, ...(scenario.resolve(says) as Input) };
      expect(await corrected(factOf(kind, fact), replacement)).toEqual({ refusal: null, changed: true });
    },
  );

  it('of every kind, voided alone, changes the answer of today, and none as known before', async () => {
    const shown = new Set<string>();
    const gone = ['confirmation', 'step rejection'].map((name) => scenario.id(name));
    let waiting = (await factsOf(registry)).filter(({ id }) => !gone.includes(id)).reverse();
    for (let before = -1; before !== waiting.length;) {
      before = waiting.length;
      const resting: KnownId[] = [];
      for (const fact of waiting) {
        const kind = kindOf(fact);
        const known = shown.has(kind);
        const { refusal, changed } = known
          ? { refusal: await correct(fact), changed: null }
          : await corrected(fact);
        if (refusal === null && changed) shown.add(kind);
        if (refusal === null) continue;
        // What others rest on waits until they are gone.
        expect({ refusal, changed: changed ?? false }).toEqual({ refusal: 'RESTED_ON id', changed: false });
        resting.push(fact);
      }
      waiting = resting;
    }
    expect([...shown].sort()).toEqual(KINDS.map(({ name }) => name).sort());
    // The first step and the last description of each pledge, without which there would be no pledge.
    const kept = Array.from({ length: 5 }, () => ['PLEDGE_DESCRIPTION', 'LIFECYCLE_STEP']);
    expect(waiting.map(kindOf)).toEqual(kept.flat());
  }, 300_000);
});

/** The facts of the registry by their names, in the order in which they were first recorded. */
async function factsOf({ ownerUrl }: TestRegistry): Promise<KnownId[]> {
  const { ids } = await allIds(ownerUrl);
  return ids
    .filter(({ table, isName }) => isName && KINDS.some(({ name }) => name === table.toUpperCase()))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
