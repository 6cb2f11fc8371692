import { changed, type Input } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { pledgeIn, plannedVisit, recordedEvaluation } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Input & { readonly kind: string; readonly id: string })[];
}

const RWANDA = memberState('RWA');

describe('what is owed, and by when', () => {
  let registry: TestRegistry;
  let pool: string;
  let committed: string;
  const records: Record<string, string> = {};

  const make = async (mutation: string, type: string, input: Input) =>
    String((await changed(registry, STAFF, mutation, input, `${type} { id }`)).id);

  beforeAll(async () => {
    registry = await startRegistry();
    ({ id: pool } = await pledgeIn(registry, 'REGISTERED', { reference: 'POOL' }));
    const selected = await pledgeIn(registry, 'PDV', { reference: 'COMMITTED' });
    committed = selected.id;
    const document = { pledgeId: pool, type: 'NOTE_VERBALE', receivedOn: '2024-02-01' };
    records['first copy'] = await make('addDocument', 'Document', { ...document, validUntil: '2025-09-30' });
    records['note'] = await make('addDocument', 'Document', {
      ...{ ...document, receivedOn: '2025-05-01', validUntil: '2025-12-31' },
    });
    // Of level 3, which nobody registered; and one that lasts.
    const list = { ...document, type: 'LOAD_LIST', validUntil: '2025-09-30' };
    await make('addDocument', 'Document', list);
    const table = { ...document, type: 'TABLE_OF_ORGANIZATION', validUntil: '2027-01-31' };
    records['table'] = await make('addDocument', 'Document', table);
    const confirmation = { pledgeId: pool, confirmedOn: '2025-02-15' };
    records['confirmation'] = await make('confirmPledge', 'Confirmation', confirmation);
    const caveat = { pledgeId: committed, statement: 'No patrols at night.' };
    records['reported'] = await make('reportCaveat', 'Caveat', {
      ...{ ...caveat, knownOn: '2025-09-01', resolveBy: '2025-11-30' },
    });
    records['declared'] = await make('declareCaveat', 'Caveat', { ...caveat, knownOn: '2025-09-01' });
    records['deployment'] = await make('planDeployment', 'DeploymentPlan', {
      ...{ pledgeId: committed, plannedOn: '2025-08-20', deploymentOn: '2025-12-10' },
      expectedVersion: selected.version,
    });
  });
  afterAll(() => registry.close());

  const ask = async (variables: Input = {}, who = STAFF): Promise<Page> => {
    const { body } = await registry.ask(who, storedOperation('follow-ups'), { ...variables });
    expect(body.errors).toBeUndefined();
    return body.data?.['followUps'] as Page;
  };
  const kinds = async (variables?: Input) =>
    (await ask(variables)).nodes.map(({ kind, dueOn }) => `${kind} ${String(dueOn)}`);

  it('is said of each kind: by whom, by when, counted from which record', async () => {
    const { nodes, totalCount } = await ask();
    expect(totalCount).toBe(5);
    const pledge = { memberState: 'RWA', pledgeId: pool, pledgeReference: 'POOL', owner: 'MEMBER_STATE' };
    const other = { ...pledge, pledgeId: committed, pledgeReference: 'COMMITTED' };
    const record = (kind: string, name: string) => ({ record: { kind, id: records[name] } });
    expect(nodes).toMatchObject([
      {
        ...{ ...pledge, kind: 'CONFIRMATION', openedOn: '2025-02-15', dueOn: '2025-08-15', overdue: true },
        ...record('CONFIRMATION', 'confirmation'),
      },
      {
        ...{ ...other, kind: 'UNIT_CERTIFICATE', openedOn: '2025-08-20', dueOn: '2025-11-10' },
        ...{ ...record('DEPLOYMENT_PLAN', 'deployment'), overdue: false },
      },
      {
        ...{ ...other, kind: 'CAVEAT', reference: 'C-1', openedOn: '2025-09-01', dueOn: '2025-11-30' },
        ...record('CAVEAT', 'reported'),
      },
      {
        ...{ ...pledge, kind: 'DOCUMENT', reference: 'NOTE_VERBALE', openedOn: '2025-05-01' },
        ...{ ...record('DOCUMENT', 'note'), dueOn: '2025-12-31', overdue: false },
      },
      { ...other, kind: 'CAVEAT', dueOn: null, overdue: false, ...record('CAVEAT', 'declared') },
    ]);
  });

  it('is the same in the answer of the Member State, whose people see no other', async () => {
    const operation = storedOperation('member-state-follow-ups');
    const { body } = await registry.ask(RWANDA, operation, { iso3: 'RWA' });
    const all = await ask();
    const { followUps } = body.data?.['memberState'] as { followUps: Page };
    expect(followUps.totalCount).toBe(5);
    expect(followUps.nodes.map(({ record }) => record)).toEqual(all.nodes.map(({ record }) => record));
    const first = await registry.ask(RWANDA, operation, { iso3: 'RWA', first: 2 });
    const page = first.body.data?.['memberState'] as { followUps: Page };
    const { endCursor: after } = page.followUps.pageInfo;
    const rest = await registry.ask(RWANDA, operation, { iso3: 'RWA', after });
    const { followUps: last } = rest.body.data?.['memberState'] as { followUps: Page };
    expect([...page.followUps.nodes, ...last.nodes]).toEqual(followUps.nodes);
    expect((await ask({}, memberState('GHA'))).totalCount).toBe(0);
  });

  it.each<[string, Input, readonly string[]]>([
    ['a kind that the rules reckon', { kind: 'CONFIRMATION' }, ['CONFIRMATION 2025-08-15']],
    ['a kind that is read', { kind: 'CAVEAT' }, ['CAVEAT 2025-11-30', 'CAVEAT null']],
    ['what is overdue', { overdueOnly: true }, ['CONFIRMATION 2025-08-15']],
    ['who has to act', { owner: 'SECRETARIAT' }, []],
    ['a nearer day', { dueBefore: '2025-11-30' }, ['CONFIRMATION 2025-08-15', 'UNIT_CERTIFICATE 2025-11-10']],
    [
      'a day further than is looked ahead',
      { dueBefore: '2027-02-01', kind: 'DOCUMENT' },
      ['DOCUMENT 2025-12-31', 'DOCUMENT 2027-01-31'],
    ],
  ])('is filtered by %s', async (_what, filter, expected) => {
    expect(await kinds({ filter })).toEqual(expected);
  });

  it('is on a day what the rules and the records say of that day', async () => {
    const asOf = (day: string, kind: string) => kinds({ asOf: day, filter: { kind } });
    expect(await asOf('2024-12-31', 'CONFIRMATION')).toEqual(['CONFIRMATION 2025-03-01']);
    expect(await asOf('2024-11-30', 'CONFIRMATION')).toEqual([]);
    expect(await asOf('2025-04-30', 'DOCUMENT')).toEqual([]);
    expect(await asOf('2025-08-19', 'UNIT_CERTIFICATE')).toEqual([]);
    expect(await asOf('2025-08-31', 'CAVEAT')).toEqual([]);
  });

  it('ends with what settles it', async () => {
    const { id: newer } = await changed(
      ...([registry, RWANDA, 'confirmPledge', { pledgeId: pool, confirmedOn: '2025-10-10' }] as const),
      'Confirmation { id }',
    );
    expect(await kinds({ filter: { pledgeId: pool } })).toEqual(['DOCUMENT 2025-12-31']);
    const further = await ask({ filter: { pledgeId: pool, kind: 'CONFIRMATION', dueBefore: '2026-12-31' } });
    expect(further.nodes).toMatchObject([{ dueOn: '2026-04-10', record: { id: newer } }]);
    const certificate = { pledgeId: committed, receivedOn: '2025-10-10' };
    await changed(registry, RWANDA, 'receiveUnitCertificate', certificate);
    const settlement = { resolvedOn: '2025-10-10', note: 'Withdrawn.' };
    const { body } = await registry.ask(STAFF, `{ pledge(id: "${committed}") { version } }`);
    const { version } = body.data?.['pledge'] as { version: number };
    const settled = { caveatId: records['reported'], ...settlement, expectedVersion: version };
    await changed(registry, STAFF, 'settleCaveat', settled);
    expect(await kinds({ filter: { pledgeId: committed } })).toEqual(['CAVEAT null']);
  });

  it('is a finding, and the day on which it was answered last', async () => {
    const { id: pledgeId } = await pledgeIn(registry, 'REGISTERED', { reference: 'VISITED' });
    const visitId = await plannedVisit(registry, 'AAV', [pledgeId], ['2025-05-05', '2025-05-06']);
    const finding = { visitId, pledgeId, area: 'TRAINING', severity: 'MINOR', owner: 'MEMBER_STATE' };
    const said = { dueOn: '2025-10-01', statement: 'No range.' };
    const findingId = await make('raiseFinding', 'Finding', { ...finding, ...said });
    for (const answeredOn of ['2025-07-01', '2025-08-01']) {
      await changed(registry, RWANDA, 'answerFinding', { findingId, answeredOn, answer: answeredOn });
    }
    const of = { filter: { pledgeId, kind: 'FINDING' } };
    expect((await ask(of)).nodes).toMatchObject([{ id: findingId, answeredOn: '2025-08-01', overdue: true }]);
    const before = { ...of, asOf: '2025-07-31' };
    expect((await ask(before)).nodes).toMatchObject([{ id: findingId, answeredOn: '2025-07-01' }]);
    expect((await ask({ ...of, asOf: '2025-06-30' })).nodes).toMatchObject([{ answeredOn: null }]);
  });

  it('is an action of a plan by the day to which it was put off, until it is done or let go', async () => {
    const { id: unit } = await pledgeIn(registry, 'DEPLOYED', { reference: 'DEPLOYED' });
    const evaluationId = await recordedEvaluation(registry, unit);
    const actions = [
      { owner: 'MISSION', dueOn: '2025-09-30', statement: 'Lend two generators.' },
      { owner: 'MEMBER_STATE', dueOn: '2025-09-15', statement: 'Train the drivers.' },
    ];
    const opening = { evaluationId, openedOn: '2025-08-01', dueOn: '2025-11-30', actions };
    const plan = await changed(registry, STAFF, 'openPlan', opening, 'ImprovementPlan { actions { id } }');
    const [lent, trained] = (plan['actions'] as { id: string }[]).map(({ id }) => id);
    const extension = { planActionId: lent, setOn: '2025-09-10', dueOn: '2025-10-31', reason: 'Parts.' };
    await changed(registry, STAFF, 'extendPlanAction', { ...extension, expectedVersion: 1 });
    const of = { filter: { pledgeId: unit } };
    expect((await ask(of)).nodes).toMatchObject([
      { id: trained, owner: 'MEMBER_STATE', dueOn: '2025-09-15', overdue: true },
      { id: lent, owner: 'MISSION', dueOn: '2025-10-31', overdue: false },
      { kind: 'IMPROVEMENT_PLAN', owner: 'SECRETARIAT', dueOn: '2025-11-30' },
    ]);
    expect((await ask({ ...of, asOf: '2025-09-09' })).nodes).toMatchObject([
      { id: trained },
      { id: lent, dueOn: '2025-09-30' },
      { kind: 'IMPROVEMENT_PLAN' },
    ]);
    const end = { progressedOn: '2025-10-01', note: 'Not needed.' };
    await changed(registry, STAFF, 'progressPlanAction', { planActionId: lent, state: 'DROPPED', ...end });
    await changed(registry, STAFF, 'progressPlanAction', { planActionId: trained, state: 'DONE', ...end });
    expect((await ask(of)).nodes.map(({ kind }) => kind)).toEqual(['IMPROVEMENT_PLAN']);
  });

  it('is a review of the requirement that a pledge rests on, until it is decided', async () => {
    const requirementStatementId = 'SUR_FORMED_POLICE_UNIT_V1';
    const { id, version } = await pledgeIn(registry, 'REGISTERED', {
      ...{ requirementStatementId, describedOn: '2024-01-10' },
    });
    const of = { filter: { pledgeId: id, kind: 'REQUIREMENT_REVIEW' } };
    expect((await ask(of)).nodes).toMatchObject([
      {
        ...{ reference: requirementStatementId, owner: 'SECRETARIAT', overdue: true },
        ...{ openedOn: '2024-07-01', dueOn: '2024-07-01', record: { kind: 'PLEDGE_DESCRIPTION' } },
      },
    ]);
    expect((await ask({ ...of, asOf: '2024-06-30' })).totalCount).toBe(0);
    const review = {
      ...{ pledgeId: id, reviewedOn: '2025-10-13', requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V2' },
      ...{ conclusion: 'NO_CHANGE', reason: 'Compared line by line.', expectedVersion: version },
    };
    await changed(registry, STAFF, 'reviewRequirement', review);
    expect((await ask(of)).totalCount).toBe(0);
  });

  it('is nothing of a pledge that was withdrawn', async () => {
    const { id, version } = await pledgeIn(registry, 'REGISTERED', { reference: 'GONE' });
    const caveat = { pledgeId: id, knownOn: '2025-09-01', statement: 'None at sea.' };
    await changed(registry, RWANDA, 'declareCaveat', caveat);
    const of = { filter: { pledgeId: id } };
    expect((await ask(of)).totalCount).toBe(2);
    const step = { pledgeId: id, occurredOn: '2025-10-01', expectedVersion: version };
    await changed(registry, RWANDA, 'withdrawPledge', step);
    expect((await ask(of)).totalCount).toBe(0);
    expect((await ask({ ...of, asOf: '2025-09-30' })).totalCount).toBe(2);
  });
});
