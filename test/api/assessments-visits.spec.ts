import { change, changed, refused } from '#test/support/changes.js';
import { draftedPledge, plannedVisit } from '#test/support/recorded.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

describe('visits', () => {
  let registry: TestRegistry;
  let battalion: string;
  let police: string;
  let foreign: string;
  beforeAll(async () => {
    registry = await startRegistry();
    battalion = await draftedPledge(registry, 'RWA', 'RWA-INF-1');
    police = await draftedPledge(registry, 'RWA', 'RWA-FPU-1', 'FORMED_POLICE_UNIT');
    foreign = await draftedPledge(registry, 'GHA', 'GHA-INF-1');
  });
  afterAll(() => registry.close());

  const plan = (values: Record<string, unknown> = {}) => ({
    memberState: 'RWA',
    kind: 'AAV',
    decidedOn: '2025-10-01',
    plannedFrom: '2025-11-03',
    plannedUntil: '2025-11-07',
    purpose: 'Verify the pledge',
    pledgeIds: [battalion],
    ...values,
  });

  describe('are planned', () => {
    it('with the next free reference of their year, or one that is given', async () => {
      const visit = 'Visit { reference kind version memberState }';
      const first = await changed(registry, STAFF, 'planVisit', plan(), visit);
      expect(first).toMatchObject({ reference: 'V-2025-1', kind: 'AAV', version: 1, memberState: 'RWA' });
      await changed(registry, STAFF, 'planVisit', plan({ reference: 'V-2025-7' }));
      expect(await changed(registry, STAFF, 'planVisit', plan(), visit)).toMatchObject({
        reference: 'V-2025-8',
      });
    });

    it.each([
      [
        'a day of decision after today',
        { decidedOn: '2025-10-14' },
        'AFTER_TODAY',
        'decidedOn',
        '2025-10-14',
      ],
      [
        'days the wrong way round',
        { plannedUntil: '2025-11-02' },
        'INTERVAL_REVERSED',
        'plannedUntil',
        '2025-11-02',
      ],
      ['an unknown Member State', { memberState: 'XXX' }, 'UNKNOWN_MEMBER_STATE', 'memberState', 'XXX'],
      ['an unknown kind', { kind: 'PICNIC' }, 'UNKNOWN_CODE', 'kind', 'PICNIC'],
      ['no pledge', { pledgeIds: [] }, 'REQUIRED', 'pledgeIds', expect.anything()],
      ['a blank purpose', { purpose: ' ' }, 'REQUIRED', 'purpose', ' '],
      ['a reference in use', { reference: 'V-2025-1' }, 'ALREADY_EXISTS', 'reference', 'V-2025-1'],
    ])('refused with %s', async (_what, values, code, field, value) => {
      expect(await refused(registry, STAFF, 'planVisit', plan(values))).toMatchObject({ code, field, value });
    });

    it('refused for a pledge of another Member State, a missing one, and one twice', async () => {
      expect(await refused(registry, STAFF, 'planVisit', plan({ pledgeIds: [foreign] }))).toMatchObject({
        code: 'NOT_COVERED_BY_VISIT',
        value: 'GHA-INF-1',
        limit: 'RWA',
      });
      const missing = '01990000-0000-7000-8000-000000000000';
      expect(await refused(registry, STAFF, 'planVisit', plan({ pledgeIds: [missing] }))).toMatchObject({
        code: 'NOT_FOUND',
        value: missing,
      });
      expect(
        await refused(registry, STAFF, 'planVisit', plan({ pledgeIds: [police, police] })),
      ).toMatchObject({
        code: 'ALREADY_EXISTS',
        value: 'RWA-FPU-1',
      });
    });

    it.each(['HOSPITAL', 'FPU_ASSESSMENT'])('refused for a unit that %s does not look at', async (kind) => {
      expect(await refused(registry, STAFF, 'planVisit', plan({ kind }))).toMatchObject({
        code: 'UNIT_TYPE_NOT_ELIGIBLE',
        value: 'INFANTRY_BATTALION',
        limit: kind,
      });
    });

    it.each([memberState('RWA'), EVALUATOR])('by staff only', async (principal) => {
      expect(await refused(registry, principal, 'planVisit', plan())).toMatchObject({
        code: 'NOT_PERMITTED',
      });
    });
  });

  describe('are planned anew', () => {
    const replan = (visitId: string, values: Record<string, unknown> = {}) => ({
      visitId,
      decidedOn: '2025-10-10',
      plannedFrom: '2025-12-01',
      plannedUntil: '2025-12-05',
      expectedVersion: 1,
      ...values,
    });

    it('for other days and further pledges', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      const input = replan(visitId, { addedPledgeIds: [police] });
      expect(await changed(registry, STAFF, 'replanVisit', input, 'Visit { version }')).toMatchObject({
        version: 2,
      });
    });

    it('refused with a stale version, a pledge that is covered, and once held', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      expect(
        await refused(registry, STAFF, 'replanVisit', replan(visitId, { expectedVersion: 2 })),
      ).toMatchObject({
        code: 'STALE_VERSION',
        currentVersion: 1,
      });
      const again = replan(visitId, { addedPledgeIds: [battalion] });
      expect(await refused(registry, STAFF, 'replanVisit', again)).toMatchObject({ code: 'ALREADY_EXISTS' });
      const held = await plannedVisit(registry, 'AAV', [battalion], ['2025-09-01', '2025-09-05']);
      expect(
        await refused(registry, STAFF, 'replanVisit', replan(held, { expectedVersion: 2 })),
      ).toMatchObject({
        code: 'ALREADY_CLOSED',
        limit: '2025-09-05',
      });
    });
  });

  describe('are held', () => {
    const hold = (visitId: string, values: Record<string, unknown> = {}) => ({
      visitId,
      heldFrom: '2025-10-06',
      heldUntil: '2025-10-10',
      team: ['Team leader', 'Equipment officer'],
      expectedVersion: 1,
      ...values,
    });

    it('over days by a team, once', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      const held = await changed(registry, STAFF, 'holdVisit', hold(visitId), 'Visit { version }');
      expect(held).toMatchObject({ version: 2 });
      expect(
        await refused(registry, STAFF, 'holdVisit', hold(visitId, { expectedVersion: 2 })),
      ).toMatchObject({
        code: 'ALREADY_EXISTS',
        limit: '2025-10-10',
      });
    });

    it.each([
      ['days the wrong way round', { heldUntil: '2025-10-05' }, 'INTERVAL_REVERSED', 'heldUntil'],
      ['a last day after today', { heldUntil: '2025-10-14' }, 'AFTER_TODAY', 'heldUntil'],
      ['no team', { team: [] }, 'REQUIRED', 'team'],
      ['a nameless post', { team: [' '] }, 'REQUIRED', 'team'],
      ['a stale version', { expectedVersion: 9 }, 'STALE_VERSION', 'expectedVersion'],
    ])('refused with %s', async (_what, values, code, field) => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      expect(await refused(registry, STAFF, 'holdVisit', hold(visitId, values))).toMatchObject({
        code,
        field,
      });
    });

    it('by the evaluator who is assigned, and no other', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      const notFound = { code: 'NOT_FOUND', field: 'visitId', value: visitId };
      expect(await refused(registry, EVALUATOR, 'holdVisit', hold(visitId))).toMatchObject(notFound);
      const input = { visitId, subject: EVALUATOR.subject, assignedOn: '2025-10-01' };
      await changed(registry, STAFF, 'assignVisit', input);
      expect(
        await change(registry, EVALUATOR, 'holdVisit', hold(visitId), 'Visit { version }'),
      ).toMatchObject({
        version: 2,
      });
    });
  });

  describe('are assigned', () => {
    it('once to an evaluator, from a day up to today', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      const input = { visitId, subject: 'evaluator-2', assignedOn: '2025-10-01' };
      const assignment = 'Assignment { subject visitId pledgeId assignedOn }';
      expect(await changed(registry, STAFF, 'assignVisit', input, assignment)).toMatchObject({
        subject: 'evaluator-2',
        visitId,
        pledgeId: null,
        assignedOn: '2025-10-01',
      });
      expect(await refused(registry, STAFF, 'assignVisit', input)).toMatchObject({
        code: 'ALREADY_EXISTS',
        field: 'subject',
        value: 'evaluator-2',
      });
      const later = { ...input, subject: 'evaluator-3', assignedOn: '2025-10-14' };
      expect(await refused(registry, STAFF, 'assignVisit', later)).toMatchObject({ code: 'AFTER_TODAY' });
      const unseen = await refused(registry, memberState('RWA'), 'assignVisit', input);
      expect(unseen).toMatchObject({ code: 'NOT_PERMITTED' });
    });

    it('as a unit can be', async () => {
      const input = { pledgeId: police, subject: 'evaluator-4', assignedOn: '2025-10-01' };
      expect(
        await changed(registry, STAFF, 'assignUnit', input, 'Assignment { pledgeId visitId }'),
      ).toMatchObject({
        pledgeId: police,
        visitId: null,
      });
      expect(await refused(registry, STAFF, 'assignUnit', input)).toMatchObject({ code: 'ALREADY_EXISTS' });
      const missing = { ...input, pledgeId: '01990000-0000-7000-8000-000000000000' };
      expect(await refused(registry, STAFF, 'assignUnit', missing)).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('are not held once they were called off', async () => {
    const planned = 'Visit { id coverage { id } }';
    const { id: visitId, coverage } = await changed(registry, STAFF, 'planVisit', plan(), planned);
    const { body } = await registry.ask(STAFF, `{ pledge(id: "${battalion}") { version } }`);
    const { version: expectedVersion } = body.data?.['pledge'] as { version: number };
    const [{ id }] = coverage as [{ id: string }];
    const calledOff = { kind: 'VISIT_COVERAGE', id, reason: 'Called off', expectedVersion };
    await changed(registry, STAFF, 'correct', calledOff);
    const held = { heldFrom: '2025-09-02', heldUntil: '2025-09-03', team: ['Team leader'] };
    expect(
      await refused(registry, STAFF, 'holdVisit', { visitId, expectedVersion: 1, ...held }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'visitId' });
  });

  describe('conclude', () => {
    it('once of each pledge that they cover, in the words of their kind', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion], ['2025-09-01', '2025-09-05']);
      const input = { visitId, pledgeId: battalion, outcome: 'SATISFACTORY', summary: 'As pledged' };
      const wrong = { ...input, outcome: 'PASS' };
      expect(await refused(registry, STAFF, 'recordOutcome', wrong)).toMatchObject({
        code: 'OUTCOME_NOT_OF_KIND',
        value: 'PASS',
        limit: 'SATISFACTORY, SATISFACTORY_WITH_RECOMMENDATIONS, UNSATISFACTORY',
      });
      expect(await refused(registry, STAFF, 'recordOutcome', { ...input, pledgeId: police })).toMatchObject({
        code: 'NOT_COVERED_BY_VISIT',
        value: 'RWA-FPU-1',
      });
      expect(
        await changed(registry, STAFF, 'recordOutcome', input, 'VisitOutcome { outcome visitId }'),
      ).toMatchObject({
        outcome: 'SATISFACTORY',
        visitId,
      });
      expect(await refused(registry, STAFF, 'recordOutcome', input)).toMatchObject({
        code: 'ALREADY_EXISTS',
        value: 'RWA-INF-1',
      });
    });

    it('not before they are held, and not by those who are not assigned', async () => {
      const visitId = await plannedVisit(registry, 'AAV', [battalion]);
      const input = { visitId, pledgeId: battalion, outcome: 'SATISFACTORY' };
      expect(await refused(registry, STAFF, 'recordOutcome', input)).toMatchObject({
        code: 'VISIT_NOT_HELD',
      });
      const other = { ...EVALUATOR, subject: 'evaluator-9' };
      expect(await refused(registry, other, 'recordOutcome', input)).toMatchObject({ code: 'NOT_FOUND' });
      const own = memberState('RWA');
      expect(await refused(registry, own, 'recordOutcome', input)).toMatchObject({ code: 'NOT_PERMITTED' });
    });
  });
});
