import { change, changed, refused } from '#test/support/changes.js';
import { deployedPledge, recordedEvaluation } from '#test/support/recorded.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const RWANDA = memberState('RWA');
const GHANA = memberState('GHA');
const NOWHERE = '01990000-0000-7000-8000-000000000000';

describe('performance', () => {
  let registry: TestRegistry;
  let unit: string;
  beforeAll(async () => {
    registry = await startRegistry();
    unit = await deployedPledge(registry, 'RWA', 'RWA-INF-1');
  });
  afterAll(() => registry.close());

  const evaluation = (values: Record<string, unknown> = {}) => ({
    pledgeId: unit,
    mission: 'UNMISS',
    periodFrom: '2025-01-01',
    periodUntil: '2025-06-30',
    evaluatedOn: '2025-07-15',
    scale: 'FIVE_STEP',
    rawScore: 2,
    areas: [{ area: 'FORCE_PROTECTION', score: 2 }],
    verdict: 'NEEDS_IMPROVEMENT',
    ...values,
  });

  describe('evaluations', () => {
    it('are recorded with the scores of their areas', async () => {
      const thing = 'Evaluation { mission evaluatedOn scale rawScore verdict areas { area score } }';
      expect(await changed(registry, STAFF, 'recordEvaluation', evaluation(), thing)).toMatchObject({
        mission: 'UNMISS',
        evaluatedOn: '2025-07-15',
        scale: 'FIVE_STEP',
        rawScore: 2,
        verdict: 'NEEDS_IMPROVEMENT',
        areas: [{ area: 'FORCE_PROTECTION', score: 2 }],
      });
      const scoreless = evaluation({ rawScore: null, areas: undefined });
      expect(await changed(registry, STAFF, 'recordEvaluation', scoreless, thing)).toMatchObject({
        rawScore: null,
        areas: [],
      });
    });

    it.each([
      ['an unknown mission', { mission: 'ONUNO' }, 'UNKNOWN_MISSION', 'mission'],
      ['a period the wrong way round', { periodUntil: '2024-12-31' }, 'INTERVAL_REVERSED', 'periodUntil'],
      ['a day before the period ended', { evaluatedOn: '2025-06-29' }, 'BEFORE_OPENING', 'evaluatedOn'],
      ['a day after today', { evaluatedOn: '2025-10-14' }, 'AFTER_TODAY', 'evaluatedOn'],
      ['an unknown scale', { scale: 'STARS' }, 'UNKNOWN_CODE', 'scale'],
      ['a score below the scale', { rawScore: 0 }, 'TOO_SMALL', 'rawScore'],
      ['a score above the scale', { rawScore: 6 }, 'TOO_LARGE', 'rawScore'],
      ['an unknown verdict', { verdict: 'FINE' }, 'UNKNOWN_CODE', 'verdict'],
      ['an unknown area', { areas: [{ area: 'COOKING', score: 1 }] }, 'UNKNOWN_CODE', 'areas.0.area'],
      [
        'the score of an area beyond the scale',
        {
          areas: [
            { area: 'GENDER', score: 5 },
            { area: 'FORCE_PROTECTION', score: 6 },
          ],
        },
        'TOO_LARGE',
        'areas.1.score',
      ],
      [
        'an area twice',
        {
          areas: [
            { area: 'GENDER', score: 5 },
            { area: 'GENDER', score: 4 },
          ],
        },
        'ALREADY_EXISTS',
        'areas.1.area',
      ],
      ['a pledge that is not there', { pledgeId: NOWHERE }, 'NOT_FOUND', 'pledgeId'],
    ])('are refused with %s', async (_what, values, code, field) => {
      expect(await refused(registry, STAFF, 'recordEvaluation', evaluation(values))).toMatchObject({
        code,
        field,
      });
    });

    it('are recorded by the evaluator who is assigned the unit, and by no other', async () => {
      expect(await refused(registry, RWANDA, 'recordEvaluation', evaluation())).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      expect(await refused(registry, EVALUATOR, 'recordEvaluation', evaluation())).toMatchObject({
        code: 'NOT_FOUND',
      });
      const assignment = { pledgeId: unit, subject: EVALUATOR.subject, assignedOn: '2025-07-01' };
      await changed(registry, STAFF, 'assignUnit', assignment);
      const own = evaluation({ summary: 'Seen on the spot.' });
      const recorded = await change(registry, EVALUATOR, 'recordEvaluation', own);
      expect(recorded).toEqual({ __typename: 'Evaluation' });
    });
  });

  describe('plans', () => {
    const open = (evaluationId: string, values: Record<string, unknown> = {}) => ({
      evaluationId,
      openedOn: '2025-08-01',
      dueOn: '2025-12-01',
      actions: [{ owner: 'MEMBER_STATE', dueOn: '2025-10-01', statement: 'Train two patrols a week.' }],
      ...values,
    });
    const opened = async (values: Record<string, unknown> = {}) => {
      const evaluationId = await recordedEvaluation(registry, unit);
      const thing = 'ImprovementPlan { id actions { id reference } }';
      const plan = await changed(registry, STAFF, 'openPlan', open(evaluationId, values), thing);
      const [action] = plan['actions'] as { id: string; reference: string }[];
      return { id: plan.id, action: action?.id, reference: action?.reference, evaluationId };
    };

    it('are opened once after an evaluation, with first actions', async () => {
      const evaluationId = await recordedEvaluation(registry, unit);
      const input = open(evaluationId);
      const thing = `ImprovementPlan { version state openedOn dueOn overdue evaluationId terms { setOn dueOn }
        actions { reference setOn dueOn owner state } outcome { id } }`;
      expect(await changed(registry, STAFF, 'openPlan', input, thing)).toMatchObject({
        version: 1,
        state: 'OPEN',
        openedOn: '2025-08-01',
        dueOn: '2025-12-01',
        overdue: false,
        evaluationId,
        terms: [{ setOn: '2025-08-01', dueOn: '2025-12-01' }],
        actions: [
          {
            reference: 'A-1',
            setOn: '2025-08-01',
            dueOn: '2025-10-01',
            owner: 'MEMBER_STATE',
            state: 'NOT_STARTED',
          },
        ],
        outcome: null,
      });
      expect(await refused(registry, STAFF, 'openPlan', input)).toMatchObject({
        code: 'ALREADY_EXISTS',
        field: 'evaluationId',
        value: evaluationId,
      });
    });

    it.each([
      ['a day before the evaluation', { openedOn: '2025-07-14' }, 'BEFORE_OPENING', 'openedOn'],
      ['a day after today', { openedOn: '2025-10-14' }, 'AFTER_TODAY', 'openedOn'],
      ['a due day before it', { dueOn: '2025-07-31' }, 'INTERVAL_REVERSED', 'dueOn'],
      [
        'an action of nobody',
        { actions: [{ owner: 'NOBODY', dueOn: '2025-10-01', statement: 'Rest.' }] },
        'UNKNOWN_CODE',
        'actions.0.owner',
      ],
      ['an evaluation that is not there', { evaluationId: NOWHERE }, 'NOT_FOUND', 'evaluationId'],
    ])('are refused with %s', async (_what, values, code, field) => {
      const evaluationId = await recordedEvaluation(registry, unit);
      expect(await refused(registry, STAFF, 'openPlan', open(evaluationId, values))).toMatchObject({
        code,
        field,
      });
    });

    it('are opened by staff alone', async () => {
      const evaluationId = await recordedEvaluation(registry, unit);
      for (const principal of [RWANDA, EVALUATOR]) {
        expect(await refused(registry, principal, 'openPlan', open(evaluationId))).toMatchObject({
          code: 'NOT_PERMITTED',
        });
      }
    });

    it('are extended while they are open', async () => {
      const plan = await opened();
      const input = {
        improvementPlanId: plan.id,
        setOn: '2025-10-01',
        dueOn: '2026-03-01',
        note: 'The instructors come in January.',
        expectedVersion: 1,
      };
      for (const [values, problem] of [
        [{ setOn: '2025-07-31' }, { code: 'BEFORE_OPENING', field: 'setOn', limit: '2025-08-01' }],
        [{ setOn: '2025-10-14' }, { code: 'AFTER_TODAY', field: 'setOn' }],
        [{ dueOn: '2025-09-30' }, { code: 'INTERVAL_REVERSED', field: 'dueOn' }],
        [{ dueOn: '2025-12-01' }, { code: 'NOT_LATER', field: 'dueOn', limit: '2025-12-01' }],
        [{ note: ' ' }, { code: 'REQUIRED', field: 'note' }],
        [{ expectedVersion: 2 }, { code: 'STALE_VERSION', currentVersion: 1 }],
        [{ improvementPlanId: NOWHERE }, { code: 'NOT_FOUND', field: 'improvementPlanId' }],
      ] as const) {
        expect(await refused(registry, STAFF, 'extendPlan', { ...input, ...values })).toMatchObject(problem);
      }
      expect(await refused(registry, RWANDA, 'extendPlan', input)).toMatchObject({ code: 'NOT_PERMITTED' });
      const thing = `ImprovementPlan { version dueOn openedOn terms { id dueOn }
        extensions { setOn previousDueOn dueOn reason recordedRole } }`;
      const extended = await changed(registry, STAFF, 'extendPlan', input, thing);
      expect(extended).toMatchObject({
        version: 2,
        dueOn: '2026-03-01',
        openedOn: '2025-08-01',
        terms: [{ dueOn: '2025-12-01' }, { dueOn: '2026-03-01' }],
        extensions: [
          {
            setOn: '2025-10-01',
            previousDueOn: '2025-12-01',
            dueOn: '2026-03-01',
            reason: 'The instructors come in January.',
            recordedRole: 'STAFF',
          },
        ],
      });
      // What was put off was due before: the first day is not corrected to one that the extension no longer puts off.
      const [first, later] = extended['terms'] as { id: string }[];
      const { body } = await registry.ask(STAFF, `{ pledge(id: "${unit}") { version } }`);
      const { version } = body.data?.['pledge'] as { version: number };
      const moved = {
        ...{ kind: 'IMPROVEMENT_PLAN_TERMS', id: first?.id, reason: 'Misread', expectedVersion: version },
        replacement: { improvementPlanTerms: { setOn: '2025-08-01', dueOn: '2026-03-01' } },
      };
      expect(await refused(registry, STAFF, 'correct', moved)).toMatchObject({
        ...{ code: 'RESTED_ON', dependents: [{ kind: 'IMPROVEMENT_PLAN_TERMS', id: later?.id }] },
      });
      const earlier = { ...input, setOn: '2025-09-30', dueOn: '2026-04-01', expectedVersion: 2 };
      expect(await refused(registry, STAFF, 'extendPlan', earlier)).toMatchObject({
        code: 'BEFORE_OPENING',
        field: 'setOn',
        limit: '2025-10-01',
      });
    });

    it('put an action off no further than themselves', async () => {
      const plan = await opened();
      const input = {
        planActionId: plan.action,
        setOn: '2025-09-15',
        dueOn: '2025-11-15',
        reason: 'The range is closed until November.',
        expectedVersion: 1,
      };
      for (const [values, problem] of [
        [{ setOn: '2025-07-31' }, { code: 'BEFORE_OPENING', field: 'setOn', limit: '2025-08-01' }],
        [
          { setOn: '2025-10-14', dueOn: '2025-11-20' },
          { code: 'AFTER_TODAY', field: 'setOn' },
        ],
        [{ dueOn: '2025-10-01' }, { code: 'NOT_LATER', field: 'dueOn', limit: '2025-10-01' }],
        [{ dueOn: '2025-12-02' }, { code: 'AFTER_PLAN_DUE', field: 'dueOn', limit: '2025-12-01' }],
        [{ reason: ' ' }, { code: 'REQUIRED', field: 'reason' }],
        [{ expectedVersion: 2 }, { code: 'STALE_VERSION', currentVersion: 1 }],
        [{ planActionId: NOWHERE }, { code: 'NOT_FOUND', field: 'planActionId' }],
      ] as const) {
        const tried = { ...input, ...values };
        expect(await refused(registry, STAFF, 'extendPlanAction', tried)).toMatchObject(problem);
      }
      for (const principal of [RWANDA, EVALUATOR]) {
        expect(await refused(registry, principal, 'extendPlanAction', input)).toMatchObject({
          code: 'NOT_PERMITTED',
        });
      }
      const thing = `ImprovementPlan { version actions { dueOn currentDueOn overdue
        extensions { setOn previousDueOn dueOn reason recordedRole } } }`;
      const extension = { setOn: '2025-09-15', previousDueOn: '2025-10-01', dueOn: '2025-11-15' };
      expect(await changed(registry, STAFF, 'extendPlanAction', input, thing)).toMatchObject({
        version: 2,
        actions: [
          {
            dueOn: '2025-10-01',
            currentDueOn: '2025-11-15',
            overdue: false,
            extensions: [{ ...extension, reason: input.reason, recordedRole: 'STAFF' }],
          },
        ],
      });
      const plans = { improvementPlanId: plan.id, setOn: '2025-10-01', dueOn: '2026-01-01', note: 'Later.' };
      await changed(registry, STAFF, 'extendPlan', { ...plans, expectedVersion: 2 });
      const further = { ...input, setOn: '2025-10-01', dueOn: '2025-12-02', expectedVersion: 3 };
      expect(await changed(registry, STAFF, 'extendPlanAction', further, thing)).toMatchObject({
        actions: [{ currentDueOn: '2025-12-02', extensions: [extension, { previousDueOn: '2025-11-15' }] }],
      });
    });

    it('take further actions, also of the Member State', async () => {
      const plan = await opened();
      const input = {
        improvementPlanId: plan.id,
        setOn: '2025-09-01',
        dueOn: '2025-11-01',
        owner: 'MEMBER_STATE',
        statement: 'Replace the radios.',
      };
      const thing = 'PlanAction { reference improvementPlanId setOn }';
      expect(
        await changed(registry, RWANDA, 'addPlanAction', { ...input, reference: 'A-40' }, thing),
      ).toMatchObject({
        reference: 'A-40',
        improvementPlanId: plan.id,
      });
      const another = { ...input, statement: 'Replace the batteries.' };
      expect(await changed(registry, RWANDA, 'addPlanAction', another, thing)).toMatchObject({
        reference: 'A-41',
      });
      const ours = { ...input, owner: 'SECRETARIAT' };
      expect(await refused(registry, RWANDA, 'addPlanAction', ours)).toMatchObject({
        ...{ code: 'NOT_PERMITTED', field: 'owner' },
      });
      for (const [values, problem] of [
        [{ reference: 'A-40' }, { code: 'ALREADY_EXISTS', field: 'reference', value: 'A-40' }],
        [{ setOn: '2025-07-31' }, { code: 'BEFORE_OPENING', field: 'setOn' }],
        [{ setOn: '2025-10-14' }, { code: 'AFTER_TODAY', field: 'setOn' }],
        [{ dueOn: '2025-08-31' }, { code: 'INTERVAL_REVERSED', field: 'dueOn' }],
        [{ dueOn: '2025-12-02' }, { code: 'AFTER_PLAN_DUE', field: 'dueOn', limit: '2025-12-01' }],
        [{ owner: 'NOBODY' }, { code: 'UNKNOWN_CODE', field: 'owner' }],
      ] as const) {
        expect(await refused(registry, RWANDA, 'addPlanAction', { ...input, ...values })).toMatchObject(
          problem,
        );
      }
      expect(await refused(registry, GHANA, 'addPlanAction', input)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refused(registry, EVALUATOR, 'addPlanAction', input)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
    });

    it('see their actions progress until they are done', async () => {
      const plan = await opened();
      const input = {
        planActionId: plan.action,
        progressedOn: '2025-09-01',
        state: 'IN_PROGRESS',
        note: 'The first patrol was trained.',
      };
      const thing = 'PlanActionProgress { planActionId progressedOn state }';
      expect(await changed(registry, RWANDA, 'progressPlanAction', input, thing)).toMatchObject({
        planActionId: plan.action,
        state: 'IN_PROGRESS',
      });
      for (const [values, problem] of [
        [{ progressedOn: '2025-07-31' }, { code: 'BEFORE_OPENING', limit: '2025-08-01' }],
        [{ progressedOn: '2025-10-14' }, { code: 'AFTER_TODAY', field: 'progressedOn' }],
        [{ state: 'NEARLY' }, { code: 'UNKNOWN_CODE', field: 'state' }],
        [{ planActionId: NOWHERE }, { code: 'NOT_FOUND', field: 'planActionId' }],
      ] as const) {
        expect(await refused(registry, RWANDA, 'progressPlanAction', { ...input, ...values })).toMatchObject(
          problem,
        );
      }
      expect(await refused(registry, GHANA, 'progressPlanAction', input)).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await refused(registry, EVALUATOR, 'progressPlanAction', input)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      await changed(registry, RWANDA, 'progressPlanAction', {
        ...input,
        progressedOn: '2025-09-20',
        state: 'DONE',
      });
      expect(await refused(registry, RWANDA, 'progressPlanAction', input)).toMatchObject({
        code: 'ALREADY_CLOSED',
        field: 'planActionId',
        limit: '2025-09-20',
      });
    });

    it('let an action go, for a reason, when staff say so', async () => {
      const plan = await opened();
      const input = {
        planActionId: plan.action,
        progressedOn: '2025-09-01',
        state: 'DROPPED',
        note: 'The mission needs no patrols there any more.',
      };
      expect(await refused(registry, RWANDA, 'progressPlanAction', input)).toMatchObject({
        code: 'NOT_PERMITTED',
        field: 'state',
      });
      await changed(registry, STAFF, 'progressPlanAction', input);
      const ended = { code: 'ALREADY_CLOSED', field: 'planActionId', limit: '2025-09-01' };
      const extension = {
        planActionId: plan.action,
        setOn: '2025-09-15',
        dueOn: '2025-11-15',
        reason: 'Why?',
      };
      const later = { ...extension, expectedVersion: 1 };
      expect(await refused(registry, STAFF, 'extendPlanAction', later)).toMatchObject(ended);
      const done = { ...input, state: 'DONE', progressedOn: '2025-09-20' };
      expect(await refused(registry, RWANDA, 'progressPlanAction', done)).toMatchObject(ended);
    });

    it('are closed once', async () => {
      const plan = await opened();
      const input = {
        improvementPlanId: plan.id,
        closedOn: '2025-10-10',
        outcome: 'ACHIEVED',
        evidence: 'Patrols are held.',
        expectedVersion: 1,
      };
      for (const [values, problem] of [
        [{ closedOn: '2025-07-31' }, { code: 'BEFORE_OPENING', field: 'closedOn', limit: '2025-08-01' }],
        [{ closedOn: '2025-10-14' }, { code: 'AFTER_TODAY', field: 'closedOn' }],
        [{ outcome: 'PARTLY' }, { code: 'UNKNOWN_CODE', field: 'outcome' }],
        [{ evidence: ' ' }, { code: 'REQUIRED', field: 'evidence' }],
        [{}, { code: 'ACTIONS_OPEN', field: 'outcome', value: 'ACHIEVED', limit: plan.reference }],
        [
          { outcome: 'NOT_ACHIEVED', expectedVersion: 2 },
          { code: 'STALE_VERSION', currentVersion: 1 },
        ],
      ] as const) {
        expect(await refused(registry, STAFF, 'closePlan', { ...input, ...values })).toMatchObject(problem);
      }
      expect(await refused(registry, RWANDA, 'closePlan', input)).toMatchObject({ code: 'NOT_PERMITTED' });
      const end = { planActionId: plan.action, state: 'DONE', note: 'Two patrols are held each week.' };
      const progressed = { ...end, progressedOn: '2025-10-05' };
      const done = 'PlanActionProgress { id }';
      const { id: progressId } = await changed(registry, RWANDA, 'progressPlanAction', progressed, done);
      const tooEarly = { ...input, closedOn: '2025-10-04' };
      expect(await refused(registry, STAFF, 'closePlan', tooEarly)).toMatchObject({ code: 'ACTIONS_OPEN' });
      const thing = 'ImprovementPlan { version state outcome { id outcome closedOn } }';
      const achieved = await changed(registry, STAFF, 'closePlan', input, thing);
      expect(achieved).toMatchObject({
        version: 2,
        state: 'CLOSED_ACHIEVED',
        outcome: { outcome: 'ACHIEVED', closedOn: '2025-10-10' },
      });
      // The closing rests on the end of each action.
      const { id: outcomeId } = achieved['outcome'] as { id: string };
      const undone = { kind: 'PLAN_ACTION_PROGRESS', id: progressId, reason: 'It was not.' };
      for (const replacement of [
        null,
        { planActionProgress: { progressedOn: '2025-10-05', state: 'IN_PROGRESS', note: 'Half.' } },
        { planActionProgress: { progressedOn: '2025-10-11', state: 'DONE', note: 'Later.' } },
      ]) {
        const correction = { ...undone, replacement, expectedVersion: 8 };
        expect(await refused(registry, STAFF, 'correct', correction)).toMatchObject({
          code: 'RESTED_ON',
          dependents: [{ kind: 'PLAN_OUTCOME', id: outcomeId }],
        });
      }
      const closed = { code: 'ALREADY_CLOSED', field: 'improvementPlanId', limit: '2025-10-10' };
      for (const [mutation, more] of [
        ['closePlan', input],
        ['extendPlan', { setOn: '2025-10-10', dueOn: '2026-01-01', note: 'More time.' }],
        ['addPlanAction', { setOn: '2025-10-10', dueOn: '2026-01-01', owner: 'MISSION', statement: 'More.' }],
      ] as const) {
        const again = { improvementPlanId: plan.id, ...more };
        const versioned = mutation === 'addPlanAction' ? again : { ...again, expectedVersion: 2 };
        expect(await refused(registry, STAFF, mutation, versioned)).toMatchObject(closed);
      }
      const progress = {
        planActionId: plan.action,
        progressedOn: '2025-10-11',
        state: 'DONE',
        note: 'Late.',
      };
      expect(await refused(registry, STAFF, 'progressPlanAction', progress)).toMatchObject(closed);
    });
  });
});
