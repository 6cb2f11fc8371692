import { contentsOf } from '#test/support/contents.js';
import { change, changed, type Input } from '#test/support/changes.js';
import { Mutations } from '#test/support/mutations.js';
import { pledgeIn, plannedVisit } from '#test/support/recorded.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { Scenario } from '#test/support/scenario.js';

const REASON = '{ severity code params }';
const OUTCOME = `{ lifecycle level status reasons ${REASON} }`;
const COMPARED = `before ${OUTCOME} after ${OUTCOME} reasonsGone ${REASON} reasonsCome ${REASON}`;
const EFFECT = `{ pledgesConcerned
  pledges { id reference ${COMPARED} periodsSince periods { from until ${COMPARED} } }
  memberState { iso3 before { word flags } after { word flags } } }`;
const CORRECTION = `Correction { kind id replaced effect ${EFFECT} }`;

interface Outcome {
  readonly lifecycle: string;
  readonly level: string;
  readonly status: string;
  readonly reasons: readonly { readonly code: string }[];
}
interface Compared {
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  readonly reasonsGone: readonly { readonly code: string }[];
  readonly reasonsCome: readonly { readonly code: string }[];
}
interface Effect {
  readonly pledgesConcerned: number;
  readonly pledges: readonly (Compared & {
    readonly id: string;
    readonly reference: string;
    readonly periodsSince: string | null;
    readonly periods: readonly (Compared & { readonly from: string; readonly until: string | null })[];
  })[];
  readonly memberState: { readonly before: object; readonly after: object } | null;
}

