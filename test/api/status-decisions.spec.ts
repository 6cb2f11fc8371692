import { changed, refused } from '#test/support/changes.js';
import { draftedPledge } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const RWANDA = memberState('RWA');

const LEVEL_1 = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT_LIST', 'SELF_SUSTAINMENT_LIST'];

const STATUS = `query ($id: ID!, $knownOn: DateTime) { pledge(id: $id, knownOn: $knownOn) {
  facts { registeredLevel } timeline { totalCount nodes { kind id voided { reason } } }
  status { level reasons { code params records { kind id } } } } }`;

describe('level decisions and corrections', () => {
  let registry: TestRegistry;
  let pledgeId: string;
  let version = 1;
  let noteVerbale: string;

  const staff = (mutation: string, input: Record<string, unknown>, thing = '') =>
    changed(registry, STAFF, mutation, { pledgeId, ...input }, thing);
  const refusedTo = (who: typeof STAFF, mutation: string, input: Record<string, unknown>) =>
    refused(registry, who, mutation, input);
  const pledge = async (knownOn?: string) =>
    (await registry.ask(STAFF, STATUS, { id: pledgeId, knownOn: knownOn ?? null })).text;
  const passMinutes = (minutes: number) => {
    registry.clock.moveTo(new Date(registry.clock.now().getTime() + minutes * 60_000));
  };

  beforeAll(async () => {
    registry = await startRegistry();
    pledgeId = await draftedPledge(registry, 'RWA', 'RWA-1');
    const papers = LEVEL_1.map((type) => ({ pledgeId, type, receivedOn: '2025-01-20' }));
    for (const paper of papers.slice(1)) await staff('addDocument', paper);
    noteVerbale = (await changed(registry, RWANDA, 'addDocument', { ...papers[0] }, 'Document { id }')).id;
    for (const [mutation, occurredOn] of [
      ['submitPledge', '2025-02-01'],
      ['acceptPledge', '2025-03-01'],
    ] as const) {
      const step = { pledgeId, occurredOn, expectedVersion: version++ };
      await changed(registry, STAFF, mutation, step, '', 'LifecycleStepInput');
    }
  });
  afterAll(() => registry?.close());

  it('refuses a level above the ladder without a written reason, and one before registration', async () => {
    const decide = { pledgeId, level: 'LEVEL_2', decidedOn: '2025-04-01', expectedVersion: version };
    expect(await refusedTo(STAFF, 'decideLevel', decide)).toMatchObject({
      __typename: 'InvalidInputProblem',
      code: 'LEVEL_NEEDS_REASON',
      field: 'reason',
      limit: 'LEVEL_1',
    });
    expect(await refusedTo(STAFF, 'decideLevel', { ...decide, decidedOn: '2025-02-10' })).toMatchObject({
      code: 'BEFORE_REGISTRATION',
      field: 'decidedOn',
      limit: '2025-03-01',
    });
    expect(await refusedTo(STAFF, 'decideLevel', { ...decide, expectedVersion: 1 })).toMatchObject({
      __typename: 'StaleVersionProblem',
      currentVersion: version,
    });
    expect(await refusedTo(RWANDA, 'decideLevel', decide)).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('records the evidence that a decision rests on', async () => {
    const decide = { level: 'LEVEL_1', decidedOn: '2025-04-01', expectedVersion: version++ };
    await staff('decideLevel', decide, 'LevelDecision { id level computedLevel parameterSet }');
    const { body } = await registry.ask(STAFF, STATUS, { id: pledgeId });
    expect(body.data).toMatchObject({ pledge: { facts: { registeredLevel: 'LEVEL_1' } } });
  });

  it('is not made to rest on another paper by the Member State whose level it is', async () => {
    const replacement = { document: { type: 'CONDUCT_CERTIFICATE', receivedOn: '2025-10-13' } };
    const exchange = {
      kind: 'DOCUMENT',
      id: noteVerbale,
      reason: 'Mixed up',
      expectedVersion: version,
      replacement,
    };
    expect(await refusedTo(RWANDA, 'correct', exchange)).toMatchObject({
      code: 'RESTED_ON',
      dependents: [{ kind: 'LEVEL_DECISION' }],
    });
  });

  it('corrects a document: today changes, what was known before does not', async () => {
    const wrong = await staff(
      'addDocument',
      { type: 'LOAD_LIST', receivedOn: '2025-05-01' },
      'Document { id }',
    );
    const before = registry.clock.now().toISOString();
    const asKnown = await pledge(before);
    passMinutes(5);
    const correction = { kind: 'DOCUMENT', id: wrong['id'], reason: 'It was the table of organization.' };
    const replacement = { document: { type: 'TABLE_OF_ORGANIZATION', receivedOn: '2025-05-01' } };
    expect(await refusedTo(STAFF, 'correct', { ...correction, replacement })).toMatchObject({
      code: 'REQUIRED',
      field: 'expectedVersion',
    });
    expect(
      await refusedTo(STAFF, 'correct', {
        ...correction,
        expectedVersion: version,
        replacement: { confirmation: { confirmedOn: '2025-05-01' } },
      }),
    ).toMatchObject({ code: 'REQUIRED', field: 'replacement.document' });
    await changed(registry, STAFF, 'correct', { ...correction, replacement, expectedVersion: version++ });
    expect(await pledge(before)).toBe(asKnown);
    expect(await pledge()).not.toBe(asKnown);
    expect(await pledge()).toContain('It was the table of organization.');
  });

  it('voids a fact alone, and not twice', async () => {
    const extra = await staff(
      'addDocument',
      { type: 'LOAD_LIST', receivedOn: '2025-06-01' },
      'Document { id }',
    );
    passMinutes(5);
    const correction = { kind: 'DOCUMENT', id: extra['id'], reason: 'Entered twice.' };
    await changed(registry, STAFF, 'correct', { ...correction, expectedVersion: version++ });
    expect(await refusedTo(STAFF, 'correct', { ...correction, expectedVersion: version })).toMatchObject({
      code: 'ALREADY_CLOSED',
      field: 'id',
    });
  });

  it('lets a Member State correct what it recorded, not what staff did, and nothing that it does not see', async () => {
    const theirs = await staff(
      'addDocument',
      { type: 'LOAD_LIST', receivedOn: '2025-06-01' },
      'Document { id }',
    );
    const own = { type: 'LOAD_LIST', receivedOn: '2025-06-02', pledgeId };
    const mine = await changed(registry, RWANDA, 'addDocument', own, 'Document { id }');
    const correction = { kind: 'DOCUMENT', reason: 'Wrong paper.', expectedVersion: version };
    expect(await refusedTo(RWANDA, 'correct', { ...correction, id: theirs['id'] })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await refusedTo(memberState('GHA'), 'correct', { ...correction, id: mine['id'] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await changed(registry, RWANDA, 'correct', { ...correction, id: mine['id'] });
    version += 1;
  });

  it('names what rests on a lifecycle step that is to go', async () => {
    const { body } = await registry.ask(STAFF, STATUS, { id: pledgeId });
    const { timeline } = body.data?.['pledge'] as { timeline: { nodes: { kind: string; id: string }[] } };
    const steps = timeline.nodes.filter(({ kind }) => kind === 'LIFECYCLE_STEP');
    const problems = [];
    for (const { id } of steps) {
      const correction = { kind: 'LIFECYCLE_STEP', id, reason: 'A wrong step.', expectedVersion: version };
      problems.push(await refusedTo(STAFF, 'correct', correction));
    }
    expect(problems).toHaveLength(3);
    for (const problem of problems) {
      expect(problem).toMatchObject({ __typename: 'DependentsProblem', code: 'RESTED_ON' });
      expect(problem['dependents']).not.toHaveLength(0);
    }
  });
});
