import { changed, refused } from '#test/support/changes.js';
import { deployedPledge, plannedVisit, recordedEvaluation } from '#test/support/recorded.js';
import { EVALUATOR, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

describe('an evaluator', () => {
  let registry: TestRegistry;
  let unit: string;
  let other: string;
  let visit: string;
  beforeAll(async () => {
    registry = await startRegistry();
    unit = await deployedPledge(registry, 'RWA', 'RWA-INF-1');
    other = await deployedPledge(registry, 'RWA', 'RWA-INF-2');
    visit = await plannedVisit(registry, 'AAV', [unit, other], ['2025-09-01', '2025-09-05']);
    for (const pledgeId of [unit, other]) {
      const outcome = { visitId: visit, pledgeId, outcome: 'SATISFACTORY' };
      await changed(registry, STAFF, 'recordOutcome', outcome);
      await recordedEvaluation(registry, pledgeId);
    }
  });
  afterAll(() => registry.close());

  const seenBy = async (subject: string) => {
    const { body } = await registry.ask(
      { ...EVALUATOR, subject },
      `{ visits { totalCount nodes { id holding { heldUntil } coverage { reference outcome { outcome } } } }
         evaluations { nodes { pledgeReference } } followUps { totalCount } }`,
    );
    expect(body.errors).toBeUndefined();
    return body.data;
  };
  const covered = (reference: string) => ({ reference, outcome: { outcome: 'SATISFACTORY' } });

  it('sees nothing while nothing is assigned', async () => {
    expect(await seenBy('evaluator-0')).toEqual({
      visits: { totalCount: 0, nodes: [] },
      evaluations: { nodes: [] },
      followUps: { totalCount: 0 },
    });
  });

  it('who is assigned a visit sees it whole, and the pledges that it covers', async () => {
    const subject = 'evaluator-of-visit';
    await changed(registry, STAFF, 'assignVisit', { visitId: visit, subject, assignedOn: '2025-09-01' });
    expect(await seenBy(subject)).toMatchObject({
      visits: { nodes: [{ id: visit, coverage: [covered('RWA-INF-1'), covered('RWA-INF-2')] }] },
      evaluations: { nodes: [{ pledgeReference: 'RWA-INF-2' }, { pledgeReference: 'RWA-INF-1' }] },
    });
  });

  it('who is assigned a unit sees all its facts, of a visit that covers others too only what is of the unit', async () => {
    const subject = 'evaluator-of-unit';
    await changed(registry, STAFF, 'assignUnit', { pledgeId: unit, subject, assignedOn: '2025-09-01' });
    expect(await seenBy(subject)).toMatchObject({
      visits: {
        totalCount: 1,
        nodes: [{ id: visit, holding: { heldUntil: '2025-09-05' }, coverage: [covered('RWA-INF-1')] }],
      },
      evaluations: { nodes: [{ pledgeReference: 'RWA-INF-1' }] },
    });
    const finding = {
      visitId: visit,
      pledgeId: other,
      area: 'TRAINING',
      severity: 'MINOR',
      owner: 'MISSION',
      dueOn: '2025-12-01',
      statement: 'One.',
    };
    expect(await refused(registry, { ...EVALUATOR, subject }, 'raiseFinding', finding)).toMatchObject({
      code: 'NOT_FOUND',
      field: 'pledgeId',
    });
    const planned = await plannedVisit(registry, 'AAV', [unit]);
    const hold = {
      visitId: planned,
      heldFrom: '2025-10-01',
      heldUntil: '2025-10-02',
      team: ['Team leader'],
      expectedVersion: 1,
    };
    expect(await refused(registry, { ...EVALUATOR, subject }, 'holdVisit', hold)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('may not correct what a visit found that is seen for the sake of a unit', async () => {
    const subject = 'evaluator-beside';
    const mine = await plannedVisit(registry, 'AAV', [unit], ['2025-09-10', '2025-09-12']);
    const assigned = { visitId: mine, subject: 'evaluator-of-mine', assignedOn: '2025-09-10' };
    await changed(registry, STAFF, 'assignVisit', assigned);
    const outcome = { visitId: mine, pledgeId: unit, outcome: 'SATISFACTORY' };
    const { id } = await changed(
      registry,
      { ...EVALUATOR, subject: 'evaluator-of-mine' },
      'recordOutcome',
      outcome,
      'VisitOutcome { id }',
    );
    await changed(registry, STAFF, 'assignUnit', { pledgeId: unit, subject, assignedOn: '2025-09-01' });
    const correction = { kind: 'VISIT_OUTCOME', id, reason: 'Not mine', expectedVersion: 1 };
    expect(await refused(registry, { ...EVALUATOR, subject }, 'correct', correction)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('corrects what it measured itself, not what another did', async () => {
    const measuredBy = async (subject: string, women: number) => {
      await changed(registry, STAFF, 'assignUnit', { pledgeId: other, subject, assignedOn: '2025-09-01' });
      const personnel = { required: 100, available: 90, women };
      const input = { pledgeId: other, measuredOn: '2025-09-03', basis: 'BY_LINE', personnel };
      return changed(registry, { ...EVALUATOR, subject }, 'recordMeasurement', input, 'Measurement { id }');
    };
    const theirs = await measuredBy('evaluator-one', 10);
    const own = await measuredBy('evaluator-two', 11);
    const correction = { kind: 'MEASUREMENT', reason: 'Counted wrongly.', expectedVersion: 8 };
    const evaluator = { ...EVALUATOR, subject: 'evaluator-two' };
    expect(await refused(registry, evaluator, 'correct', { ...correction, id: theirs['id'] })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await changed(registry, evaluator, 'correct', { ...correction, id: own['id'] });
  });

  it('who is assigned a unit sees a visit no longer that was never to cover it', async () => {
    const subject = 'evaluator-of-another-unit';
    await changed(registry, STAFF, 'assignUnit', { pledgeId: other, subject, assignedOn: '2025-09-01' });
    const planned = await plannedVisit(registry, 'AAV', [unit, other]);
    const visits = async () => (await seenBy(subject))?.['visits'] as { totalCount: number };
    const before = await visits();
    const { body } = await registry.ask(
      STAFF,
      `{ visit(id: "${planned}") { coverage { id reference } } pledge(id: "${other}") { version } }`,
    );
    const { visit: found, pledge } = body.data as {
      visit: { coverage: { id: string; reference: string }[] };
      pledge: { version: number };
    };
    const covers = found.coverage.find(({ reference }) => reference === 'RWA-INF-2');
    const mistake = {
      ...{ kind: 'VISIT_COVERAGE', id: covers?.id, expectedVersion: pledge.version, reason: 'By mistake' },
    };
    await changed(registry, STAFF, 'correct', mistake);
    expect(await visits()).toMatchObject({ totalCount: before.totalCount - 1 });
  });
});
