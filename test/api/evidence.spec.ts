import { ASSESSED_COMPONENTS } from '#reference/data/components.js';
import { changed, refused, type Input } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { pledgeIn, plannedVisit } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const HELD = ['2024-09-02', '2024-09-04'] as const;
const GENERATORS = { item: 'GENERATOR', agreed: 10, present: 12, serviceable: 12 };
const TRUCKS = { item: 'CARGO_TRUCK', agreed: 10, present: 9, serviceable: 8, remark: 'No spare tyres' };
const COUNTS = {
  equipmentLines: [GENERATORS, TRUCKS],
  selfSustainmentCategories: [
    { category: 'CATERING', required: 100, satisfactory: true },
    { category: 'LAUNDRY', required: 100, satisfactory: false, remark: 'One machine of four' },
  ],
};

type Results = Readonly<Record<string, string>>;
const results = (kind: keyof typeof ASSESSED_COMPONENTS, others: Results = {}) =>
  ASSESSED_COMPONENTS[kind].map(({ code }) => ({ component: code, result: others[code] ?? 'PASS' }));

describe('evidence part by part', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  const ask = async (operation: string, variables: Input) => {
    const { body } = await registry.ask(STAFF, storedOperation(operation), { ...variables });
    expect(body.errors).toBeUndefined();
    return body.data;
  };

  describe('of an inspection', () => {
    let unit: { id: string; version: number };
    let visitId: string;
    let inspection: Input & { readonly id: string };
    beforeAll(async () => {
      unit = await pledgeIn(registry, 'DEPLOYED');
      visitId = await plannedVisit(registry, 'COE_READINESS', [unit.id], HELD);
      inspection = await changed(
        registry,
        STAFF,
        'recordInspection',
        { visitId, pledgeId: unit.id, ...COUNTS },
        'Inspection { id inspectedOn incompleteLines completeFromPercent }',
      );
    });

    it('is a measurement of its last day, with the share of each line', async () => {
      expect(inspection).toMatchObject({ inspectedOn: HELD[1], incompleteLines: 1, completeFromPercent: 90 });
      const data = await ask('pledge-evidence', { id: unit.id });
      expect(data).toMatchObject({
        pledge: {
          inspections: [
            {
              ...{ id: inspection.id, visitId, kind: 'COE_READINESS' },
              equipmentLines: [
                { ...TRUCKS, percent: 80, incomplete: true },
                { ...GENERATORS, percent: 100, incomplete: false, remark: null },
              ],
              selfSustainmentCategories: [
                { category: 'CATERING', available: 100, satisfactory: true },
                { category: 'LAUNDRY', available: 0, satisfactory: false, remark: 'One machine of four' },
              ],
            },
          ],
        },
      });
      const { body } = await registry.ask(
        STAFF,
        `{ pledge(id: "${unit.id}") { facts { measurements {
          serviceability { required available } selfSustainment { required available records { kind id } } } } } }`,
      );
      expect(body.data).toMatchObject({
        pledge: {
          facts: {
            measurements: {
              serviceability: { required: 20, available: 18 },
              selfSustainment: {
                ...{ required: 200, available: 100 },
                records: [{ kind: 'MEASUREMENT', id: inspection.id }],
              },
            },
          },
        },
      });
    });

    it('is there from that day on', async () => {
      const before = await ask('pledge-evidence', { id: unit.id, asOf: '2024-09-03' });
      expect(before).toMatchObject({ pledge: { inspections: [] } });
      expect(await ask('visit', { id: visitId, asOf: '2024-09-03' })).toMatchObject({
        visit: { holding: null, coverage: [{ inspection: null }] },
      });
    });

    it('keeps its rules when it is put right, and when it is recorded as a measurement', async () => {
      const correct = (changes: Input) => ({
        ...{ kind: 'MEASUREMENT', id: inspection.id, reason: 'Misread', expectedVersion: unit.version },
        replacement: {
          measurement: { measuredOn: HELD[1], basis: 'BY_LINE', visitId, ...COUNTS, ...changes },
        },
      });
      const { serviceable: _untried, ...untried } = TRUCKS;
      for (const [changes, code, field] of [
        [{ measuredOn: HELD[0] }, 'OUTSIDE_VISIT', 'measuredOn'],
        [{ equipmentLines: [untried] }, 'REQUIRED', 'equipmentLines.0.serviceable'],
        [
          { selfSustainmentCategories: [{ category: 'CATERING', required: 1, available: 1 }] },
          'REQUIRED',
          'selfSustainmentCategories.0.satisfactory',
        ],
        [
          {
            ...{ basis: 'TOTALS_ONLY', equipmentLines: [], selfSustainmentCategories: [] },
            serviceability: { required: 1, available: 1 },
          },
          'NOT_OF_BASIS',
          'visitId',
        ],
      ] as const) {
        expect(await refused(registry, STAFF, 'correct', correct(changes))).toMatchObject({
          ...{ code, field: `replacement.measurement.${field}` },
        });
      }
      const again = { pledgeId: unit.id, measuredOn: HELD[1], basis: 'BY_LINE', visitId, ...COUNTS };
      expect(await refused(registry, STAFF, 'recordMeasurement', again)).toMatchObject({
        ...{ code: 'ALREADY_EXISTS', field: 'pledgeId' },
      });
      expect(await refused(registry, memberState('RWA'), 'recordMeasurement', again)).toMatchObject({
        ...{ code: 'NOT_PERMITTED', field: 'visitId' },
      });
    });

    it('stays with its visit when it is put right, whether that is named or not', async () => {
      const replacement = { measuredOn: HELD[1], basis: 'BY_LINE', ...COUNTS };
      const correct = (changes: Input = {}) => ({
        ...{ kind: 'MEASUREMENT', id: inspection.id, reason: 'Misread', expectedVersion: unit.version },
        replacement: { measurement: { ...replacement, ...changes } },
      });
      expect(await refused(registry, STAFF, 'correct', correct({ visitId: null }))).toMatchObject({
        ...{ code: 'REQUIRED', field: 'replacement.measurement.visitId' },
      });
      await changed(registry, STAFF, 'correct', correct());
      unit.version += 1;
      const data = await ask('pledge-evidence', { id: unit.id });
      expect(data).toMatchObject({ pledge: { inspections: [{ id: inspection.id, visitId }] } });
      const second = { visitId, pledgeId: unit.id, ...COUNTS };
      expect(await refused(registry, STAFF, 'recordInspection', second)).toMatchObject({
        ...{ code: 'ALREADY_EXISTS', field: 'pledgeId' },
      });
    });

    it('holds its visit, and the steps of its pledge, where they were', async () => {
      const { body } = await registry.ask(
        STAFF,
        `{ visit(id: "${visitId}") { version holding { id } } pledge(id: "${unit.id}") { timeline(first: 200) { nodes { kind id content { value } } } } }`,
      );
      const { visit, pledge } = body.data as {
        visit: { version: number; holding: { id: string } };
        pledge: { timeline: { nodes: { kind: string; id: string; content: { value: string }[] }[] } };
      };
      const holding = {
        ...{ kind: 'VISIT_HOLDING', id: visit.holding.id, reason: 'Longer', expectedVersion: visit.version },
        replacement: {
          visitHolding: { heldFrom: HELD[0], heldUntil: '2024-09-05', team: ['Inspector'] },
        },
      };
      expect(await refused(registry, STAFF, 'correct', holding)).toMatchObject({
        ...{ code: 'RESTED_ON', dependents: [{ kind: 'MEASUREMENT', id: inspection.id }] },
      });
      const deployed = pledge.timeline.nodes.find(({ content }) =>
        content.some(({ value }) => value === 'DEPLOYED'),
      );
      const later = {
        ...{ kind: 'LIFECYCLE_STEP', id: deployed?.id, reason: 'Later', expectedVersion: unit.version },
        replacement: { lifecycleStep: { occurredOn: '2024-09-05' } },
      };
      expect(await refused(registry, STAFF, 'correct', later)).toMatchObject({
        ...{ code: 'RESTED_ON', dependents: [{ kind: 'VISIT_HOLDING', id: visit.holding.id }] },
      });
      const returned = {
        ...{ pledgeId: unit.id, to: 'RETURNED', occurredOn: '2024-09-03', expectedVersion: unit.version },
      };
      expect(await refused(registry, STAFF, 'movePledge', returned)).toMatchObject({ code: 'RESTED_ON' });
    });

    it('is of a unit in the mission, or leaving it', async () => {
      const { id } = await pledgeIn(registry, 'RETURNED');
      const days = { heldFrom: '2025-08-02', heldUntil: '2025-08-03', team: ['Inspector'] };
      const hold = async (kind: string) => ({
        ...{ visitId: await plannedVisit(registry, kind, [id]), ...days, expectedVersion: 1 },
      });
      for (const kind of ['COE_ARRIVAL', 'COE_READINESS']) {
        expect(await refused(registry, STAFF, 'holdVisit', await hold(kind))).toMatchObject({
          ...{ code: 'NOT_IN_LIFECYCLE_STATE', field: 'heldUntil', value: 'RETURNED', limit: 'DEPLOYED' },
        });
      }
      await changed(registry, STAFF, 'holdVisit', await hold('COE_REPATRIATION'));
    });
  });

  describe('of an assessment', () => {
    const assessed = async (kind: 'HOSPITAL' | 'FPU_ASSESSMENT', held: readonly [string, string] = HELD) => {
      const unitType = kind === 'HOSPITAL' ? 'MEDICAL_LEVEL_2' : 'FORMED_POLICE_UNIT';
      const { id: pledgeId } = await pledgeIn(registry, 'REGISTERED', { unitType });
      return { pledgeId, visitId: await plannedVisit(registry, kind, [pledgeId], held) };
    };

    it.each([
      ['PASS', {}, true],
      ['PASS', { LANGUAGE: 'NOT_TESTED' }, false],
      ['PASS', { LANGUAGE: 'FAIL' }, false],
      ['PASS_WITH_CONDITIONS', {}, true],
      ['PASS_WITH_CONDITIONS', { LANGUAGE: 'FAIL', DRIVING: 'NOT_TESTED' }, true],
      ['FAIL', { LANGUAGE: 'NOT_TESTED' }, true],
      ['FAIL', {}, false],
    ])('%s beside %j is said: %s, whichever is recorded first', async (outcome, others, stands) => {
      const components = results('FPU_ASSESSMENT', others);
      for (const turn of [0, 1]) {
        const of = await assessed('FPU_ASSESSMENT');
        const says = [
          ['recordOutcome', { ...of, outcome }, 'outcome'],
          ['recordComponentResults', { ...of, components }, 'components'],
        ] as const;
        const [first, second] = turn === 0 ? says : ([says[1], says[0]] as const);
        await changed(registry, STAFF, first[0], first[1]);
        if (stands) await changed(registry, STAFF, second[0], second[1]);
        else {
          expect(await refused(registry, STAFF, second[0], second[1])).toMatchObject({
            ...{ code: 'CONTRADICTION', field: second[2], value: outcome },
          });
        }
      }
    });

    it('holds its visit, and that it looked at the unit, where they are', async () => {
      const of = await assessed('FPU_ASSESSMENT');
      const judged = { ...of, components: results('FPU_ASSESSMENT') };
      const { id } = await changed(
        ...([registry, STAFF, 'recordComponentResults', judged, 'ComponentResults { id }'] as const),
      );
      const { body } = await registry.ask(
        STAFF,
        `{ visit(id: "${of.visitId}") { version holding { id } coverage { id } } pledge(id: "${of.pledgeId}") { version } }`,
      );
      const { visit, pledge } = body.data as {
        visit: { version: number; holding: { id: string }; coverage: { id: string }[] };
        pledge: { version: number };
      };
      for (const [kind, fact, expectedVersion] of [
        ['VISIT_COVERAGE', visit.coverage[0]?.id, pledge.version],
        ['VISIT_HOLDING', visit.holding.id, visit.version],
      ] as const) {
        const voided = { kind, id: fact, reason: 'It was another', expectedVersion };
        expect(await refused(registry, STAFF, 'correct', voided)).toMatchObject({
          ...{ code: 'RESTED_ON', dependents: [{ kind: 'COMPONENT_RESULTS', id }] },
        });
      }
    });

    it('is what a failed assessment rests on', async () => {
      const of = await assessed('FPU_ASSESSMENT', ['2025-08-04', '2025-08-05']);
      const components = results('FPU_ASSESSMENT', { FIREARMS: 'FAIL' });
      const { id } = await changed(
        registry,
        STAFF,
        'recordComponentResults',
        { ...of, components },
        'ComponentResults { id components { component result } }',
      );
      await changed(registry, STAFF, 'recordOutcome', { ...of, outcome: 'FAIL' });
      const { body } = await registry.ask(
        STAFF,
        `{ pledge(id: "${of.pledgeId}") { status { reasons { code records { kind id } } } } }`,
      );
      expect(body.data).toMatchObject({
        pledge: {
          status: {
            reasons: expect.arrayContaining([
              {
                code: 'ASSESSMENT_FAILED',
                records: expect.arrayContaining([{ kind: 'COMPONENT_RESULTS', id }]) as unknown,
              },
            ]) as unknown,
          },
        },
      });
    });

    it('sets hospitals beside each other, those that need improvement first', async () => {
      const good = await assessed('HOSPITAL');
      const bad = await assessed('HOSPITAL');
      const { id: unseen } = await pledgeIn(registry, 'REGISTERED', { unitType: 'MEDICAL_LEVEL_1' });
      await changed(registry, STAFF, 'recordComponentResults', { ...good, components: results('HOSPITAL') });
      await changed(registry, STAFF, 'recordComponentResults', {
        ...{ ...bad, components: results('HOSPITAL', { SURGERY: 'FAIL', IMAGING: 'NOT_TESTED' }) },
      });
      await changed(registry, STAFF, 'raiseHospitalDeficiency', {
        ...{ ...bad, severity: 'CRITICAL', raisedOn: '2024-09-04', statement: 'No ventilator' },
      });
      const compared = (pledgeId: string, visitId: string | null, needsImprovement: boolean) => ({
        ...{ pledgeId, visitId, needsImprovement },
      });
      const all = await ask('hospital-comparison', {});
      expect(all).toMatchObject({
        hospitalComparison: {
          ...{ assessed: 2, needImprovement: 1 },
          hospitals: {
            totalCount: 3,
            nodes: [
              {
                ...compared(bad.pledgeId, bad.visitId, true),
                ...{ failed: ['SURGERY'], openDeficiencies: 1, openCriticalDeficiencies: 1, outcome: null },
              },
              { ...compared(unseen, null, false), components: [], failed: [] },
              { ...compared(good.pledgeId, good.visitId, false), openDeficiencies: 0 },
            ],
          },
        },
      });
      const { components } = (all as { hospitalComparison: { components: Input[] } }).hospitalComparison;
      expect(components).toContainEqual({ component: 'SURGERY', passed: 1, failed: 1, notTested: 0 });
      expect(components).toContainEqual({ component: 'IMAGING', passed: 1, failed: 0, notTested: 1 });
      const page = async (variables: Input) =>
        (await ask('hospital-comparison', variables)) as {
          hospitalComparison: {
            hospitals: { nodes: { pledgeId: string }[]; pageInfo: { endCursor: string } };
          };
        };
      const first = (await page({ first: 1 })).hospitalComparison.hospitals;
      const rest = (await page({ first: 5, after: first.pageInfo.endCursor })).hospitalComparison.hospitals;
      expect([...first.nodes, ...rest.nodes].map(({ pledgeId }) => pledgeId)).toEqual([
        ...[bad.pledgeId, unseen, good.pledgeId],
      ]);
      expect(await ask('hospital-comparison', { asOf: '2024-09-03' })).toMatchObject({
        hospitalComparison: { assessed: 0, needImprovement: 0, hospitals: { totalCount: 3 } },
      });
      expect(await ask('hospital-comparison', { filter: { needsImprovement: false } })).toMatchObject({
        hospitalComparison: { hospitals: { totalCount: 2 } },
      });
      // A critical deficiency is enough, though every component passed; a major one is not.
      const found = { ...good, raisedOn: '2024-09-04', statement: 'No blood bank' };
      const needing = { filter: { needsImprovement: true } };
      for (const [severity, totalCount] of [
        ['MAJOR', 1],
        ['CRITICAL', 2],
      ] as const) {
        await changed(registry, STAFF, 'raiseHospitalDeficiency', { ...found, severity });
        expect(await ask('hospital-comparison', needing)).toMatchObject({
          hospitalComparison: { hospitals: { totalCount } },
        });
      }
    });
  });

  it('of a hospital is the worse of two visits that ended on the same day', async () => {
    const unit = { unitType: 'MEDICAL_LEVEL_2', memberState: 'FJI' };
    const { id: pledgeId } = await pledgeIn(registry, 'REGISTERED', unit);
    for (const outcome of ['UNSATISFACTORY', 'SATISFACTORY']) {
      const visitId = await plannedVisit(registry, 'HOSPITAL', [pledgeId], HELD, 'FJI');
      await changed(registry, STAFF, 'recordOutcome', { visitId, pledgeId, outcome });
    }
    expect(await ask('hospital-comparison', { filter: { memberState: 'FJI' } })).toMatchObject({
      hospitalComparison: { hospitals: { nodes: [{ outcome: 'UNSATISFACTORY', needsImprovement: true }] } },
    });
  });

  it('of a visit comes after the decision to hold it', async () => {
    const { id } = await pledgeIn(registry, 'REGISTERED');
    const visitId = await plannedVisit(registry, 'AAV', [id]);
    const early = {
      ...{ visitId, heldFrom: '2024-01-31', heldUntil: '2024-03-01', team: ['Team leader'] },
      expectedVersion: 1,
    };
    expect(await refused(registry, STAFF, 'holdVisit', early)).toMatchObject({
      ...{ code: 'BEFORE_OPENING', field: 'heldFrom', limit: '2024-02-01' },
    });
  });
});