describe('what a correction changes', () => {
  let registry: TestRegistry;
  let mutations: Mutations;
  let scenario: Scenario;
  beforeAll(async () => {
    registry = await startRegistry();
    mutations = await Mutations.of(registry);
    scenario = await new Scenario(mutations, 'RWA').all();
  }, 60_000);
  afterAll(() => registry.close());

  const input = (kind: string, fact: string, replacement?: Input): Input => ({
    ...{ kind, id: scenario.id(fact), reason: 'It was recorded wrongly' },
    expectedVersion: mutations.versionOf(scenario.id('infantry')),
    ...(replacement === undefined ? {} : { replacement }),
  });
  const paper = (validUntil: string, type = 'NOTE_VERBALE'): Input =>
    input('DOCUMENT', `document ${type}`, { document: { type, receivedOn: '2024-01-20', validUntil } });
  const effectOf = (answer: Record<string, unknown>) => answer['effect'] as Effect;
  const preview = async (asked: Input, as = STAFF) =>
    effectOf(await changed(registry, as, 'previewCorrection', asked, CORRECTION));

  it('is shown before it is made, and nothing remains of that, versions included', async () => {
    const before = await contentsOf(registry.ownerUrl);
    const effect = await preview(paper('2025-06-30'));
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
    const [pledge] = effect.pledges;
    expect(effect.pledgesConcerned).toBe(1);
    expect(pledge?.id).toBe(scenario.id('infantry'));
    const expired = {
      severity: 'GAP',
      code: 'DOC_EXPIRED',
      params: { doc: 'NOTE_VERBALE', validUntil: '2025-06-30' },
    };
    expect(pledge?.reasonsCome).toContainEqual(expired);
    expect(pledge?.after?.reasons).toContainEqual(expired);
    expect(pledge?.before?.reasons).not.toContainEqual(expired);
    expect(pledge?.periods[0]).toMatchObject({ from: '2025-07-01' });
    // It was to expire later: from then on the reason names another day.
    expect(pledge?.periods.map(({ from }) => from)).toContain('2027-01-21');
    expect(pledge?.periods.at(-1)?.until).toBeNull();
  });

  it('is what it then does, and what the questions then answer', async () => {
    const shown = await preview(paper('2025-06-30'));
    const days = ['2025-06-30', '2025-07-01', '2025-10-13', '2027-01-20', '2027-01-21'];
    const before = await Promise.all(days.map(statusOn));
    const made = await changed(registry, STAFF, 'correct', paper('2025-06-30'), CORRECTION);
    mutations.raised(scenario.id('infantry'));
    expect(effectOf(made)).toEqual(shown);
    const after = await Promise.all(days.map(statusOn));
    const periods = shown.pledges[0]?.periods ?? [];
    for (const [place, day] of days.entries()) {
      const period = periods.find(({ from, until }) => from <= day && (until === null || day <= until));
      expect([day, before[place]]).toEqual([day, period?.before ?? after[place]]);
      expect([day, after[place]]).toEqual([day, period?.after ?? before[place]]);
    }
    const today = shown.pledges[0];
    expect([today?.before, today?.after]).toEqual([before[2], after[2]]);
  });

  async function statusOn(asOf: string): Promise<Outcome> {
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${scenario.id('infantry')}", asOf: "${asOf}") {
        lifecycle status { level status reasons ${REASON} } } }`,
    );
    const { lifecycle, status } = body.data?.['pledge'] as {
      lifecycle: string;
      status: Omit<Outcome, 'lifecycle'>;
    };
    return { lifecycle, ...status };
  }

  it('meets the refusals of the correction itself', async () => {
    for (const wrong of [
      { ...paper('2024-01-19') },
      { ...paper('2025-12-31'), expectedVersion: 999 },
      input('FINDING', 'finding'),
    ]) {
      const shown = await change(registry, STAFF, 'previewCorrection', wrong);
      expect(shown).toHaveProperty('code');
      expect(shown).toEqual(await change(registry, STAFF, 'correct', wrong));
    }
  });

  it('concerns every pledge that a visit covers, and every pledge of a barred Member State', async () => {
    const visit = await heldVisit();
    const versionOfVisit = mutations.versionOf(scenario.id('aav'));
    const moved = await preview({
      ...input('VISIT_HOLDING', 'infantry', {
        visitHolding: { heldFrom: '2024-06-03', heldUntil: '2024-06-10', team: ['Team leader'] },
      }),
      ...{ id: visit, expectedVersion: versionOfVisit },
    });
    expect(moved.pledges.map(({ reference }) => reference)).toEqual(['FPU RWA', 'HOSP RWA', 'INF RWA']);
    expect(moved.pledges.flatMap(({ periods }) => periods).length).toBeGreaterThan(0);

    const lifted = await preview({
      ...input('BAR', 'state bar', {
        bar: {
          decision: 'S-1 RWA',
          decidedOn: '2025-01-10',
          fromOn: '2025-10-01',
          untilOn: '2026-01-31',
          reason: 'Earlier',
        },
      }),
      expectedVersion: null,
    });
    expect(lifted.pledgesConcerned).toBe(5);
    expect(lifted.memberState).toMatchObject({ iso3: 'RWA', after: { word: 'RESTRICTED' } });
    expect(lifted.memberState?.before).not.toMatchObject({ word: 'RESTRICTED' });
    const police = lifted.pledges.find(({ id }) => id === scenario.id('police'));
    expect(police?.periods).toMatchObject([{ from: '2025-10-01', until: '2025-10-31' }]);
  });

  async function heldVisit(): Promise<string> {
    const timeline = `timeline(first: 200) { nodes { kind id content { name value } } }`;
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${scenario.id('hospital')}") { ${timeline} } }`,
    );
    type Node = { kind: string; id: string; content: { name: string; value: string }[] };
    const { nodes } = (body.data?.['pledge'] as { timeline: { nodes: Node[] } }).timeline;
    const holding = nodes.find(
      ({ kind, content }) =>
        kind === 'VISIT_HOLDING' && content.some(({ value }) => value === scenario.id('aav')),
    );
    return holding?.id ?? '';
  }

  it('is shown to a Member State of its own records, to an evaluator without the Member State', async () => {
    const lapsed = paper('2025-08-31', 'MAJOR_EQUIPMENT_LIST');
    const effect = await preview(lapsed, memberState('RWA'));
    expect(effect.memberState).toMatchObject({ iso3: 'RWA' });
    expect(effect.pledges[0]?.periods.length).toBeGreaterThan(0);
    const foreign = await change(registry, memberState('GHA'), 'previewCorrection', lapsed);
    expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
    const judged = { ...EVALUATOR, subject: 'evaluator-RWA' };
    const outcome = {
      ...input('VISIT_OUTCOME', 'outcome', { visitOutcome: { outcome: 'UNSATISFACTORY' } }),
    };
    const seen = await preview(outcome, judged);
    expect(seen.memberState).toBeNull();
    expect(seen.pledges[0]?.reasonsCome).toMatchObject([{ code: 'AAV_UNSATISFACTORY' }]);
  });

  it('concerns both pledges where a visit was to look at the other', async () => {
    const [one, other] = [await pledgeIn(registry, 'REGISTERED'), await pledgeIn(registry, 'REGISTERED')];
    await plannedVisit(registry, 'AAV', [one.id]);
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${one.id}") { timeline(first: 200) { nodes { kind id } } } }`,
    );
    const { timeline } = body.data?.['pledge'] as { timeline: { nodes: { kind: string; id: string }[] } };
    const effect = await preview({
      ...{ kind: 'VISIT_COVERAGE', id: timeline.nodes.find(({ kind }) => kind === 'VISIT_COVERAGE')?.id },
      ...{ reason: 'It was the other unit', expectedVersion: one.version },
      replacement: { visitCoverage: { pledgeId: other.id } },
    });
    expect(effect.pledgesConcerned).toBe(2);
    expect(effect.pledges.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
  });
});
