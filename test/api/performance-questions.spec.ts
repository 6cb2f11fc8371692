import { changed, type Input } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { deployedPledge, recordedEvaluation } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Input[];
}

describe('questions about performance', () => {
  let registry: TestRegistry;
  let unit: string;
  let good: string;
  let poor: string;
  let mended: string;
  let late: { readonly id: string; readonly action: string };

  beforeAll(async () => {
    registry = await startRegistry();
    unit = await deployedPledge(registry, 'RWA', 'RWA-INF-1');
    const ghana = await deployedPledge(registry, 'GHA', 'GHA-INF-1');
    good = await recordedEvaluation(registry, ghana, { verdict: 'SATISFACTORY', evaluatedOn: '2025-07-01' });
    mended = await recordedEvaluation(registry, unit, {
      mission: 'MINUSCA',
      periodFrom: '2024-07-01',
      periodUntil: '2024-12-31',
      evaluatedOn: '2025-01-15',
    });
    poor = await recordedEvaluation(registry, unit, { verdict: 'UNSATISFACTORY' });
    const closed = await opened(mended, { openedOn: '2025-02-01', dueOn: '2025-06-01' }, '2025-05-15');
    const dropped = { planActionId: closed.action, state: 'DROPPED', note: 'Replaced by a course.' };
    await changed(registry, STAFF, 'progressPlanAction', { ...dropped, progressedOn: '2025-05-18' });
    const closing = { closedOn: '2025-05-20', outcome: 'ACHIEVED', evidence: 'Seen.', expectedVersion: 1 };
    await changed(registry, STAFF, 'closePlan', { improvementPlanId: closed.id, ...closing });
    late = await opened(poor, { openedOn: '2025-08-01', dueOn: '2025-10-01' });
    const progress = {
      planActionId: late.action,
      progressedOn: '2025-09-10',
      state: 'IN_PROGRESS',
      note: 'Begun.',
    };
    await changed(registry, memberState('RWA'), 'progressPlanAction', progress);
  });
  afterAll(() => registry.close());

  async function opened(evaluationId: string, terms: Input, dueOn = '2025-09-15') {
    const actions = [{ owner: 'MEMBER_STATE', dueOn, statement: 'Train.' }];
    const thing = 'ImprovementPlan { id actions { id } }';
    const plan = await changed(registry, STAFF, 'openPlan', { evaluationId, ...terms, actions }, thing);
    return { id: plan.id, action: String((plan['actions'] as { id: string }[])[0]?.id) };
  }

  const ask = async <Found>(operation: string, field: string, variables: Input = {}, who = STAFF) => {
    const answer = await registry.ask(who, storedOperation(operation), { ...variables });
    expect(answer.body.errors).toBeUndefined();
    return answer.body.data?.[field] as Found;
  };
  const evaluations = (variables?: Input, who = STAFF): Promise<Page> =>
    ask('evaluations', 'evaluations', variables, who);
  const evaluation = (id: string, variables: Input = {}, who = STAFF): Promise<Input | null> =>
    ask('evaluation', 'evaluation', { id, ...variables }, who);
  const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

  it('an evaluation shows its areas, its plan, and how far the plan has come', async () => {
    expect(await evaluation(poor)).toMatchObject({
      memberState: 'RWA',
      pledgeReference: 'RWA-INF-1',
      mission: 'UNMISS',
      verdict: 'UNSATISFACTORY',
      areas: [
        { area: 'FORCE_PROTECTION', score: 2 },
        { area: 'GENDER', score: 3 },
      ],
      plan: {
        id: late.id,
        state: 'OPEN',
        openedOn: '2025-08-01',
        dueOn: '2025-10-01',
        overdue: true,
        terms: [{ setOn: '2025-08-01', dueOn: '2025-10-01' }],
        actions: [
          {
            state: 'IN_PROGRESS',
            overdue: true,
            progress: [{ progressedOn: '2025-09-10', state: 'IN_PROGRESS' }],
          },
        ],
        outcome: null,
      },
    });
    expect(await evaluation(good)).toMatchObject({ verdict: 'SATISFACTORY', plan: null });
  });

  it('an evaluation shows on a day what was there by that day', async () => {
    expect(await evaluation(mended, { asOf: '2025-01-14' })).toBeNull();
    expect(await evaluation(mended, { asOf: '2025-01-31' })).toMatchObject({ plan: null });
    expect(await evaluation(mended, { asOf: '2025-05-17' })).toMatchObject({
      plan: { state: 'OPEN', overdue: false, outcome: null, actions: [{ overdue: true }] },
    });
    expect(await evaluation(mended, { asOf: '2025-05-19' })).toMatchObject({
      plan: { state: 'OPEN', actions: [{ state: 'DROPPED', overdue: false }] },
    });
    expect(await evaluation(mended)).toMatchObject({
      plan: {
        state: 'CLOSED_ACHIEVED',
        overdue: false,
        outcome: { closedOn: '2025-05-20', outcome: 'ACHIEVED' },
        // Nothing is asked any more of an action that was let go.
        actions: [{ state: 'DROPPED', currentDueOn: '2025-05-15', overdue: false }],
      },
    });
    expect(await evaluation(poor, { asOf: '2025-09-09' })).toMatchObject({
      plan: { actions: [{ state: 'NOT_STARTED', overdue: false, progress: [] }] },
    });
  });

  it('evaluations come by pages, the latest first, each once', async () => {
    const all = await evaluations();
    expect(idsOf(all)).toEqual([poor, good, mended]);
    const first = await evaluations({ first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await evaluations({ first: 2, after: first.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(all));
  });

  it.each<[string, Input, () => readonly string[]]>([
    ['Member State', { memberState: 'GHA' }, () => [good]],
    ['mission', { mission: 'MINUSCA' }, () => [mended]],
    ['verdict', { verdict: 'NEEDS_IMPROVEMENT' }, () => [mended]],
    ['those without a plan', { planState: 'NONE' }, () => [good]],
    ['the state of the plan', { planState: 'CLOSED_ACHIEVED' }, () => [mended]],
    ['plans past their due day', { planOverdue: true }, () => [poor]],
    ['a span of days', { from: '2025-07-01', until: '2025-07-14' }, () => [good]],
  ])('evaluations are filtered by %s', async (_what, filter, expected) => {
    expect(idsOf(await evaluations({ filter }))).toEqual(expected());
  });

  it('an unknown mission or Member State is not asked for', async () => {
    for (const [filter, code] of [
      [{ mission: 'ONUNO' }, 'UNKNOWN_MISSION'],
      [{ memberState: 'XXX' }, 'UNKNOWN_MEMBER_STATE'],
    ] as const) {
      const { body } = await registry.ask(STAFF, storedOperation('evaluations'), { filter });
      expect(body.errors).toMatchObject([{ extensions: { code } }]);
    }
  });

  it('what a plan still asks for is followed up, until the plan is closed', async () => {
    const open = async (variables: Input = {}): Promise<Page> => ask('follow-ups', 'followUps', variables);
    expect((await open()).nodes).toMatchObject([
      { kind: 'PLAN_ACTION', id: late.action, evaluationId: poor, dueOn: '2025-09-15', overdue: true },
      { kind: 'IMPROVEMENT_PLAN', id: late.id, evaluationId: poor, dueOn: '2025-10-01', overdue: true },
    ]);
    const then = await open({ asOf: '2025-05-17' });
    expect(then.nodes.map(({ kind }) => kind)).toEqual(['PLAN_ACTION', 'IMPROVEMENT_PLAN']);
    const done = { planActionId: late.action, progressedOn: '2025-10-13', state: 'DONE', note: 'Trained.' };
    await changed(registry, STAFF, 'progressPlanAction', done);
    expect((await open()).nodes.map(({ kind }) => kind)).toEqual(['IMPROVEMENT_PLAN']);
  });

  it('an evaluation as known before its plan changed is what it was, without a version to act on', async () => {
    const knownOn = registry.clock.now().toISOString();
    const then = await evaluation(poor, { knownOn });
    expect(then).toMatchObject({ plan: { version: null } });
    const { version } = (await evaluation(poor))?.['plan'] as { version: number };
    registry.clock.moveTo(new Date(registry.clock.now().getTime() + 60_000));
    const terms = { setOn: '2025-10-13', dueOn: '2026-01-31', note: 'Parts are late.' };
    const update = { improvementPlanId: late.id, ...terms, expectedVersion: version };
    await changed(registry, STAFF, 'extendPlan', update);
    expect(await evaluation(poor)).toMatchObject({ plan: { version: version + 1, dueOn: '2026-01-31' } });
    expect(await evaluation(poor, { knownOn })).toEqual(then);
  });

  it('a Member State sees its own alone', async () => {
    expect(idsOf(await evaluations({}, memberState('GHA')))).toEqual([good]);
    expect(await evaluation(poor, {}, memberState('GHA'))).toBeNull();
  });
});
