import { change, changed, type Input } from '#test/support/changes.js';
import { contentsOf } from '#test/support/contents.js';
import { draftedPledge } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { offerAll, requirement } from '#test/support/requirements.js';

const THING = `LifecycleCorrection { id steps { id state occurredOn mission note }
  effect { pledges { before { lifecycle status } after { lifecycle status }
    periods { from until before { lifecycle } after { lifecycle } } } } }`;

interface Step {
  readonly id: string;
  readonly state: string;
  readonly occurredOn: string;
}
interface Correction {
  readonly steps: readonly Step[];
  readonly effect: {
    readonly pledges: readonly [
      { readonly before: object; readonly after: object; readonly periods: object[] },
    ];
  };
}

type Told = readonly [state: string, occurredOn: string, more?: Input];

describe('a history put right', () => {
  let registry: TestRegistry;
  let number = 0;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  const taken = (states: readonly Told[]): Input[] =>
    states.map(([state, occurredOn, more]) => ({ state, occurredOn, ...more }));

  /** A pledge drafted on 2024-01-10, and what it became since. */
  async function pledgeWith(...states: readonly Told[]): Promise<{ id: string; version: number }> {
    number += 1;
    const id = await draftedPledge(registry, 'RWA', `RWA-${number}`);
    const added = {
      pledgeId: id,
      expectedVersion: 1,
      reason: 'From the paper files',
      addSteps: taken(states),
    };
    await changed(registry, STAFF, 'correctLifecycle', added, THING);
    return { id, version: 2 };
  }

  /** By state, the latest of each. */
  async function stepsOf(id: string): Promise<Record<string, string>> {
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${id}") { timeline(first: 200) { nodes { kind id voided { at } content { name value } } } } }`,
    );
    type Node = {
      kind: string;
      id: string;
      voided: object | null;
      content: { name: string; value: string }[];
    };
    const { nodes } = (body.data?.['pledge'] as { timeline: { nodes: Node[] } }).timeline;
    return Object.fromEntries(
      nodes
        .filter(({ kind, voided }) => kind === 'LIFECYCLE_STEP' && voided === null)
        .reverse()
        .map(({ id: step, content }) => [content.find(({ name }) => name === 'state')?.value, step]),
    );
  }

  const put = (pledge: { id: string; version: number }, more: Input): Input => ({
    ...{ pledgeId: pledge.id, expectedVersion: pledge.version, reason: 'It was another unit' },
    ...more,
  });
  const correct = async (pledge: { id: string; version: number }, more: Input) => {
    const answer = await changed(registry, STAFF, 'correctLifecycle', put(pledge, more), THING);
    pledge.version += 1;
    return answer as unknown as Correction;
  };
  const states = ({ steps }: Correction) => steps.map(({ state, occurredOn }) => `${occurredOn} ${state}`);

  const REGISTERED: readonly Told[] = [
    ['SUBMITTED', '2024-01-20'],
    ['REGISTERED', '2024-02-01'],
  ];

  it('loses a selection and its return, both recorded in error', async () => {
    const pledge = await pledgeWith(
      ...REGISTERED,
      ['SELECTED', '2024-03-01'],
      ['MOU_NEGOTIATION', '2024-03-05'],
      ['REGISTERED', '2024-04-01', { confirmedOn: '2024-04-01' }],
    );
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${pledge.id}", asOf: "2024-03-06") { lifecycle } }`,
    );
    expect(body.data).toEqual({ pledge: { lifecycle: 'MOU_NEGOTIATION' } });
    const { SELECTED, MOU_NEGOTIATION, REGISTERED: back } = await stepsOf(pledge.id);
    // One alone would leave steps without ground.
    expect(
      await change(registry, STAFF, 'correctLifecycle', put(pledge, { voidSteps: [SELECTED] })),
    ).toMatchObject({
      code: 'RESTED_ON',
      dependents: [{ kind: 'LIFECYCLE_STEP', id: MOU_NEGOTIATION }],
    });
    const corrected = await correct(pledge, { voidSteps: [SELECTED, MOU_NEGOTIATION, back] });
    expect(states(corrected)).toEqual(['2024-01-10 DRAFT', '2024-01-20 SUBMITTED', '2024-02-01 REGISTERED']);
    expect(corrected.effect.pledges[0].periods).toMatchObject([
      { from: '2024-03-01', before: { lifecycle: 'SELECTED' }, after: { lifecycle: 'REGISTERED' } },
      { from: '2024-03-05', until: '2024-03-31', before: { lifecycle: 'MOU_NEGOTIATION' } },
    ]);
  });

  it('has a rejection become a registration, and is shown before', async () => {
    const pledge = await pledgeWith(['SUBMITTED', '2024-01-20'], ['REJECTED', '2024-02-01']);
    const { REJECTED } = await stepsOf(pledge.id);
    const right = {
      voidSteps: [REJECTED],
      addSteps: taken([['REGISTERED', '2024-02-01', { note: 'Accepted' }]]),
    };
    const before = await contentsOf(registry.ownerUrl);
    const shown = (await changed(
      ...([registry, STAFF, 'previewLifecycleCorrection', put(pledge, right), THING] as const),
    )) as unknown as Correction;
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
    const made = await correct(pledge, right);
    expect(states(made)).toEqual(states(shown));
    expect(made.effect).toEqual(shown.effect);
    expect(made.effect.pledges[0].before).toMatchObject({ lifecycle: 'REJECTED', status: 'NOT_IN_POOL' });
    expect(made.effect.pledges[0].after).toMatchObject({
      lifecycle: 'REGISTERED',
      status: 'NOT_ESTABLISHED',
    });
  });

  it('gets a forgotten step in the middle, on a day that has others too, where it was meant', async () => {
    const pledge = await pledgeWith(
      ...REGISTERED,
      ['SELECTED', '2024-03-01'],
      ['MOU_NEGOTIATION', '2024-03-05'],
      ['PDV', '2024-04-01'],
      ['CLEARED', '2024-04-01'],
    );
    const longer = await correct(pledge, {
      addSteps: taken([
        ['PDV', '2024-03-20'],
        ['MOU_NEGOTIATION', '2024-04-01'],
      ]),
    });
    const expected = [
      ...['2024-03-05 MOU_NEGOTIATION', '2024-03-20 PDV', '2024-04-01 MOU_NEGOTIATION', '2024-04-01 PDV'],
      '2024-04-01 CLEARED',
    ];
    expect(states(longer).slice(-5)).toEqual(expected);
    // The facts see the same order: the last of the day counts.
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${pledge.id}", asOf: "2024-04-01") { lifecycle } }`,
    );
    expect(body.data).toEqual({ pledge: { lifecycle: 'CLEARED' } });
    const inserted = longer.steps.at(-3)?.id;
    const shorter = await correct(pledge, { voidSteps: [inserted, longer.steps.at(-4)?.id] });
    expect(states(shorter)).not.toContain('2024-03-20 PDV');
    const again = await correct(pledge, {
      addSteps: taken([
        ['PDV', '2024-03-20'],
        ['MOU_NEGOTIATION', '2024-04-01'],
      ]),
    });
    expect(states(again).slice(-5)).toEqual(expected);
    expect(again.steps.at(-3)?.id).not.toBe(inserted);
  });

  it('is refused where records lose their ground: confirmations, decisions, what lies after a withdrawal', async () => {
    const pledge = await pledgeWith(...REGISTERED);
    const { id: pledgeId } = pledge;
    const confirmed = { pledgeId, confirmedOn: '2024-06-01' };
    const confirmation = await changed(registry, STAFF, 'confirmPledge', confirmed, 'Confirmation { id }');
    const paper = { pledgeId, type: 'LOAD_LIST', receivedOn: '2024-07-01' };
    const document = await changed(registry, STAFF, 'addDocument', paper, 'Document { id }');
    const { REGISTERED: accepted } = await stepsOf(pledgeId);
    const tries: readonly (readonly [more: Input, refusal: Input])[] = [
      [
        { voidSteps: [accepted], addSteps: taken([['REJECTED', '2024-02-01']]) },
        { code: 'RESTED_ON', dependents: [{ kind: 'CONFIRMATION', id: confirmation.id }] },
      ],
      [
        { voidSteps: [accepted], addSteps: taken([['REGISTERED', '2024-06-02']]) },
        { code: 'RESTED_ON', dependents: [{ kind: 'CONFIRMATION', id: confirmation.id }] },
      ],
      [
        { addSteps: taken([['WITHDRAWN', '2024-06-15']]) },
        { code: 'RESTED_ON', dependents: [{ kind: 'DOCUMENT', id: document.id }] },
      ],
      [
        { addSteps: taken([['SELECTED', '2024-01-25']]) },
        { code: 'TRANSITION_NOT_ALLOWED', from: 'SUBMITTED', to: 'SELECTED', field: 'addSteps.0.state' },
      ],
    ];
    const before = await contentsOf(registry.ownerUrl);
    for (const [more, refusal] of tries) {
      for (const mutation of ['correctLifecycle', 'previewLifecycleCorrection']) {
        expect(await change(registry, STAFF, mutation, put(pledge, more))).toMatchObject(refusal);
      }
    }
    expect(await change(registry, memberState('RWA'), 'correctLifecycle', put(pledge, {}))).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
  });

  it('gets no withdrawal before what was counted, offered or reviewed later', async () => {
    const pledge = await pledgeWith(...REGISTERED);
    const counted = {
      ...{ pledgeId: pledge.id, measuredOn: '2024-06-20', basis: 'TOTALS_ONLY' },
      personnel: { required: 850, available: 800 },
    };
    const measurement = await changed(
      ...([registry, STAFF, 'recordMeasurement', counted, 'Measurement { id }'] as const),
    );
    const statement = requirement('SUR_INFANTRY_BATTALION_V2');
    const offer = { pledgeId: pledge.id, ...offerAll(statement, '2024-07-01') };
    const alignment = await changed(
      ...([registry, STAFF, 'alignWithRequirement', offer, 'RequirementAlignment { id }'] as const),
    );
    const concluded = {
      ...{ pledgeId: pledge.id, expectedVersion: pledge.version, requirementStatementId: statement.id },
      ...{ reviewedOn: '2024-08-01', conclusion: 'NO_CHANGE', reason: 'Compared line by line' },
    };
    const review = await changed(
      ...([registry, STAFF, 'reviewRequirement', concluded, 'RequirementReview { id }'] as const),
    );
    pledge.version += 1;
    const withdrawn = put(pledge, { addSteps: taken([['WITHDRAWN', '2024-06-15']]) });
    expect(await change(registry, STAFF, 'correctLifecycle', withdrawn)).toMatchObject({
      code: 'RESTED_ON',
      dependents: [
        { kind: 'MEASUREMENT', id: measurement.id },
        { kind: 'REQUIREMENT_ALIGNMENT', id: alignment.id },
        { kind: 'REQUIREMENT_REVIEW', id: review.id },
      ],
    });
  });

  it('keeps a step that a level decision names as its evidence, though another would take its place', async () => {
    const pledge = await pledgeWith(...REGISTERED);
    const decided = {
      ...{ pledgeId: pledge.id, expectedVersion: pledge.version, decidedOn: '2024-07-01' },
      ...{ level: 'LEVEL_1', reason: 'As the panel concluded' },
    };
    const decision = await changed(registry, STAFF, 'decideLevel', decided, 'LevelDecision { id }');
    pledge.version += 1;
    const { REGISTERED: accepted } = await stepsOf(pledge.id);
    const again = { voidSteps: [accepted], addSteps: taken([['REGISTERED', '2024-02-01']]) };
    expect(await change(registry, STAFF, 'correctLifecycle', put(pledge, again))).toMatchObject({
      code: 'RESTED_ON',
      dependents: [{ kind: 'LEVEL_DECISION', id: decision.id }],
    });
  });

  it('is known as it was until then', async () => {
    const pledge = await pledgeWith(['SUBMITTED', '2024-01-20'], ['REJECTED', '2024-02-01']);
    const { REJECTED } = await stepsOf(pledge.id);
    const knownOn = registry.clock.now();
    const ask = () =>
      registry.ask(
        STAFF,
        `{ pledge(id: "${pledge.id}", knownOn: "${knownOn.toISOString()}") { lifecycle
          timeline(first: 200) { nodes { id day kind recordedAt voided { at } } } } }`,
      );
    const then = (await ask()).text;
    registry.clock.moveTo(new Date(knownOn.getTime() + 60_000));
    await correct(pledge, { voidSteps: [REJECTED], addSteps: taken([['REGISTERED', '2024-02-01']]) });
    expect((await ask()).text).toBe(then);
  });
});
