import { changed, refused, type Input } from '#test/support/changes.js';
import { deployedPledge, draftedPledge, plannedVisit, recordedEvaluation } from '#test/support/recorded.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const finding = {
  area: 'TRAINING',
  severity: 'CRITICAL',
  owner: 'MISSION',
  dueOn: '2025-12-01',
  statement: 'One.',
};
const recommendation = { kind: 'RECOMMENDATION', area: 'MEDICAL', statement: 'Two.' };
const deficiency = { severity: 'CRITICAL', raisedOn: '2025-09-03', statement: 'Three.' };
const action = { setOn: '2025-08-01', dueOn: '2025-10-01', owner: 'MISSION', statement: 'Four.' };
const evaluation = {
  mission: 'UNMISS',
  periodFrom: '2025-01-01',
  periodUntil: '2025-06-30',
  evaluatedOn: '2025-07-15',
  scale: 'FIVE_STEP',
  verdict: 'UNSATISFACTORY',
};

type Kind = keyof typeof BETTER;

/** Each kind of fact of visits and plans, and what one of it should have said. */
const BETTER = {
  VISIT_PLAN: { decidedOn: '2024-02-02', plannedFrom: '2025-09-01', plannedUntil: '2025-09-06' },
  VISIT_HOLDING: { heldFrom: '2025-09-02', heldUntil: '2025-09-06', team: ['Physician'] },
  VISIT_OUTCOME: { outcome: 'UNSATISFACTORY' },
  ASSIGNMENT: { subject: 'evaluator-8', assignedOn: '2025-08-02' },
  FINDING: { ...finding, severity: 'MINOR' },
  FINDING_ANSWER: { answeredOn: '2025-09-21', answer: 'In November.' },
  FINDING_CLOSURE: { closedOn: '2025-10-02', evidence: 'Seen.' },
  RECOMMENDATION: { ...recommendation, area: 'TRAINING' },
  RECOMMENDATION_ANSWER: { answeredOn: '2025-09-21', answer: 'Done otherwise.' },
  HOSPITAL_DEFICIENCY: { ...deficiency, severity: 'MAJOR' },
  HOSPITAL_DEFICIENCY_CLOSURE: { closedOn: '2025-10-02', evidence: 'Seen.' },
  EVALUATION: { ...evaluation, rawScore: 4, areas: [{ area: 'GENDER', score: 5 }] },
  IMPROVEMENT_PLAN_TERMS: { setOn: '2025-07-31', dueOn: '2025-12-02' },
  PLAN_ACTION: { ...action, setOn: '2025-08-02' },
  PLAN_ACTION_EXTENSION: { setOn: '2025-08-20', dueOn: '2025-11-15', reason: 'The ship was late.' },
  PLAN_OUTCOME: { closedOn: '2025-10-11', outcome: 'NOT_ACHIEVED', evidence: 'Nothing was done.' },
  PLAN_ACTION_PROGRESS: { progressedOn: '2025-09-02', state: 'IN_PROGRESS', note: 'Half.' },
} as const satisfies Record<string, Input>;

/** What rests on a fact that has dependents, by kind. */
const RESTING: readonly (readonly [Kind | 'VISIT_COVERAGE', readonly Kind[]])[] = [
  ['VISIT_COVERAGE', ['FINDING', 'HOSPITAL_DEFICIENCY', 'RECOMMENDATION', 'VISIT_OUTCOME']],
  ['VISIT_HOLDING', ['FINDING', 'HOSPITAL_DEFICIENCY', 'RECOMMENDATION', 'VISIT_OUTCOME']],
  ['FINDING', ['FINDING_ANSWER', 'FINDING_CLOSURE']],
  ['RECOMMENDATION', ['RECOMMENDATION_ANSWER']],
  ['HOSPITAL_DEFICIENCY', ['HOSPITAL_DEFICIENCY_CLOSURE']],
  ['EVALUATION', ['IMPROVEMENT_PLAN_TERMS']],
  ['IMPROVEMENT_PLAN_TERMS', ['PLAN_ACTION', 'PLAN_OUTCOME']],
  ['PLAN_ACTION', ['PLAN_ACTION_EXTENSION', 'PLAN_ACTION_PROGRESS']],
  ['PLAN_ACTION_PROGRESS', ['PLAN_OUTCOME']],
];

