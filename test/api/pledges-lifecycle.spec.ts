import { change, changed, refused, type Input } from '#test/support/changes.js';
import { draftInput, pledgeIn } from '#test/support/recorded.js';
import { countRows, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Timeline {
  timeline: { nodes: { kind: string; id: string }[] };
}

describe('the life of a pledge', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  it('goes from a draft of the Member State into service and back into the pool', async () => {
    const rwanda = memberState('RWA');
    const drafted = await changed(
      registry,
      rwanda,
      'draftPledge',
      draftInput({ reference: 'RWA-FPU-1' }),
      'Pledge { id version memberState reference unitType }',
    );
    expect(drafted).toEqual({
      __typename: 'Pledge',
      id: drafted.id,
      version: 1,
      memberState: 'RWA',
      reference: 'RWA-FPU-1',
      unitType: 'FORMED_POLICE_UNIT',
    });
    const steps: [principal: typeof STAFF, mutation: string, step: Input][] = [
      [rwanda, 'submitPledge', { occurredOn: '2024-02-01' }],
      [STAFF, 'rejectPledge', { occurredOn: '2024-02-02', note: 'No table of organization' }],
      [STAFF, 'movePledge', { occurredOn: '2024-02-02', to: 'DRAFT' }],
      [rwanda, 'submitPledge', { occurredOn: '2024-02-02', note: 'Complete now' }],
      [STAFF, 'acceptPledge', { occurredOn: '2024-03-01' }],
      [STAFF, 'movePledge', { occurredOn: '2024-04-01', to: 'SELECTED', mission: 'MINUSCA' }],
      [STAFF, 'movePledge', { occurredOn: '2024-05-01', to: 'MOU_NEGOTIATION' }],
      [STAFF, 'movePledge', { occurredOn: '2024-06-01', to: 'PDV' }],
      [STAFF, 'movePledge', { occurredOn: '2024-07-01', to: 'CLEARED' }],
      [STAFF, 'movePledge', { occurredOn: '2024-08-01', to: 'DEPLOYED', mission: 'MINUSCA' }],
      [STAFF, 'movePledge', { occurredOn: '2025-08-01', to: 'RETURNED' }],
      [STAFF, 'movePledge', { occurredOn: '2025-09-01', to: 'REGISTERED', confirmedOn: '2025-08-20' }],
      [rwanda, 'withdrawPledge', { occurredOn: '2025-10-13' }],
    ];
    for (const [index, [principal, mutation, step]] of steps.entries()) {
      const input = { pledgeId: drafted.id, expectedVersion: index + 1, ...step };
      expect(await changed(registry, principal, mutation, input, 'Pledge { id version }')).toEqual({
        __typename: 'Pledge',
        id: drafted.id,
        version: index + 2,
      });
    }
    const rows = await countRows(registry.ownerUrl);
    expect(rows).toMatchObject({ pledge: 1, lifecycle_step: 14, pledge_description: 1, confirmation: 1 });
  });

  it('takes no step that the table lacks, from any state, and says which it has', async () => {
    const { id, version } = await pledgeIn(registry, 'SUBMITTED');
    const before = await countRows(registry.ownerUrl);
    const step = { pledgeId: id, expectedVersion: version, occurredOn: '2025-01-01' };
    const refused = (from: string, to: string, allowed: string[]) => ({
      __typename: 'TransitionProblem',
      code: 'TRANSITION_NOT_ALLOWED',
      field: 'to',
      value: to,
      from,
      to,
      allowed,
      message: expect.stringContaining('cannot become') as string,
    });
    expect(await change(registry, STAFF, 'submitPledge', step)).toEqual(
      refused('SUBMITTED', 'SUBMITTED', ['REGISTERED', 'REJECTED', 'DRAFT', 'WITHDRAWN']),
    );
    // A pledge is accepted into the pool, and moved back into it: the one does not stand for the other.
    expect(await change(registry, STAFF, 'movePledge', { ...step, to: 'REGISTERED' })).toEqual(
      refused('SUBMITTED', 'REGISTERED', ['REJECTED', 'DRAFT', 'WITHDRAWN']),
    );
    const returned = await pledgeIn(registry, 'RETURNED');
    const back = { pledgeId: returned.id, expectedVersion: returned.version, occurredOn: '2025-09-01' };
    expect(await change(registry, STAFF, 'acceptPledge', back)).toEqual(
      refused('RETURNED', 'REGISTERED', []),
    );
    expect(await change(registry, STAFF, 'withdrawPledge', back)).toEqual(
      refused('RETURNED', 'WITHDRAWN', ['REGISTERED']),
    );
    expect(await change(registry, STAFF, 'rejectPledge', { ...back, note: 'Late' })).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    const after = await countRows(registry.ownerUrl);
    expect(after).toEqual({
      ...before,
      pledge: (before['pledge'] ?? 0) + 1,
      pledge_description: (before['pledge_description'] ?? 0) + 1,
      lifecycle_step: (before['lifecycle_step'] ?? 0) + 9,
    });
  });

  it('is not withdrawn, nor found to have been, before something that was recorded of it', async () => {
    const { id, version } = await pledgeIn(registry, 'REGISTERED');
    const received = { pledgeId: id, type: 'LOAD_LIST', receivedOn: '2025-09-01' };
    const document = await changed(registry, STAFF, 'addDocument', received, 'Document { id }');
    const refusal = { code: 'RESTED_ON', dependents: [{ kind: 'DOCUMENT', id: document.id }] };
    const withdrawal = { pledgeId: id, expectedVersion: version, occurredOn: '2025-08-31' };
    expect(await refused(registry, STAFF, 'withdrawPledge', withdrawal)).toMatchObject(refusal);

    await changed(registry, STAFF, 'withdrawPledge', { ...withdrawal, occurredOn: '2025-09-01' });
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${id}") { timeline(first: 1) { nodes { kind id } } } }`,
    );
    const [step] = (body.data?.['pledge'] as Timeline).timeline.nodes;
    const moved = {
      ...{ kind: 'LIFECYCLE_STEP', id: step?.id, expectedVersion: version + 1, reason: 'Misread' },
      replacement: { lifecycleStep: { occurredOn: '2025-08-31' } },
    };
    expect(await refused(registry, STAFF, 'correct', moved)).toMatchObject(refusal);
  });

  it('moves once where two move it at the same time', async () => {
    const { id, version } = await pledgeIn(registry, 'SUBMITTED');
    const step = { pledgeId: id, expectedVersion: version, occurredOn: '2025-01-01' };
    const outcomes = await Promise.all([
      change(registry, STAFF, 'acceptPledge', step),
      change(registry, STAFF, 'withdrawPledge', step),
    ]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Pledge', 'StaleVersionProblem']);
  });
});
