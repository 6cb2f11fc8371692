import { changed, refused } from '#test/support/changes.js';
import { draftedPledge, plannedVisit } from '#test/support/recorded.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const RWANDA = memberState('RWA');
const GHANA = memberState('GHA');
const NOWHERE = '01990000-0000-7000-8000-000000000000';
const HELD = ['2025-09-01', '2025-09-05'] as const;

describe('what visits find', () => {
  let registry: TestRegistry;
  let battalion: string;
  let hospital: string;
  let visit: string;
  let planned: string;
  let inspection: string;
  let version = 1;
  let hospitalVersion = 1;
  beforeAll(async () => {
    registry = await startRegistry();
    battalion = await draftedPledge(registry, 'RWA', 'RWA-INF-1');
    hospital = await draftedPledge(registry, 'RWA', 'RWA-HOSP-1', 'MEDICAL_LEVEL_2');
    visit = await plannedVisit(registry, 'AAV', [battalion], HELD);
    planned = await plannedVisit(registry, 'AAV', [battalion]);
    inspection = await plannedVisit(registry, 'HOSPITAL', [hospital], HELD);
  });
  afterAll(() => registry.close());

  let said = 0;
  const finding = (values: Record<string, unknown> = {}) => ({
    visitId: visit,
    pledgeId: battalion,
    area: 'TRAINING',
    severity: 'CRITICAL',
    owner: 'MEMBER_STATE',
    dueOn: '2025-12-01',
    statement: `${(said += 1)} of the drivers hold no licence.`,
    ...values,
  });
  const raise = async (values: Record<string, unknown> = {}) =>
    (await changed(registry, STAFF, 'raiseFinding', finding(values), 'Finding { id }')).id;

  describe('findings', () => {
    it('are raised under the next free reference, or one that is given', async () => {
      const thing = 'Finding { reference severity dueOn visitId pledgeId }';
      expect(await changed(registry, STAFF, 'raiseFinding', finding(), thing)).toMatchObject({
        reference: 'F-1',
        severity: 'CRITICAL',
        dueOn: '2025-12-01',
        visitId: visit,
        pledgeId: battalion,
      });
      await raise({ reference: 'F-5' });
      expect(await changed(registry, STAFF, 'raiseFinding', finding(), thing)).toMatchObject({
        reference: 'F-6',
      });
    });

    it.each([
      ['an area that is none', { area: 'COOKING' }, 'UNKNOWN_CODE', 'area'],
      ['a severity that is none', { severity: 'HUGE' }, 'UNKNOWN_CODE', 'severity'],
      ['an owner that is none', { owner: 'NOBODY' }, 'UNKNOWN_CODE', 'owner'],
      ['a due day before the last day of the visit', { dueOn: '2025-09-04' }, 'BEFORE_OPENING', 'dueOn'],
      ['nothing stated', { statement: '' }, 'REQUIRED', 'statement'],
      ['a reference in use', { reference: 'F-1' }, 'ALREADY_EXISTS', 'reference'],
      ['a visit that is not there', { visitId: NOWHERE }, 'NOT_FOUND', 'visitId'],
    ])('are refused with %s', async (_what, values, code, field) => {
      expect(await refused(registry, STAFF, 'raiseFinding', finding(values))).toMatchObject({ code, field });
    });

    it('are refused of a visit that was not held, or did not cover the pledge', async () => {
      expect(await refused(registry, STAFF, 'raiseFinding', finding({ visitId: planned }))).toMatchObject({
        code: 'VISIT_NOT_HELD',
        value: planned,
      });
      expect(await refused(registry, STAFF, 'raiseFinding', finding({ pledgeId: hospital }))).toMatchObject({
        code: 'NOT_COVERED_BY_VISIT',
        value: 'RWA-HOSP-1',
      });
    });

    it('are raised by who is assigned, and by no other', async () => {
      expect(await refused(registry, RWANDA, 'raiseFinding', finding())).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      expect(await refused(registry, EVALUATOR, 'raiseFinding', finding())).toMatchObject({
        code: 'NOT_FOUND',
      });
      const assigned = await plannedVisit(registry, 'AAV', [battalion], HELD);
      const assignment = { visitId: assigned, subject: EVALUATOR.subject, assignedOn: '2025-08-01' };
      await changed(registry, STAFF, 'assignVisit', assignment);
      await changed(registry, EVALUATOR, 'raiseFinding', finding({ visitId: assigned }));
      expect(
        await refused(registry, EVALUATOR, 'raiseFinding', finding({ visitId: inspection })),
      ).toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('are answered by their Member State, more than once, and by no other', async () => {
      const findingId = await raise();
      const input = { findingId, answeredOn: '2025-09-20', answer: 'A course begins in October.' };
      const thing = 'FindingAnswer { findingId answeredOn answer }';
      expect(await changed(registry, RWANDA, 'answerFinding', input, thing)).toMatchObject(input);
      await changed(registry, RWANDA, 'answerFinding', { ...input, answeredOn: '2025-10-13' });
      expect(await refused(registry, GHANA, 'answerFinding', input)).toMatchObject({
        code: 'NOT_FOUND',
        field: 'findingId',
        value: findingId,
      });
      expect(await refused(registry, EVALUATOR, 'answerFinding', input)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      expect(
        await refused(registry, RWANDA, 'answerFinding', { ...input, answeredOn: '2025-10-14' }),
      ).toMatchObject({ code: 'AFTER_TODAY', field: 'answeredOn' });
      expect(
        await refused(registry, RWANDA, 'answerFinding', { ...input, answeredOn: '2025-09-04' }),
      ).toMatchObject({ code: 'BEFORE_OPENING', field: 'answeredOn', limit: '2025-09-05' });
      expect(await refused(registry, RWANDA, 'answerFinding', { ...input, answer: ' ' })).toMatchObject({
        code: 'REQUIRED',
      });
    });

    it('are closed once, and raise the version of their pledge', async () => {
      const findingId = await raise();
      const input = {
        findingId,
        closedOn: '2025-10-01',
        evidence: 'Licences were shown.',
        expectedVersion: version,
      };
      const thing = 'FindingClosure { findingId closedOn evidence }';
      for (const [values, problem] of [
        [{ closedOn: '2025-10-14' }, { code: 'AFTER_TODAY', field: 'closedOn' }],
        [{ closedOn: '2025-09-04' }, { code: 'BEFORE_OPENING', field: 'closedOn', limit: '2025-09-05' }],
        [{ evidence: ' ' }, { code: 'REQUIRED', field: 'evidence' }],
        [{ expectedVersion: version + 1 }, { code: 'STALE_VERSION', currentVersion: version }],
        [{ findingId: NOWHERE }, { code: 'NOT_FOUND', field: 'findingId' }],
      ] as const) {
        expect(await refused(registry, STAFF, 'closeFinding', { ...input, ...values })).toMatchObject(
          problem,
        );
      }
      expect(await refused(registry, RWANDA, 'closeFinding', input)).toMatchObject({ code: 'NOT_PERMITTED' });
      expect(await changed(registry, STAFF, 'closeFinding', input, thing)).toMatchObject({
        findingId,
        closedOn: '2025-10-01',
      });
      version += 1;
      const again = { ...input, expectedVersion: version };
      expect(await refused(registry, STAFF, 'closeFinding', again)).toMatchObject({
        code: 'ALREADY_CLOSED',
        field: 'findingId',
        limit: '2025-10-01',
      });
    });
  });

  describe('recommendations', () => {
    const recommendation = (values: Record<string, unknown> = {}) => ({
      visitId: visit,
      pledgeId: battalion,
      kind: 'RECOMMENDATION',
      area: 'MEDICAL',
      statement: 'Hold a second ambulance.',
      ...values,
    });

    it('are asked for by advisory visits, conditions by those that clear a unit', async () => {
      const thing = 'Recommendation { reference kind dueOn }';
      const raised = await changed(registry, STAFF, 'raiseRecommendation', recommendation(), thing);
      expect(raised).toMatchObject({ reference: 'R-1', kind: 'RECOMMENDATION', dueOn: null });
      const condition = recommendation({ kind: 'CONDITION', dueOn: '2025-11-01' });
      expect(await refused(registry, STAFF, 'raiseRecommendation', condition)).toMatchObject({
        code: 'OUTCOME_NOT_OF_KIND',
        field: 'kind',
        limit: 'RECOMMENDATION',
      });
      const clearing = await plannedVisit(registry, 'PRE_DEPLOYMENT', [battalion], HELD);
      const input = { ...condition, visitId: clearing };
      expect(await changed(registry, STAFF, 'raiseRecommendation', input, thing)).toMatchObject({
        reference: 'CO-1',
        kind: 'CONDITION',
        dueOn: '2025-11-01',
      });
    });

    it.each([
      ['a visit not held', () => ({ visitId: planned }), 'VISIT_NOT_HELD'],
      ['a pledge not covered', () => ({ pledgeId: hospital }), 'NOT_COVERED_BY_VISIT'],
      ['a due day before the visit ended', () => ({ dueOn: '2025-09-04' }), 'BEFORE_OPENING'],
      ['an unknown kind', () => ({ kind: 'WISH' }), 'UNKNOWN_CODE'],
      ['a reference in use', () => ({ reference: 'R-1' }), 'ALREADY_EXISTS'],
    ])('are refused with %s', async (_what, values, code) => {
      expect(await refused(registry, STAFF, 'raiseRecommendation', recommendation(values()))).toMatchObject({
        code,
      });
    });

    it('are answered once', async () => {
      const { id } = await changed(
        registry,
        STAFF,
        'raiseRecommendation',
        recommendation(),
        'Recommendation { id }',
      );
      const input = { recommendationId: id, answeredOn: '2025-10-01', answer: 'It was bought.' };
      for (const [values, problem] of [
        [{ answeredOn: '2025-10-14' }, { code: 'AFTER_TODAY', field: 'answeredOn' }],
        [{ answeredOn: '2025-09-04' }, { code: 'BEFORE_OPENING', limit: '2025-09-05' }],
        [{ recommendationId: NOWHERE }, { code: 'NOT_FOUND', field: 'recommendationId' }],
      ] as const) {
        expect(
          await refused(registry, RWANDA, 'answerRecommendation', { ...input, ...values }),
        ).toMatchObject(problem);
      }
      expect(await refused(registry, GHANA, 'answerRecommendation', input)).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await refused(registry, EVALUATOR, 'answerRecommendation', input)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      const thing = 'RecommendationAnswer { recommendationId answeredOn }';
      expect(await changed(registry, RWANDA, 'answerRecommendation', input, thing)).toMatchObject({
        recommendationId: id,
      });
      expect(await refused(registry, RWANDA, 'answerRecommendation', input)).toMatchObject({
        code: 'ALREADY_CLOSED',
        limit: '2025-10-01',
      });
    });
  });

  describe('deficiencies of a hospital', () => {
    const deficiency = (values: Record<string, unknown> = {}) => ({
      pledgeId: hospital,
      visitId: inspection,
      severity: 'CRITICAL',
      raisedOn: '2025-09-03',
      dueOn: '2025-11-01',
      statement: `Ventilator ${(said += 1)} does not work.`,
      ...values,
    });

    it('are raised of medical units, by a hospital visit or without one', async () => {
      const thing = 'HospitalDeficiency { reference severity visitId raisedOn }';
      const raised = await changed(registry, STAFF, 'raiseHospitalDeficiency', deficiency(), thing);
      expect(raised).toMatchObject({ reference: 'H-1', visitId: inspection, raisedOn: '2025-09-03' });
      const without = deficiency({ visitId: undefined, raisedOn: '2024-02-01' });
      expect(await changed(registry, STAFF, 'raiseHospitalDeficiency', without, thing)).toMatchObject({
        reference: 'H-2',
        visitId: null,
      });
    });

    it.each([
      ['a unit that is none', () => ({ pledgeId: battalion }), 'UNIT_TYPE_NOT_ELIGIBLE'],
      ['a day after today', () => ({ raisedOn: '2025-10-14' }), 'AFTER_TODAY'],
      ['a day before the visit', () => ({ raisedOn: '2025-08-31' }), 'BEFORE_OPENING'],
      ['a due day before it was raised', () => ({ dueOn: '2025-09-02' }), 'BEFORE_OPENING'],
      ['a visit that did not cover it', () => ({ visitId: visit }), 'NOT_COVERED_BY_VISIT'],
      ['a reference in use', () => ({ reference: 'H-1' }), 'ALREADY_EXISTS'],
      ['an unknown severity', () => ({ severity: 'SO_SO' }), 'UNKNOWN_CODE'],
      ['a pledge that is not there', () => ({ pledgeId: NOWHERE }), 'NOT_FOUND'],
    ])('are refused with %s', async (_what, values, code) => {
      expect(await refused(registry, STAFF, 'raiseHospitalDeficiency', deficiency(values()))).toMatchObject({
        code,
      });
    });

    it('are refused of a visit of another kind, and to those who may not', async () => {
      const advisory = await plannedVisit(registry, 'AAV', [hospital], HELD);
      const input = deficiency({ visitId: advisory });
      expect(await refused(registry, STAFF, 'raiseHospitalDeficiency', input)).toMatchObject({
        code: 'OUTCOME_NOT_OF_KIND',
        value: 'AAV',
        limit: 'HOSPITAL',
      });
      expect(await refused(registry, RWANDA, 'raiseHospitalDeficiency', input)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
    });

    it('are closed once, and raise the version of their pledge', async () => {
      const { id } = await changed(
        registry,
        STAFF,
        'raiseHospitalDeficiency',
        deficiency(),
        'HospitalDeficiency { id }',
      );
      const input = {
        hospitalDeficiencyId: id,
        closedOn: '2025-10-01',
        evidence: 'It was replaced.',
        expectedVersion: hospitalVersion,
      };
      for (const [values, problem] of [
        [{ closedOn: '2025-10-14' }, { code: 'AFTER_TODAY' }],
        [{ closedOn: '2025-09-02' }, { code: 'BEFORE_OPENING', limit: '2025-09-03' }],
        [{ expectedVersion: 9 }, { code: 'STALE_VERSION', currentVersion: hospitalVersion }],
      ] as const) {
        expect(
          await refused(registry, STAFF, 'closeHospitalDeficiency', { ...input, ...values }),
        ).toMatchObject(problem);
      }
      const thing = 'HospitalDeficiencyClosure { hospitalDeficiencyId closedOn }';
      expect(await changed(registry, STAFF, 'closeHospitalDeficiency', input, thing)).toMatchObject({
        hospitalDeficiencyId: id,
      });
      hospitalVersion += 1;
      const again = { ...input, expectedVersion: hospitalVersion };
      expect(await refused(registry, STAFF, 'closeHospitalDeficiency', again)).toMatchObject({
        code: 'ALREADY_CLOSED',
        limit: '2025-10-01',
      });
    });
  });
});
