import type { Id } from '#platform/ids.js';
import { AFTER, knownFacts, type Making } from '#test/support/made-pledge.js';
import { openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import type { Row } from '#test/support/rows.js';

const evaluated = (day: string, verdict: string): Row => ({
  mission: 'UNMISS',
  period_from: '2024-01-01',
  period_until: day,
  evaluated_on: day,
  scale: 'VERBAL',
  verdict,
});
describe('what is found of the performance of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  const known = (make: (pledge: Making) => void, unitType?: string) => knownFacts(database, make, unitType);

  it('hold open deficiencies of a medical unit only, and critical ones only', async () => {
    const make = ({ add }: Making) => {
      const raised = { raised_on: '2025-01-01', statement: 'Lacking' };
      add('hospital_deficiency', { ...raised, reference: 'H-1', severity: 'CRITICAL' });
      add('hospital_deficiency', { ...raised, reference: 'H-2', severity: 'MAJOR' });
      add('hospital_deficiency', { ...raised, reference: 'H-3', severity: 'CRITICAL', raised_on: AFTER });
    };
    expect((await known(make, 'MEDICAL_LEVEL_2')).hospitalDeficiencies.map(({ id }) => id)).toEqual(['H-1']);
    expect((await known(make)).hospitalDeficiencies).toEqual([]);
  });

  describe('of improvement plans', () => {
    const plan = ({ add }: Making, evaluation_id: Id, ...terms: [setOn: string, dueOn: string][]): Id => {
      const improvement_plan_id = add('improvement_plan', { evaluation_id });
      for (const [set_on, due_on] of terms)
        add('improvement_plan_terms', { improvement_plan_id, set_on, due_on });
      return improvement_plan_id;
    };
    const close = ({ add }: Making, improvement_plan_id: Id, closed_on: string) =>
      add('plan_outcome', { improvement_plan_id, closed_on, outcome: 'ACHIEVED', evidence: 'Seen' });

    it('take that of the latest evaluation, with the terms last set', async () => {
      const { lastEvaluation, improvementPlan } = await known((pledge) => {
        const first = pledge.add('evaluation', evaluated('2024-05-01', 'UNSATISFACTORY'));
        plan(pledge, first, ['2024-05-02', '2024-06-01']);
        pledge.add('evaluation', evaluated('2025-05-01', 'SATISFACTORY'));
        const last = pledge.add('evaluation', evaluated('2025-05-01', 'NEEDS_IMPROVEMENT'));
        const set = plan(
          pledge,
          last,
          ['2025-05-02', '2025-12-01'],
          ['2025-06-01', '2026-01-01'],
          [AFTER, '2026-06-01'],
        );
        close(pledge, set, AFTER);
      });
      expect(lastEvaluation).toMatchObject({ date: '2025-05-01', verdict: 'NEEDS_IMPROVEMENT' });
      expect(improvementPlan).toMatchObject({ state: 'OPEN', dueOn: '2026-01-01' });
    });

    it('take, where the latest evaluation has none, the open one that is due first', async () => {
      const { improvementPlan } = await known((pledge) => {
        const due = ['2025-09-01', '2025-11-01', '2025-10-01'];
        const plans = due.map((dueOn, index) =>
          plan(pledge, pledge.add('evaluation', evaluated(`2024-0${index + 1}-01`, 'UNSATISFACTORY')), [
            '2024-05-01',
            dueOn,
          ]),
        );
        close(pledge, plans[0] ?? pledge.pledge, '2025-10-13');
        const last = pledge.add('evaluation', evaluated('2025-05-01', 'SATISFACTORY'));
        plan(pledge, last, [AFTER, '2025-12-01']);
      });
      expect(improvementPlan).toMatchObject({ state: 'OPEN', dueOn: '2025-10-01' });
    });

    it('keep the closed one of the latest evaluation before open ones of earlier ones', async () => {
      const { improvementPlan } = await known((pledge) => {
        plan(pledge, pledge.add('evaluation', evaluated('2024-05-01', 'UNSATISFACTORY')), [
          '2024-05-02',
          '2024-06-01',
        ]);
        const last = pledge.add('evaluation', evaluated('2025-05-01', 'NEEDS_IMPROVEMENT'));
        close(pledge, plan(pledge, last, ['2025-05-02', '2025-12-01']), '2025-10-13');
      });
      expect(improvementPlan?.state).toBe('CLOSED_ACHIEVED');
    });
  });
});
