import { changed, type Input } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { draftedPledge, plannedVisit } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Input[];
}

describe('questions about visits', () => {
  let registry: TestRegistry;
  let battalion: string;
  let hospital: string;
  let advisory: string;
  let inspection: string;
  let planned: string;
  const records: Record<string, string> = {};

  const make = async (mutation: string, type: string, input: Input) =>
    (await changed(registry, STAFF, mutation, input, `${type} { id }`)).id;

  beforeAll(async () => {
    registry = await startRegistry();
    battalion = await draftedPledge(registry, 'RWA', 'RWA-INF-1');
    hospital = await draftedPledge(registry, 'RWA', 'RWA-HOSP-1', 'MEDICAL_LEVEL_2');
    const ghana = await draftedPledge(registry, 'GHA', 'GHA-INF-1');
    advisory = await plannedVisit(registry, 'AAV', [battalion, hospital], ['2025-09-01', '2025-09-05']);
    inspection = await plannedVisit(registry, 'HOSPITAL', [hospital], ['2025-08-04', '2025-08-06']);
    planned = await plannedVisit(registry, 'PRE_DEPLOYMENT', [battalion]);
    await plannedVisit(registry, 'AAV', [ghana], ['2025-06-02', '2025-06-06'], 'GHA');
    const of = { visitId: advisory, pledgeId: battalion };
    const found = { ...of, area: 'TRAINING', owner: 'MISSION', statement: 'Found wanting.' };
    await make('recordOutcome', 'VisitOutcome', {
      ...of,
      outcome: 'UNSATISFACTORY',
      summary: 'Not as pledged.',
    });
    records['late'] = await make('raiseFinding', 'Finding', {
      ...found,
      severity: 'CRITICAL',
      dueOn: '2025-10-12',
    });
    records['today'] = await make('raiseFinding', 'Finding', {
      ...found,
      severity: 'MAJOR',
      dueOn: '2025-10-13',
    });
    records['closed'] = await make('raiseFinding', 'Finding', {
      ...found,
      severity: 'MINOR',
      dueOn: '2025-09-30',
    });
    const answer = { findingId: records['late'], answeredOn: '2025-09-20', answer: 'A course begins.' };
    await changed(registry, memberState('RWA'), 'answerFinding', answer);
    const closure = {
      findingId: records['closed'],
      closedOn: '2025-10-10',
      evidence: 'Seen.',
      expectedVersion: 1,
    };
    await make('closeFinding', 'FindingClosure', closure);
    const advice = { ...of, kind: 'RECOMMENDATION', area: 'MEDICAL', statement: 'Hold a second ambulance.' };
    records['advice'] = await make('raiseRecommendation', 'Recommendation', advice);
    records['deficiency'] = await make('raiseHospitalDeficiency', 'HospitalDeficiency', {
      visitId: inspection,
      pledgeId: hospital,
      severity: 'CRITICAL',
      raisedOn: '2025-08-05',
      dueOn: '2025-11-01',
      statement: 'No ventilator.',
    });
  });
  afterAll(() => registry.close());

  const ask = async <Found>(operation: string, field: string, variables: Input = {}, who = STAFF) => {
    const answer = await registry.ask(who, storedOperation(operation), { ...variables });
    expect(answer.body.errors).toBeUndefined();
    return answer.body.data?.[field] as Found;
  };
  const visits = (variables?: Input, who = STAFF): Promise<Page> => ask('visits', 'visits', variables, who);
  const followUps = (variables?: Input, who = STAFF): Promise<Page> =>
    ask('follow-ups', 'followUps', variables, who);
  const visit = (id: string, variables: Input = {}, who = STAFF): Promise<Input | null> =>
    ask('visit', 'visit', { id, ...variables }, who);
  const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

  describe('one visit', () => {
    it('shows plan, holding, and of each pledge what was concluded, found and done', async () => {
      expect(await visit(advisory)).toMatchObject({
        memberState: 'RWA',
        reference: 'V-2025-1',
        kind: 'AAV',
        version: 2,
        recordedAt: '2025-10-13T12:00:00.000Z',
        plan: { decidedOn: '2024-02-01', plannedFrom: '2025-09-01', purpose: 'Verify the pledge' },
        holding: { heldFrom: '2025-09-01', heldUntil: '2025-09-05', team: ['Team leader'] },
        coverage: [
          { reference: 'RWA-HOSP-1', unitType: 'MEDICAL_LEVEL_2', outcome: null, findings: [] },
          {
            reference: 'RWA-INF-1',
            outcome: { outcome: 'UNSATISFACTORY', summary: 'Not as pledged.' },
            findings: [
              {
                reference: 'F-1',
                open: true,
                overdue: true,
                closure: null,
                answers: [{ answeredOn: '2025-09-20', answer: 'A course begins.' }],
              },
              { reference: 'F-2', open: true, overdue: false, answers: [] },
              {
                reference: 'F-3',
                open: false,
                overdue: false,
                closure: { closedOn: '2025-10-10', evidence: 'Seen.' },
              },
            ],
            recommendations: [
              { reference: 'R-1', kind: 'RECOMMENDATION', open: true, overdue: false, answer: null },
            ],
          },
        ],
      });
      expect(await visit(inspection)).toMatchObject({
        coverage: [
          { hospitalDeficiencies: [{ reference: 'H-1', open: true, overdue: false, closure: null }] },
        ],
      });
    });

    it('shows on a day what was there by that day', async () => {
      expect(await visit(advisory, { asOf: '2024-01-31' })).toBeNull();
      expect(await visit(advisory, { asOf: '2025-09-04' })).toMatchObject({
        holding: null,
        coverage: [{}, { outcome: null, findings: [], recommendations: [] }],
      });
      expect(await visit(advisory, { asOf: '2025-10-09' })).toMatchObject({
        coverage: [{}, { findings: [{}, {}, { open: true, overdue: true, closure: null }] }],
      });
    });

    it('shows what was known then, and no version to act on', async () => {
      const knownOn = registry.clock.now().toISOString();
      const then = await visit(planned, { knownOn });
      expect(then).toEqual({ ...(await visit(planned)), version: null });
      registry.clock.moveTo(new Date(registry.clock.now().getTime() + 60_000));
      await changed(registry, STAFF, 'replanVisit', {
        visitId: planned,
        decidedOn: '2025-10-13',
        plannedFrom: '2025-12-01',
        plannedUntil: '2025-12-05',
        expectedVersion: 1,
      });
      expect(await visit(planned)).toMatchObject({ plan: { plannedFrom: '2025-12-01' } });
      expect(await visit(planned, { knownOn })).toEqual(then);
      expect(await visit(planned, { asOf: '2025-10-12' })).toMatchObject({
        plan: { plannedFrom: '2025-11-03' },
      });
    });

    it('shows staff whom it is given to', async () => {
      const assignment = { visitId: inspection, subject: 'evaluator-1', assignedOn: '2025-07-01' };
      await changed(registry, STAFF, 'assignVisit', assignment);
      expect(await visit(inspection)).toMatchObject({
        assignments: [{ subject: 'evaluator-1', assignedOn: '2025-07-01' }],
      });
      expect(await visit(advisory)).toMatchObject({ assignments: [] });
    });

    it('is hidden from other Member States as if it were missing', async () => {
      expect(await visit(advisory, {}, memberState('GHA'))).toBeNull();
      expect(await visit('01990000-0000-7000-8000-000000000000')).toBeNull();
      expect(await visit(advisory, {}, memberState('RWA'))).toMatchObject({
        id: advisory,
        assignments: null,
      });
    });
  });

  describe('many visits', () => {
    it('come by pages, the latest first, each once', async () => {
      const all = await visits();
      expect(all.totalCount).toBe(4);
      expect(idsOf(all).slice(0, 3)).toEqual([planned, advisory, inspection]);
      const seen: unknown[] = [];
      let after: string | null = null;
      do {
        const page: Page = await visits({ first: 1, after });
        expect(page.totalCount).toBe(4);
        seen.push(...idsOf(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(idsOf(all));
    });

    it.each<[string, Input, () => readonly string[]]>([
      ['kinds', { kinds: ['HOSPITAL', 'PRE_DEPLOYMENT'] }, () => [planned, inspection]],
      ['those that were held', { held: true, memberState: 'RWA' }, () => [advisory, inspection]],
      ['those that were not', { held: false }, () => [planned]],
      ['a span of days', { from: '2025-08-06', until: '2025-09-05' }, () => [advisory, inspection]],
      ['findings past their due day', { findingsOverdue: true }, () => [advisory]],
    ])('are filtered by %s', async (_what, filter, expected) => {
      expect(idsOf(await visits({ filter }))).toEqual(expected());
    });

    it('are filtered by a pledge, and by a Member State', async () => {
      expect(idsOf(await visits({ filter: { pledgeId: hospital } }))).toEqual([advisory, inspection]);
      expect((await visits({ filter: { memberState: 'GHA' } })).totalCount).toBe(1);
    });

    it('are a Member State’s own alone', async () => {
      expect((await visits({}, memberState('GHA'))).totalCount).toBe(1);
      expect((await visits({}, memberState('NPL'))).totalCount).toBe(0);
    });

    it.each<[string, Input, string]>([
      ['an unknown Member State', { filter: { memberState: 'XXX' } }, 'UNKNOWN_MEMBER_STATE'],
      ['an unknown kind', { filter: { kinds: ['PICNIC'] } }, 'UNKNOWN_CODE'],
      ['a page too large', { first: 201 }, 'TOO_LARGE'],
      ['a page of nothing', { first: 0 }, 'TOO_SMALL'],
      ['a cursor of nobody', { after: 'nonsense' }, 'NOT_FOUND'],
      ['a day out of range', { asOf: '1989-12-31' }, 'AS_OF_OUT_OF_RANGE'],
      ['an instant to come', { knownOn: '2026-01-01T00:00:00Z' }, 'KNOWN_ON_IN_FUTURE'],
    ])('are not asked for with %s', async (_what, variables, code) => {
      const { body } = await registry.ask(STAFF, storedOperation('visits'), variables);
      expect(body.data).toEqual({ visits: null });
      expect(body.errors).toMatchObject([{ extensions: { code } }]);
    });
  });

  describe('follow-ups', () => {
    it('are what is open, due first at the top, without a due day at the end', async () => {
      const { nodes, totalCount } = await followUps();
      expect(totalCount).toBe(4);
      expect(nodes).toMatchObject([
        {
          id: records['late'],
          kind: 'FINDING',
          reference: 'F-1',
          memberState: 'RWA',
          pledgeId: battalion,
          pledgeReference: 'RWA-INF-1',
          visitId: advisory,
          openedOn: '2025-09-05',
          dueOn: '2025-10-12',
          overdue: true,
          owner: 'MISSION',
          severity: 'CRITICAL',
        },
        { id: records['today'], overdue: false },
        {
          id: records['deficiency'],
          kind: 'HOSPITAL_DEFICIENCY',
          owner: 'MEMBER_STATE',
          dueOn: '2025-11-01',
        },
        { id: records['advice'], kind: 'RECOMMENDATION', dueOn: null, overdue: false },
      ]);
    });

    it('are open on a day before they were closed', async () => {
      const { nodes } = await followUps({ asOf: '2025-10-09', filter: { kind: 'FINDING' } });
      expect(nodes.map(({ id }) => id)).toEqual([records['closed'], records['late'], records['today']]);
      expect((await followUps({ asOf: '2025-08-04' })).totalCount).toBe(0);
    });

    it.each<[string, Input, () => readonly unknown[]]>([
      ['what is overdue', { overdueOnly: true }, () => [records['late']]],
      ['what is due before a day', { dueBefore: '2025-11-01' }, () => [records['late'], records['today']]],
      ['a kind', { kind: 'RECOMMENDATION' }, () => [records['advice']]],
      ['a pledge', { pledgeId: hospital }, () => [records['deficiency']]],
      ['a Member State', { memberState: 'GHA' }, () => []],
    ])('are filtered by %s', async (_what, filter, expected) => {
      const filled = 'pledgeId' in filter ? { pledgeId: hospital } : filter;
      expect(idsOf(await followUps({ filter: filled }))).toEqual(expected());
    });

    it('come by pages, past the last due day too', async () => {
      const first = await followUps({ first: 3 });
      const { endCursor: after } = first.pageInfo;
      expect(first.pageInfo.hasNextPage).toBe(true);
      const last = await followUps({ first: 3, after });
      expect(idsOf(last)).toEqual([records['advice']]);
      const end = await followUps({ first: 3, after: last.pageInfo.endCursor });
      expect(end).toMatchObject({
        totalCount: 4,
        nodes: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
    });

    it('are a Member State’s own alone', async () => {
      expect((await followUps({}, memberState('GHA'))).totalCount).toBe(0);
      expect((await followUps({}, memberState('RWA'))).totalCount).toBe(4);
    });
  });
});
