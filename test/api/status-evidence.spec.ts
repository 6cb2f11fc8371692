import { changed, refused } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { plannedVisit, pledgeIn } from '#test/support/recorded.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly records: readonly { readonly kind: string; readonly id: string }[];
}
interface Pledge {
  readonly status: {
    readonly level: string;
    readonly status: string;
    readonly nextChangeOn: string | null;
    readonly reasons: readonly Reason[];
    readonly ladder: { readonly next: string };
  };
  readonly timeline: { readonly totalCount: number; readonly nodes: readonly { kind: string; id: string }[] };
}

describe('the evidence behind a status, recorded by mutations', () => {
  let registry: TestRegistry;
  let pledgeId: string;
  let visitId: string;
  const recorded: Record<string, string> = {};

  const record = async (name: string, mutation: string, input: Record<string, unknown>, thing: string) => {
    const { id } = await changed(registry, STAFF, mutation, input, `${thing} { id }`);
    recorded[name] = id;
    return id;
  };

  beforeAll(async () => {
    registry = await startRegistry();
    ({ id: pledgeId } = await pledgeIn(registry, 'REGISTERED'));
    for (const type of [
      'NOTE_VERBALE',
      'TABLE_OF_ORGANIZATION',
      'MAJOR_EQUIPMENT_LIST',
      'SELF_SUSTAINMENT_LIST',
    ]) {
      const validUntil = type === 'TABLE_OF_ORGANIZATION' ? '2025-08-31' : undefined;
      await record(type, 'addDocument', { pledgeId, type, receivedOn: '2024-02-01', validUntil }, 'Document');
    }
    await record('confirmation', 'confirmPledge', { pledgeId, confirmedOn: '2025-05-01' }, 'Confirmation');
    visitId = await plannedVisit(registry, 'AAV', [pledgeId], ['2025-03-03', '2025-03-07']);
    const visited = { visitId, pledgeId };
    const outcome = { ...visited, outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS' };
    await record('outcome', 'recordOutcome', outcome, 'VisitOutcome');
    const found = { ...visited, area: 'TRAINING', statement: 'Crowd control is not trained' };
    const finding = { ...found, severity: 'CRITICAL', owner: 'MEMBER_STATE', dueOn: '2025-09-30' };
    await record('finding', 'raiseFinding', finding, 'Finding');
    await record(
      'recommendation',
      'raiseRecommendation',
      { ...found, kind: 'RECOMMENDATION' },
      'Recommendation',
    );
    await record(
      'measurement',
      'recordMeasurement',
      {
        pledgeId,
        measuredOn: '2025-03-07',
        basis: 'BY_LINE',
        personnel: { required: 160, available: 120 },
        equipmentLines: [
          {
            item: 'ARMOURED_PERSONNEL_CARRIER',
            critical: true,
            agreed: 10,
            present: 10,
            serviceable: 10,
          },
        ],
        selfSustainmentCategories: [{ category: 'CATERING', required: 160, available: 160 }],
      },
      'Measurement',
    );
    await record(
      'bar',
      'barMemberState',
      {
        memberState: 'RWA',
        decision: 'D-1',
        decidedOn: '2025-10-01',
        fromOn: '2026-01-01',
        reason: 'Decided',
      },
      'Bar',
    );
  });
  afterAll(() => registry.close());

  const ask = (variables: Record<string, unknown> = {}, who = STAFF) =>
    registry.ask(who, storedOperation('pledge'), { id: pledgeId, ...variables });
  const asked = async (...question: Parameters<typeof ask>): Promise<Pledge | null> => {
    const answer = await ask(...question);
    if (answer.body.errors) throw new Error(answer.text);
    return answer.body.data?.['pledge'] as Pledge | null;
  };

  it('gives each reason the ids that its mutations answered with', async () => {
    const pledge = await asked();
    const ids = Object.fromEntries(
      (pledge?.status.reasons ?? []).map(({ code, records }) => [code, records.map(({ id }) => id)]),
    );
    expect(pledge?.status).toMatchObject({ level: 'NONE', status: 'NOT_READY', nextChangeOn: '2025-11-02' });
    expect(ids).toMatchObject({
      DOC_EXPIRED: [recorded['TABLE_OF_ORGANIZATION']],
      AAV_CRITICAL_FINDING_OVERDUE: [recorded['finding']],
      RATING_3: [recorded['measurement']],
      HR_SCREENING_PENDING: [],
    });
    expect(ids['AAV_RECOMMENDATIONS_OPEN']).toEqual(
      expect.arrayContaining([recorded['outcome'], recorded['recommendation']]),
    );
    expect(pledge?.status.ladder.next).toBe('LEVEL_1');
  });

  it('lists every record in the timeline', async () => {
    const ids = (await asked())?.timeline.nodes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.values(recorded)));
  });

  it('changes with a day: what was not there yet, and what will come into force', async () => {
    const codes = async (asOf: string) => (await asked({ asOf }))?.status.reasons.map(({ code }) => code);
    expect(await codes('2025-03-06')).toContain('NO_AAV');
    expect(await codes('2025-08-31')).not.toContain('DOC_EXPIRED');
    expect(await codes('2025-09-30')).toContain('AAV_CRITICAL_FINDING_OPEN');
    expect(await codes('2026-01-01')).toContain('DEPLOYMENT_BAR');
    expect(await codes('2025-12-31')).not.toContain('DEPLOYMENT_BAR');
  });

  it('shows an evaluator the whole pledge once it is assigned, and nothing before', async () => {
    expect(await asked({}, EVALUATOR)).toBeNull();
    const assignment = { pledgeId, subject: EVALUATOR.subject, assignedOn: '2025-10-01' };
    await changed(registry, STAFF, 'assignUnit', assignment);
    const seen = await asked({}, EVALUATOR);
    expect(seen?.status).toEqual((await asked())?.status);
    const own = await asked({}, memberState('RWA'));
    expect(own?.status).toEqual(seen?.status);
    expect(own?.timeline.nodes.map(({ kind }) => kind)).not.toContain('ASSIGNMENT');
  });

  it('shows an evaluator of the unit a visit of others, and lets them write nothing of it', async () => {
    const raised = { visitId, pledgeId, area: 'TRAINING', statement: 'Not seen', dueOn: '2026-01-01' };
    const finding = { ...raised, severity: 'MINOR', owner: 'MEMBER_STATE' };
    expect(await refused(registry, EVALUATOR, 'raiseFinding', finding)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const planned = await plannedVisit(registry, 'PRE_ROTATION', [pledgeId]);
    const days = { heldFrom: '2025-10-01', heldUntil: '2025-10-02' };
    const holding = { visitId: planned, ...days, team: ['Team leader'], expectedVersion: 1 };
    expect(await refused(registry, EVALUATOR, 'holdVisit', holding)).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('answers as known before a change exactly as it did then', async () => {
    const knownOn = registry.clock.now().toISOString();
    const before = await ask({ knownOn });
    registry.clock.moveTo(new Date(registry.clock.now().getTime() + 60_000));
    const closing = { findingId: recorded['finding'], closedOn: '2025-10-12', evidence: 'Trained and seen' };
    await changed(registry, STAFF, 'closeFinding', { ...closing, expectedVersion: await versionOfPledge() });
    const correction = {
      kind: 'MEASUREMENT',
      id: recorded['measurement'],
      reason: 'Another unit was counted',
    };
    await changed(registry, STAFF, 'correct', { ...correction, expectedVersion: await versionOfPledge() });
    const codes = (await asked())?.status.reasons.map(({ code }) => code);
    expect(codes).not.toContain('AAV_CRITICAL_FINDING_OVERDUE');
    expect(codes).not.toContain('RATING_3');
    expect(codes).toContain('DATA_MISSING');
    expect((await ask({ knownOn })).text).toBe(before.text);
  });

  const versionOfPledge = async (): Promise<number> => {
    const { body } = await registry.ask(STAFF, `query ($id: ID!) { pledge(id: $id) { version } }`, {
      id: pledgeId,
    });
    return (body.data?.['pledge'] as { version: number }).version;
  };
});