/** What a fact may not be corrected to, because of what rests on it. */
const UNFIT: readonly (readonly [Kind, Input, readonly Kind[]])[] = [
  [
    'VISIT_HOLDING',
    { heldUntil: '2025-10-05' },
    ['FINDING_ANSWER', 'FINDING_CLOSURE', 'RECOMMENDATION_ANSWER'],
  ],
  ['VISIT_HOLDING', { heldFrom: '2025-09-04' }, ['HOSPITAL_DEFICIENCY']],
  ['HOSPITAL_DEFICIENCY', { raisedOn: '2025-10-05' }, ['HOSPITAL_DEFICIENCY_CLOSURE']],
  ['EVALUATION', { evaluatedOn: '2025-08-02' }, ['IMPROVEMENT_PLAN_TERMS']],
  ['IMPROVEMENT_PLAN_TERMS', { setOn: '2025-08-15' }, ['PLAN_ACTION']],
  ['IMPROVEMENT_PLAN_TERMS', { dueOn: '2025-10-15' }, ['PLAN_ACTION_EXTENSION']],
  ['IMPROVEMENT_PLAN_TERMS', { dueOn: '2025-09-15' }, ['PLAN_ACTION', 'PLAN_ACTION_EXTENSION']],
  ['PLAN_ACTION', { setOn: '2025-08-15' }, ['PLAN_ACTION_EXTENSION']],
  ['PLAN_ACTION', { setOn: '2025-09-15' }, ['PLAN_ACTION_EXTENSION', 'PLAN_ACTION_PROGRESS']],
  ['PLAN_ACTION', { dueOn: '2025-11-01' }, ['PLAN_ACTION_EXTENSION']],
  ['PLAN_ACTION_PROGRESS', { state: 'IN_PROGRESS' }, ['PLAN_OUTCOME']],
];

const fieldOf = (kind: string) =>
  kind.toLowerCase().replace(/_(\w)/g, (_m, letter: string) => letter.toUpperCase());

