import { change, changed, refused, type Input } from '#test/support/changes.js';
import { pledgeIn, recordedEvaluation } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const RWANDA = memberState('RWA');

describe('what has no ground', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  const document = (pledgeId: string, values: Input = {}) => ({
    ...{ pledgeId, type: 'NOTE_VERBALE', receivedOn: '2024-01-20', symbol: 'NV/1' },
    ...values,
  });

  it('the same document is not recorded twice, another copy is', async () => {
    const { id } = await pledgeIn(registry, 'DRAFT');
    const first = await changed(registry, RWANDA, 'addDocument', document(id), 'Document { id }');
    expect(await refused(registry, STAFF, 'addDocument', document(id))).toMatchObject({
      ...{ code: 'ALREADY_EXISTS', field: 'type', value: 'NOTE_VERBALE', limit: first.id },
      message: expect.stringContaining(first.id),
    });
    for (const other of [{ symbol: 'NV/2' }, { symbol: null }, { receivedOn: '2024-01-21' }]) {
      await changed(registry, RWANDA, 'addDocument', document(id, other));
    }
  });

  it('a document that was voided may be recorded again, and none is corrected to what another says', async () => {
    const { id, version } = await pledgeIn(registry, 'DRAFT');
    const add = (values?: Input) =>
      changed(registry, RWANDA, 'addDocument', document(id, values), 'Document { id }');
    const first = await add();
    const second = await add({ symbol: 'NV/2' });
    const { pledgeId: _, ...content } = document(id);
    const correction = { kind: 'DOCUMENT', id: second.id, reason: 'Misread', expectedVersion: version };
    expect(
      await refused(registry, RWANDA, 'correct', { ...correction, replacement: { document: content } }),
    ).toMatchObject({ code: 'ALREADY_EXISTS', field: 'replacement.document.type', limit: first.id });
    await changed(registry, RWANDA, 'correct', { ...correction, id: first.id });
    await add();
  });

  it('a confirmation is said once a day, and a return to the pool takes the one that was said', async () => {
    const { id, version } = await pledgeIn(registry, 'SELECTED');
    const confirmation = { pledgeId: id, confirmedOn: '2025-05-01' };
    const { id: first } = await changed(
      registry,
      RWANDA,
      'confirmPledge',
      confirmation,
      'Confirmation { id }',
    );
    expect(await refused(registry, RWANDA, 'confirmPledge', confirmation)).toMatchObject({
      ...{ code: 'ALREADY_EXISTS', field: 'confirmedOn', value: '2025-05-01', limit: first },
    });
    const back = { pledgeId: id, to: 'REGISTERED', occurredOn: '2025-05-02', confirmedOn: '2025-05-01' };
    const thing = 'Pledge { facts { confirmedOn } timeline { nodes { kind } } }';
    const moved = await changed(registry, STAFF, 'movePledge', { ...back, expectedVersion: version }, thing);
    expect(moved).toMatchObject({ facts: { confirmedOn: '2025-05-01' } });
    const { nodes } = moved['timeline'] as { nodes: { kind: string }[] };
    expect(nodes.filter(({ kind }) => kind === 'CONFIRMATION')).toHaveLength(1);
  });

  it('nothing is measured before the pledge began', async () => {
    const { id } = await pledgeIn(registry, 'DRAFT');
    const counts = { basis: 'TOTALS_ONLY', personnel: { required: 140, available: 120 } };
    const measurement = { pledgeId: id, measuredOn: '2024-01-09', ...counts };
    expect(await refused(registry, RWANDA, 'recordMeasurement', measurement)).toMatchObject({
      ...{ code: 'BEFORE_OPENING', field: 'measuredOn', limit: '2024-01-10' },
    });
    await changed(registry, RWANDA, 'recordMeasurement', { ...measurement, measuredOn: '2024-01-10' });
  });

  it('a unit is certified from its selection until its return', async () => {
    const pool = await pledgeIn(registry, 'REGISTERED');
    const certificate = { receivedOn: '2025-05-01' };
    expect(
      await refused(registry, RWANDA, 'receiveUnitCertificate', { pledgeId: pool.id, ...certificate }),
    ).toMatchObject({
      ...{ code: 'NOT_IN_LIFECYCLE_STATE', field: 'pledgeId', value: 'REGISTERED' },
      limit: 'SELECTED, MOU_NEGOTIATION, PDV, CLEARED, DEPLOYED',
    });
    const beside = { code: 'NOT_IN_LIFECYCLE_STATE', field: 'pledgeId' };
    for (const state of ['SELECTED', 'CLEARED', 'DEPLOYED', 'RETURNED'] as const) {
      const { id: pledgeId } = await pledgeIn(registry, state);
      const early = { pledgeId, receivedOn: '2024-03-31' };
      expect(await refused(registry, RWANDA, 'receiveUnitCertificate', early)).toMatchObject({
        ...{ ...beside, value: 'REGISTERED' },
      });
      await changed(registry, RWANDA, 'receiveUnitCertificate', { pledgeId, ...certificate });
    }
    // After it came back it waits for another selection.
    const { id: pledgeId } = await pledgeIn(registry, 'RETURNED');
    const late = { pledgeId, receivedOn: '2025-08-02' };
    expect(await refused(registry, RWANDA, 'receiveUnitCertificate', late)).toMatchObject({
      ...{ ...beside, value: 'RETURNED' },
    });
  });

  it('a pledge keeps a description', async () => {
    const { id, version } = await pledgeIn(registry, 'DRAFT');
    const asked = `query ($id: ID!) { pledge(id: $id) { timeline { nodes { id kind } } } }`;
    const { body } = await registry.ask(STAFF, asked, { id });
    const { nodes } = (body.data?.['pledge'] as { timeline: { nodes: { id: string; kind: string }[] } })
      .timeline;
    const described = nodes.find(({ kind }) => kind === 'PLEDGE_DESCRIPTION');
    const taken = { ...described, reason: 'Of another unit', expectedVersion: version };
    const last = { code: 'RESTED_ON', dependents: [{ kind: 'PLEDGE', id }] };
    expect(await refused(registry, RWANDA, 'correct', taken)).toMatchObject(last);
    const anew = { pledgeId: id, expectedVersion: version, describedOn: '2024-02-01', title: 'Police unit' };
    await changed(registry, RWANDA, 'describePledge', anew);
    await changed(registry, RWANDA, 'correct', { ...taken, expectedVersion: version + 1 });
  });

  it('a unit at home is not evaluated in the mission', async () => {
    const { id } = await pledgeIn(registry, 'DEPLOYED');
    const over = (evaluatedOn: string) => ({
      ...{ pledgeId: id, mission: 'UNMISS', periodFrom: '2024-01-01', periodUntil: '2024-01-31' },
      ...{ evaluatedOn, scale: 'PERCENT', verdict: 'SATISFACTORY' },
    });
    expect(await refused(registry, STAFF, 'recordEvaluation', over('2024-07-31'))).toMatchObject({
      ...{ code: 'BEFORE_DEPLOYMENT', field: 'evaluatedOn', limit: '2024-08-01' },
    });
    // In the mission; and of a tour before the unit was pledged.
    for (const day of ['2024-08-01', '2024-02-29']) {
      await changed(registry, STAFF, 'recordEvaluation', over(day));
    }
    for (const state of ['DRAFT', 'REGISTERED', 'CLEARED'] as const) {
      const never = { ...over('2025-07-15'), pledgeId: (await pledgeIn(registry, state)).id };
      expect(await refused(registry, STAFF, 'recordEvaluation', never)).toMatchObject({
        ...{ code: 'BEFORE_DEPLOYMENT', field: 'evaluatedOn', limit: null },
      });
    }
  });

  it('a unit is evaluated in the mission that it was deployed to', async () => {
    const { id, version } = await pledgeIn(registry, 'CLEARED');
    const deploying = { pledgeId: id, to: 'DEPLOYED', occurredOn: '2024-08-01', mission: 'MINUSCA' };
    await changed(registry, STAFF, 'movePledge', { ...deploying, expectedVersion: version });
    const evaluation = {
      ...{ pledgeId: id, periodFrom: '2024-09-01', periodUntil: '2024-09-30', evaluatedOn: '2024-10-15' },
      ...{ scale: 'PERCENT', verdict: 'SATISFACTORY' },
    };
    const elsewhere = { ...evaluation, mission: 'UNMISS' };
    expect(await refused(registry, STAFF, 'recordEvaluation', elsewhere)).toMatchObject({
      ...{ code: 'CONTRADICTION', field: 'mission', value: 'UNMISS', limit: 'MINUSCA' },
    });
    await recordedEvaluation(registry, id, { ...evaluation, mission: 'MINUSCA' });
  });

  it('a Member State does not take its withdrawal back, staff may', async () => {
    const { id, version } = await pledgeIn(registry, 'REGISTERED');
    const step = { pledgeId: id, occurredOn: '2025-05-01', expectedVersion: version };
    const timeline = 'Pledge { timeline { nodes { id kind } } }';
    const withdrawn = await changed(registry, RWANDA, 'withdrawPledge', step, timeline);
    const [last] = (withdrawn['timeline'] as { nodes: { id: string; kind: string }[] }).nodes;
    const correction = { ...last, reason: 'We think otherwise now', expectedVersion: version + 1 };
    expect(await refused(registry, RWANDA, 'correct', correction)).toMatchObject({ code: 'NOT_PERMITTED' });
    const otherDay = { replacement: { lifecycleStep: { occurredOn: '2025-05-02' } } };
    await changed(registry, RWANDA, 'correct', { ...correction, ...otherDay });
    const again = { ...correction, expectedVersion: version + 2 };
    await changed(registry, STAFF, 'correct', again);
  });

  it('what a standing decision rests on is neither taken away nor exchanged by the Member State', async () => {
    const { id, version } = await pledgeIn(registry, 'REGISTERED');
    const note = await changed(registry, RWANDA, 'addDocument', document(id), 'Document { id }');
    const deciding = {
      ...{ pledgeId: id, decidedOn: '2025-05-01', level: 'LEVEL_1', reason: 'The rest is on its way' },
      expectedVersion: version,
    };
    const decision = await changed(registry, STAFF, 'decideLevel', deciding, 'LevelDecision { id }');
    const voiding = (kind: string, fact: string, expectedVersion: number): Input => ({
      ...{ kind, id: fact, reason: 'It was wrong', expectedVersion },
    });
    expect(
      await refused(registry, RWANDA, 'correct', voiding('DOCUMENT', note.id, version + 1)),
    ).toMatchObject({ code: 'RESTED_ON', dependents: [{ kind: 'LEVEL_DECISION', id: decision.id }] });
    const { pledgeId: _, ...content } = document(id, { symbol: 'NV/7' });
    const replacement = { document: content };
    const exchange = (expectedVersion: number) => ({
      ...voiding('DOCUMENT', note.id, expectedVersion),
      replacement,
    });
    expect(await refused(registry, RWANDA, 'correct', exchange(version + 1))).toMatchObject({
      code: 'RESTED_ON',
      dependents: [{ kind: 'LEVEL_DECISION', id: decision.id }],
    });
    await changed(registry, STAFF, 'correct', voiding('LEVEL_DECISION', decision.id, version + 1));
    await changed(registry, RWANDA, 'correct', exchange(version + 2));
    const last = await change(registry, RWANDA, 'correct', voiding('DOCUMENT', note.id, version + 3));
    expect(last).toMatchObject({ __typename: 'Correction' });
  });
});
