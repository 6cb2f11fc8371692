import { on, reasonsOf } from '#test/support/sound-facts.js';
import type { AssessmentFact, Facts, PlanState, Verdict } from '../facts.js';

const evaluatedUnit = (verdict: Verdict, date: string, plan: [PlanState, string] | null): Partial<Facts> => ({
  lastEvaluation: { verdict, date: on(date) },
  improvementPlan: plan && { state: plan[0], dueOn: on(plan[1]) },
});

describe('the latest evaluation and its plan', () => {
  it.each<[Verdict, [PlanState, string] | null, string[]]>([
    ['UNSATISFACTORY', null, ['FAIL PLAN_MISSING verdict=UNSATISFACTORY']],
    ['NEEDS_IMPROVEMENT', null, ['CONDITION PLAN_MISSING verdict=NEEDS_IMPROVEMENT']],
    ['SATISFACTORY', null, []],
    [
      'UNSATISFACTORY',
      ['CLOSED_NOT_ACHIEVED', '2025-01-01'],
      ['FAIL PLAN_NOT_ACHIEVED verdict=UNSATISFACTORY'],
    ],
    [
      'NEEDS_IMPROVEMENT',
      ['CLOSED_NOT_ACHIEVED', '2026-01-01'],
      ['CONDITION PLAN_NOT_ACHIEVED verdict=NEEDS_IMPROVEMENT'],
    ],
    ['SATISFACTORY', ['CLOSED_NOT_ACHIEVED', '2025-01-01'], []],
    [
      'UNSATISFACTORY',
      ['CLOSED_ACHIEVED', '2025-01-01'],
      ['CONDITION REEVALUATION_DUE verdict=UNSATISFACTORY'],
    ],
    [
      'NEEDS_IMPROVEMENT',
      ['CLOSED_ACHIEVED', '2025-01-01'],
      ['INFO REEVALUATION_DUE verdict=NEEDS_IMPROVEMENT'],
    ],
    ['SATISFACTORY', ['CLOSED_ACHIEVED', '2025-01-01'], []],
    ['UNSATISFACTORY', ['OPEN', '2025-10-12'], ['FAIL PLAN_OVERDUE due=2025-10-12']],
    ['UNSATISFACTORY', ['OPEN', '2025-10-13'], ['CONDITION PLAN_ON_TRACK due=2025-10-13']],
    ['UNSATISFACTORY', ['OPEN', '2025-10-14'], ['CONDITION PLAN_ON_TRACK due=2025-10-14']],
    ['NEEDS_IMPROVEMENT', ['OPEN', '2025-10-12'], ['CONDITION PLAN_OVERDUE due=2025-10-12']],
    ['NEEDS_IMPROVEMENT', ['OPEN', '2025-10-13'], ['CONDITION PLAN_ON_TRACK due=2025-10-13']],
    ['SATISFACTORY', ['OPEN', '2025-10-12'], ['CONDITION PLAN_OVERDUE due=2025-10-12']],
    ['SATISFACTORY', ['OPEN', '2025-10-13'], []],
  ])('%s with plan %j', (verdict, plan, reasons) => {
    expect(reasonsOf(evaluatedUnit(verdict, '2025-03-01', plan))).toEqual(reasons);
  });

  it.each([
    ['2025-10-12', 'FAIL PLAN_MISSING verdict=UNSATISFACTORY'],
    ['2025-10-13', 'FAIL PLAN_MISSING verdict=UNSATISFACTORY'],
    ['2025-10-14', undefined],
  ])('speaks for the unit for 24 months: on %s', (asOf, reason) => {
    expect(reasonsOf(evaluatedUnit('UNSATISFACTORY', '2023-10-13', null), asOf)).toEqual(
      reason ? [reason] : [],
    );
  });

  it('older, leaves the plan: overdue is a condition, closed or on track is nothing', () => {
    const old = (plan: [PlanState, string]) => reasonsOf(evaluatedUnit('UNSATISFACTORY', '2023-10-12', plan));
    expect(old(['OPEN', '2025-10-12'])).toEqual(['CONDITION PLAN_OVERDUE due=2025-10-12']);
    expect(old(['OPEN', '2025-10-13'])).toEqual([]);
    expect(old(['CLOSED_NOT_ACHIEVED', '2025-01-01'])).toEqual([]);
    expect(old(['CLOSED_ACHIEVED', '2025-01-01'])).toEqual([]);
  });

  it('missing, leaves the plan too', () => {
    const improvementPlan = { state: 'OPEN', dueOn: on('2025-10-12') } as const;
    expect(reasonsOf({ improvementPlan })).toEqual(['CONDITION PLAN_OVERDUE due=2025-10-12']);
    expect(reasonsOf({ improvementPlan }, '2025-10-12')).toEqual([]);
  });
});