describe('corrections of visits and plans', () => {
  let registry: TestRegistry;
  let hospital: string;
  let other: string;
  let visit: string;
  let facts: Readonly<Record<string, string>>;

  beforeAll(async () => {
    registry = await startRegistry();
    hospital = await deployedPledge(registry, 'RWA', 'RWA-HOSP-1', 'MEDICAL_LEVEL_2');
    other = await draftedPledge(registry, 'RWA', 'RWA-HOSP-2', 'MEDICAL_LEVEL_1');
    visit = await plannedVisit(registry, 'HOSPITAL', [hospital], ['2025-09-01', '2025-09-05']);
    facts = { ...(await ofVisit()), ...(await ofEvaluation()) };
  });
  afterAll(() => registry.close());

  const make = async (mutation: string, type: string, input: Input) =>
    (await changed(registry, STAFF, mutation, input, `${type} { id }`)).id;

  async function ofVisit(): Promise<Record<string, string>> {
    const of = { visitId: visit, pledgeId: hospital };
    const closing = { closedOn: '2025-10-01', evidence: 'Shown.' };
    const answering = { answeredOn: '2025-09-20', answer: 'Soon.' };
    const { body } = await registry.ask(
      STAFF,
      `{ visit(id: "${visit}") { plan { id } holding { id } coverage { id } } }`,
    );
    const { plan, holding, coverage } = body.data?.['visit'] as {
      plan: { id: string };
      holding: { id: string };
      coverage: { id: string }[];
    };
    const findingId = await make('raiseFinding', 'Finding', { ...of, ...finding });
    const recommendationId = await make('raiseRecommendation', 'Recommendation', {
      ...of,
      ...recommendation,
    });
    const hospitalDeficiencyId = await make('raiseHospitalDeficiency', 'HospitalDeficiency', {
      ...of,
      ...deficiency,
    });
    return {
      VISIT_PLAN: plan.id,
      VISIT_HOLDING: holding.id,
      VISIT_COVERAGE: String(coverage[0]?.id),
      VISIT_OUTCOME: await make('recordOutcome', 'VisitOutcome', { ...of, outcome: 'SATISFACTORY' }),
      ASSIGNMENT: await make('assignVisit', 'Assignment', {
        visitId: visit,
        subject: 'evaluator-7',
        assignedOn: '2025-08-01',
      }),
      FINDING: findingId,
      FINDING_ANSWER: await make('answerFinding', 'FindingAnswer', { findingId, ...answering }),
      FINDING_CLOSURE: await make('closeFinding', 'FindingClosure', {
        findingId,
        ...closing,
        expectedVersion: 8,
      }),
      RECOMMENDATION: recommendationId,
      RECOMMENDATION_ANSWER: await make('answerRecommendation', 'RecommendationAnswer', {
        recommendationId,
        ...answering,
      }),
      HOSPITAL_DEFICIENCY: hospitalDeficiencyId,
      HOSPITAL_DEFICIENCY_CLOSURE: await make('closeHospitalDeficiency', 'HospitalDeficiencyClosure', {
        hospitalDeficiencyId,
        ...closing,
        expectedVersion: 9,
      }),
    };
  }

  async function ofEvaluation(): Promise<Record<string, string>> {
    const evaluationId = await recordedEvaluation(registry, hospital);
    const { setOn, ...first } = action;
    const opening = { evaluationId, openedOn: setOn, dueOn: '2025-12-01', actions: [first] };
    const thing = 'ImprovementPlan { id terms { id } actions { id } }';
    const plan = await changed(registry, STAFF, 'openPlan', opening, thing);
    const [terms] = plan['terms'] as { id: string }[];
    const [planned] = plan['actions'] as { id: string }[];
    const extension = {
      planActionId: planned?.id,
      setOn: '2025-08-10',
      dueOn: '2025-11-01',
      reason: 'Rain.',
    };
    const extended = await changed(
      registry,
      STAFF,
      'extendPlanAction',
      { ...extension, expectedVersion: 1 },
      'ImprovementPlan { actions { extensions { id } } }',
    );
    const [{ extensions }] = extended['actions'] as [{ extensions: { id: string }[] }];
    const progress = { planActionId: planned?.id, progressedOn: '2025-09-01', state: 'DONE', note: 'Held.' };
    const progressId = await make('progressPlanAction', 'PlanActionProgress', progress);
    const closing = { closedOn: '2025-10-10', outcome: 'ACHIEVED', evidence: 'Shown.' };
    const closed = await changed(
      registry,
      STAFF,
      'closePlan',
      { improvementPlanId: plan.id, ...closing, expectedVersion: 2 },
      'ImprovementPlan { outcome { id } }',
    );
    return {
      EVALUATION: evaluationId,
      IMPROVEMENT_PLAN_TERMS: String(terms?.id),
      PLAN_ACTION: String(planned?.id),
      PLAN_ACTION_EXTENSION: String(extensions[0]?.id),
      PLAN_ACTION_PROGRESS: progressId,
      PLAN_OUTCOME: (closed['outcome'] as { id: string }).id,
    };
  }

  /** A correction by the version that is standing: of the visit for what is the visit's own, else of the pledge. */
  async function correction(kind: string, content?: Input): Promise<Input> {
    const field = ['VISIT_PLAN', 'VISIT_HOLDING', 'ASSIGNMENT'].includes(kind) ? 'visit' : 'pledge';
    const { body } = await registry.ask(
      STAFF,
      `{ visit(id: "${visit}") { version } pledge(id: "${hospital}") { version } }`,
    );
    const { version: expectedVersion } = body.data?.[field] as { version: number };
    const replacement = content && { replacement: { [fieldOf(kind)]: content } };
    return { kind, id: facts[kind], reason: 'Recorded wrongly', expectedVersion, ...replacement };
  }

  const kindsOf = (problem: Input) =>
    [...new Set((problem['dependents'] as { kind: string }[]).map(({ kind }) => kind))].sort();

  it.each(RESTING)('%s is not voided from under what rests on it', async (kind, resting) => {
    const problem = await refused(registry, STAFF, 'correct', await correction(kind));
    expect(problem).toMatchObject({ code: 'RESTED_ON', value: facts[kind] });
    expect(kindsOf(problem)).toEqual(resting);
  });

  it.each(UNFIT)(
    '%s is not moved to where %j does not fit what rests on it',
    async (kind, values, resting) => {
      const input = await correction(kind, { ...BETTER[kind], ...values });
      const problem = await refused(registry, STAFF, 'correct', input);
      expect(problem).toMatchObject({ code: 'RESTED_ON', value: facts[kind] });
      expect(kindsOf(problem)).toEqual(resting);
    },
  );

  it('a visit does not leave a pledge of which it found something', async () => {
    const input = await correction('VISIT_COVERAGE', { pledgeId: other });
    expect(await refused(registry, STAFF, 'correct', input)).toMatchObject({ code: 'RESTED_ON' });
  });

  it('a visit that found nothing of a pledge covers another in its place', async () => {
    const empty = await plannedVisit(registry, 'HOSPITAL', [hospital]);
    const { body } = await registry.ask(STAFF, `{ visit(id: "${empty}") { coverage { id } } }`);
    const [covered] = (body.data?.['visit'] as { coverage: { id: string }[] }).coverage;
    const input = { ...(await correction('VISIT_COVERAGE', { pledgeId: other })), id: covered?.id };
    await changed(registry, STAFF, 'correct', input);
    const after = await registry.ask(STAFF, `{ visit(id: "${empty}") { coverage { id reference } } }`);
    expect(after.body.data?.['visit']).toEqual({ coverage: [{ id: covered?.id, reference: 'RWA-HOSP-2' }] });
  });

  it.each(Object.keys(BETTER) as Kind[])('%s is said anew, and keeps its name', async (kind) => {
    const input = await correction(kind, BETTER[kind]);
    const done = await changed(registry, STAFF, 'correct', input, 'Correction { kind id replaced }');
    expect(done).toMatchObject({ kind, id: facts[kind], replaced: true });
  });

  it('answers then say the new, and before the correction the old', async () => {
    registry.clock.moveTo(new Date('2025-10-14T12:00:00Z'));
    const wrong = await registry.ask(STAFF, `{ visit(id: "${visit}") { holding { heldUntil team } } }`);
    const again = { ...BETTER.VISIT_HOLDING, heldUntil: '2025-09-07' };
    await changed(registry, STAFF, 'correct', await correction('VISIT_HOLDING', again));
    const now = await registry.ask(STAFF, `{ visit(id: "${visit}") { holding { heldUntil team } } }`);
    expect(now.body.data).toEqual({ visit: { holding: { heldUntil: '2025-09-07', team: ['Physician'] } } });
    const before = await registry.ask(
      STAFF,
      `{ visit(id: "${visit}", knownOn: "2025-10-14T11:59:59Z") { holding { heldUntil team } } }`,
    );
    expect(before.text).toBe(wrong.text);
  });
});
