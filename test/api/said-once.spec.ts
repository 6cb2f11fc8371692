import { changed, refused, type Input } from '#test/support/changes.js';
import { deployedPledge, pledgeIn, plannedVisit, recordedEvaluation } from '#test/support/recorded.js';
import { offerAll, requirement } from '#test/support/requirements.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const EVALUATED = { mission: 'UNMISS', periodFrom: '2025-01-01', periodUntil: '2025-06-30' };
const MEASURED = { measuredOn: '2025-03-01', basis: 'BY_LINE' };
const line = (present: number) => ({ item: 'GENERATOR', agreed: 10, present });

describe('what is sent once more after its answer was lost', () => {
  let registry: TestRegistry;
  let ids: Readonly<Record<'pledgeId' | 'visitId' | 'hospital' | 'findingId' | 'improvementPlanId', string>>;

  beforeAll(async () => {
    registry = await startRegistry();
    const pledgeId = await deployedPledge(registry, 'RWA', 'RWA-INF-1');
    const { id: hospital } = await pledgeIn(registry, 'REGISTERED', { unitType: 'MEDICAL_LEVEL_2' });
    const visitId = await plannedVisit(registry, 'AAV', [pledgeId], ['2025-05-05', '2025-05-06']);
    const found = { ...FINDING, visitId, pledgeId, statement: 'No range' };
    const { id: findingId } = await changed(registry, STAFF, 'raiseFinding', found, 'Finding { id }');
    const evaluationId = await recordedEvaluation(registry, pledgeId);
    const opening = { evaluationId, openedOn: '2025-08-01', dueOn: '2025-12-01', actions: [] };
    const plan = await changed(registry, STAFF, 'openPlan', opening, 'ImprovementPlan { id }');
    ids = { pledgeId, visitId, hospital, findingId, improvementPlanId: plan.id };
  });
  afterAll(() => registry.close());

  const FINDING = { area: 'TRAINING', severity: 'MINOR', owner: 'MEMBER_STATE', dueOn: '2025-12-01' };

  it.each<[mutation: string, type: string, field: string, input: () => Input, otherwise: Input]>([
    [
      ...(['raiseFinding', 'Finding', 'statement'] as const),
      () => ({ visitId: ids.visitId, pledgeId: ids.pledgeId, ...FINDING, statement: 'No medic' }),
      { statement: 'No driver' },
    ],
    [
      ...(['answerFinding', 'FindingAnswer', 'answer'] as const),
      () => ({ findingId: ids.findingId, answeredOn: '2025-07-01', answer: 'It is built' }),
      { answeredOn: '2025-07-02' },
    ],
    [
      ...(['recordMeasurement', 'Measurement', 'measuredOn'] as const),
      () => ({ pledgeId: ids.pledgeId, ...MEASURED, equipmentLines: [line(10)] }),
      { equipmentLines: [line(9)] },
    ],
    [
      ...(['recordEvaluation', 'Evaluation', 'evaluatedOn'] as const),
      () => ({
        ...{ pledgeId: ids.pledgeId, ...EVALUATED, evaluatedOn: '2025-07-15', scale: 'FIVE_STEP' },
        ...{ verdict: 'SATISFACTORY', areas: [{ area: 'GENDER', score: 3 }] },
      }),
      { areas: [{ area: 'GENDER', score: 4 }] },
    ],
    [
      ...(['raiseHospitalDeficiency', 'HospitalDeficiency', 'statement'] as const),
      () => ({
        ...{ pledgeId: ids.hospital, severity: 'CRITICAL', raisedOn: '2025-05-01' },
        statement: 'No blood bank',
      }),
      { severity: 'MINOR' },
    ],
    [
      ...(['declareCaveat', 'Caveat', 'statement'] as const),
      () => ({ pledgeId: ids.pledgeId, knownOn: '2025-05-01', statement: 'No night patrols' }),
      { resolveBy: '2025-12-31' },
    ],
    [
      ...(['addPlanAction', 'PlanAction', 'statement'] as const),
      () => ({
        ...{ improvementPlanId: ids.improvementPlanId, setOn: '2025-08-10', dueOn: '2025-10-01' },
        ...{ owner: 'MEMBER_STATE', statement: 'Train two patrols' },
      }),
      { dueOn: '2025-10-02' },
    ],
    [
      ...(['alignWithRequirement', 'RequirementAlignment', 'alignedOn'] as const),
      () => ({
        pledgeId: ids.pledgeId,
        ...offerAll(requirement('SUR_INFANTRY_BATTALION_V1'), '2024-06-20'),
      }),
      { selfSustainmentCategories: [] },
    ],
    [
      ...(['receiveUnitCertificate', 'UnitCertificate', 'receivedOn'] as const),
      () => ({ pledgeId: ids.pledgeId, receivedOn: '2024-07-15' }),
      { note: 'A second copy' },
    ],
  ])(
    '%s is on record already, under the id of the first',
    async (mutation, type, field, input, otherwise) => {
      const { id } = await changed(registry, STAFF, mutation, input(), `${type} { id }`);
      expect(await refused(registry, STAFF, mutation, input())).toMatchObject({
        ...{ code: 'ALREADY_EXISTS', field, limit: id },
      });
      await changed(registry, STAFF, mutation, { ...input(), ...otherwise }, `${type} { id }`);
    },
  );

  it('is taken where a short name of its own says that it is another', async () => {
    const caveat = { pledgeId: ids.pledgeId, knownOn: '2025-05-02', statement: 'No escorts' };
    const first = { ...caveat, reference: 'C-70' };
    const { id } = await changed(registry, STAFF, 'declareCaveat', first, 'Caveat { id }');
    await changed(registry, STAFF, 'declareCaveat', { ...caveat, reference: 'C-71' });
    expect(await refused(registry, STAFF, 'declareCaveat', first)).toMatchObject({
      ...{ code: 'ALREADY_EXISTS', field: 'reference', limit: id },
    });
  });
});