describe('assessments', () => {
  const assessed = (outcome: AssessmentFact['outcome'], openConditions: number, date = '2025-03-01') => ({
    assessments: [
      { kind: 'PRE_DEPLOYMENT', outcome, openConditions, date: on(date) },
    ] satisfies AssessmentFact[],
  });

  it.each<[AssessmentFact['outcome'], number, string[]]>([
    ['PASS', 0, []],
    ['PASS', 1, ['CONDITION ASSESSMENT_CONDITIONS_OPEN kind=PRE_DEPLOYMENT count=1']],
    ['PASS_WITH_CONDITIONS', 0, []],
    ['PASS_WITH_CONDITIONS', 3, ['CONDITION ASSESSMENT_CONDITIONS_OPEN kind=PRE_DEPLOYMENT count=3']],
    ['FAIL', 0, ['FAIL ASSESSMENT_FAILED kind=PRE_DEPLOYMENT date=2025-03-01']],
    ['FAIL', 3, ['FAIL ASSESSMENT_FAILED kind=PRE_DEPLOYMENT date=2025-03-01']],
  ])('%s with %i open conditions', (outcome, openConditions, reasons) => {
    expect(reasonsOf(assessed(outcome, openConditions))).toEqual(reasons);
  });

  it.each([
    ['2026-02-28', 1],
    ['2026-03-01', 0],
  ])('speak for 24 months, clamped to the end of the month: on %s', (asOf, count) => {
    const change = { lifecycle: 'DEPLOYED', rdl: null, registeredLevel: 'NONE' } as const;
    expect(reasonsOf({ ...change, ...assessed('FAIL', 0, '2024-02-29') }, asOf)).toHaveLength(count);
    expect(reasonsOf({ ...change, ...assessed('PASS', 1, '2024-02-29') }, asOf)).toHaveLength(count);
  });

  it('count each kind by itself', () => {
    const date = on('2025-03-01');
    const assessments: AssessmentFact[] = [
      { kind: 'SKILLS_VALIDATION', outcome: 'FAIL', openConditions: 0, date },
      { kind: 'FPU_ASSESSMENT', outcome: 'FAIL', openConditions: 0, date },
      { kind: 'PRE_ROTATION', outcome: 'PASS_WITH_CONDITIONS', openConditions: 2, date },
    ];
    expect(reasonsOf({ assessments })).toEqual([
      'FAIL ASSESSMENT_FAILED kind=FPU_ASSESSMENT date=2025-03-01',
      'FAIL ASSESSMENT_FAILED kind=SKILLS_VALIDATION date=2025-03-01',
      'CONDITION ASSESSMENT_CONDITIONS_OPEN kind=PRE_ROTATION count=2',
    ]);
  });
});

describe('deficiencies of a medical unit', () => {
  it.each([
    [
      '2025-10-12',
      ['FAIL HOSPITAL_DEFICIENCY_OPEN deficiency=H-1', 'FAIL HOSPITAL_DEFICIENCY_OPEN deficiency=H-2'],
    ],
    ['2025-10-13', ['FAIL HOSPITAL_DEFICIENCY_OPEN deficiency=H-1']],
  ])('fail each until the day it is closed: on %s', (asOf, reasons) => {
    const hospitalDeficiencies = [
      { id: 'H-2', closedOn: on('2025-10-13') },
      { id: 'H-1', closedOn: null },
    ];
    expect(reasonsOf({ hospitalDeficiencies }, asOf)).toEqual(reasons);
  });
});
