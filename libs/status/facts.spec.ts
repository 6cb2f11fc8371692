import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { plainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import { EVALUATOR, memberState } from '#test/support/registry.js';
import { NOW, openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import { Rows, type Row } from '#test/support/rows.js';
import { facts } from './facts.js';
import { FACTS_SQL } from './facts.sql.js';
import type { FactsAnswer } from './pledge-facts.type.js';
import { presentFacts } from './present-facts.js';

const DAY = plainDate('2025-10-13');
const AFTER = '2025-10-14';

/** A pledge in the making: rows of its own, and rows of visits. */
interface Making {
  readonly pledge: Id;
  readonly rows: Rows;
  /** A row that names the pledge. */
  add(table: string, values: Row): Id;
  /** A held visit with an outcome for the pledge. */
  visit(kind: string, heldUntil: string, outcome: string): Id;
  measure(measuredOn: string, values: Row, lines?: readonly Row[]): Id;
}

function making(rows: Rows, unitType = 'INFANTRY_BATTALION', reference = 'P-1'): Making {
  const pledge = rows.add('pledge', { reference, unit_type: unitType });
  const add = (table: string, values: Row) => rows.add(table, { pledge_id: pledge, ...values });
  add('lifecycle_step', { occurred_on: '2024-01-01', state: 'DRAFT' });
  let visits = 0;
  return {
    pledge,
    rows,
    add,
    visit: (kind, heldUntil, outcome) => {
      visits += 1;
      const visit_id = rows.add('visit', { reference: `V-${visits}`, kind });
      rows.add('visit_holding', {
        visit_id,
        held_from: '2023-01-01',
        held_until: heldUntil,
        team: ['Military adviser'],
      });
      add('visit_outcome', { visit_id, outcome });
      return visit_id;
    },
    measure: (measured_on, values, lines = []) => {
      const measurement_id = add('measurement', { measured_on, basis: 'BY_LINE', ...values });
      for (const line of lines)
        add('measurement_equipment_line', { measurement_id, critical: false, ...line });
      return measurement_id;
    },
  };
}

const finding = {
  area: 'TRAINING',
  severity: 'CRITICAL',
  owner: 'MEMBER_STATE',
  due_on: '2026-01-01',
  statement: 'Found',
};
const asked = { area: 'TRAINING', statement: 'To do' };
const evaluated = (day: string, verdict: string): Row => ({
  mission: 'UNMISS',
  period_from: '2024-01-01',
  period_until: day,
  evaluated_on: day,
  scale: 'VERBAL',
  verdict,
});
const line = (item: string, agreed: number, present: number, serviceable: number | null = present): Row => ({
  item,
  agreed,
  present,
  serviceable,
});

describe('the facts of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  /** What is known on DAY of a pledge that is made so. */
  async function known(make: (pledge: Making) => void, unitType?: string): Promise<FactsAnswer> {
    let found: FactsAnswer | undefined;
    await database.run(async (context) => {
      const pledge = making(new Rows('RWA', NOW), unitType);
      make(pledge);
      await pledge.rows.write(context);
      found = await answered(context, pledge.pledge);
    });
    if (found === undefined) throw new Error('no facts were found');
    return found;
  }

  async function answered(context: OperationContext, id: Id): Promise<FactsAnswer> {
    const [found] = await facts(context, [{ id, day: DAY }], NOW);
    if (found === undefined) throw new Error('no facts were found');
    return presentFacts(found.facts);
  }

  it('are those of a draft where nothing else is recorded', async () => {
    expect(await known(() => undefined)).toEqual({
      lifecycle: 'DRAFT',
      registeredOn: null,
      confirmedOn: null,
      registeredLevel: 'NONE',
      documents: [],
      aav: null,
      measurements: { personnel: null, equipmentOnHand: null, serviceability: null, selfSustainment: null },
      criticalLines: [],
      rdl: null,
      caveats: [],
      humanRightsScreening: 'PENDING',
      bars: [],
      lastEvaluation: null,
      improvementPlan: null,
      assessments: [],
      hospitalDeficiencies: [],
      plannedDeploymentOn: null,
      unitCertificateOn: null,
    });
  });

  it('follow the steps: the state of the last, the day of the first registration', async () => {
    const { lifecycle, registeredOn } = await known(({ add }) => {
      for (const [occurred_on, state] of [
        ['2024-02-01', 'SUBMITTED'],
        ['2024-02-01', 'REGISTERED'],
        ['2024-05-01', 'SELECTED'],
        ['2025-10-13', 'REGISTERED'],
        [AFTER, 'WITHDRAWN'],
      ] as const)
        add('lifecycle_step', { occurred_on, state });
    });
    expect([lifecycle, registeredOn]).toEqual(['REGISTERED', '2024-02-01']);
  });

  it('take of single facts the latest by day, on the same day the later record', async () => {
    const found = await known(({ add }) => {
      add('human_rights_screening', { screened_on: '2025-01-02', result: 'CERTIFIED' });
      add('human_rights_screening', { screened_on: '2025-01-01', result: 'REFUSED' });
      add('deployment_plan', { planned_on: '2025-01-01', deployment_on: '2026-01-01' });
      add('deployment_plan', { planned_on: '2025-01-01', deployment_on: '2026-02-01' });
      add('unit_certificate', { received_on: '2025-03-01' });
      add('unit_certificate', { received_on: '2025-01-01' });
      add('unit_certificate', { received_on: AFTER });
      add('confirmation', { confirmed_on: '2025-04-01' });
      add('confirmation', { confirmed_on: '2025-02-01' });
      const decision = { computed_level: 'RDL', parameter_set: 1 };
      add('level_decision', { decided_on: '2025-04-01', level: 'LEVEL_2', ...decision });
      add('level_decision', { decided_on: '2025-02-01', level: 'LEVEL_3', ...decision });
    });
    expect(found).toMatchObject({
      humanRightsScreening: 'CERTIFIED',
      plannedDeploymentOn: '2026-02-01',
      unitCertificateOn: '2025-03-01',
      confirmedOn: '2025-04-01',
      registeredLevel: 'LEVEL_2',
    });
  });

  it('let a corrected fact keep its place among those of its day', async () => {
    const { humanRightsScreening } = await known(({ add }) => {
      const result = {
        screened_on: '2025-01-01',
        voided_by: 'x',
        voided_role: 'STAFF',
        voided_reason: 'Wrong',
      };
      const id = add('human_rights_screening', { ...result, result: 'PENDING', voided_at: NOW });
      add('human_rights_screening', { screened_on: '2025-01-01', result: 'REFUSED' });
      add('human_rights_screening', { screened_on: '2025-01-01', result: 'CERTIFIED', id });
    });
    expect(humanRightsScreening).toBe('REFUSED');
  });

  it('take of visits the latest of each kind, on the same day the worse outcome', async () => {
    const found = await known(({ visit }) => {
      visit('AAV', '2025-05-01', 'UNSATISFACTORY');
      visit('AAV', '2025-05-01', 'SATISFACTORY');
      visit('AAV', '2025-04-01', 'SATISFACTORY');
      visit('AAV', AFTER, 'SATISFACTORY');
      visit('PRE_ROTATION', '2025-03-01', 'FAIL');
      visit('PRE_ROTATION', '2025-03-02', 'PASS');
      visit('COE_READINESS', '2025-03-01', 'PASS');
      visit('RDL_VERIFICATION', '2025-03-01', 'PASS');
    });
    expect(found.aav).toMatchObject({ date: '2025-05-01', outcome: 'UNSATISFACTORY' });
    expect(found.assessments.map(({ kind, outcome }) => [kind, outcome])).toEqual([['PRE_ROTATION', 'PASS']]);
    expect(found.rdl).toBeNull();
  });

  it('count no visit that was not held or has no outcome for the pledge', async () => {
    const found = await known(({ add, rows }) => {
      const planned = rows.add('visit', { reference: 'A', kind: 'AAV' });
      add('visit_outcome', { visit_id: planned, outcome: 'SATISFACTORY' });
      const held = rows.add('visit', { reference: 'B', kind: 'AAV' });
      rows.add('visit_holding', {
        visit_id: held,
        held_from: '2025-01-01',
        held_until: '2025-01-02',
        team: [],
      });
    });
    expect(found.aav).toBeNull();
  });

  it('count what is unanswered at the latest visit, and name its critical findings', async () => {
    const { aav, assessments } = await known(({ add, visit }) => {
      const old = visit('AAV', '2024-05-01', 'SATISFACTORY');
      add('finding', { visit_id: old, reference: 'F-0', ...finding });
      add('recommendation', { visit_id: old, reference: 'R-0', kind: 'RECOMMENDATION', ...asked });
      const visit_id = visit('AAV', '2025-05-01', 'SATISFACTORY_WITH_RECOMMENDATIONS');
      const ask = (reference: string, kind = 'RECOMMENDATION') =>
        add('recommendation', { visit_id, reference, kind, ...asked });
      ask('R-1');
      ask('R-2', 'CONDITION');
      for (const [reference, answered_on] of [
        ['R-3', '2025-10-13'],
        ['R-4', AFTER],
      ])
        add('recommendation_answer', {
          recommendation_id: ask(reference ?? ''),
          answered_on,
          answer: 'Done',
        });
      add('finding', { visit_id, reference: 'F-1', ...finding, severity: 'MAJOR' });
      for (const [reference, closed_on] of [
        ['F-2', '2025-10-13'],
        ['F-3', AFTER],
      ])
        add('finding_closure', {
          finding_id: add('finding', { visit_id, reference, ...finding }),
          closed_on,
          evidence: 'Seen',
        });
      const checked = visit('FPU_ASSESSMENT', '2025-05-01', 'PASS_WITH_CONDITIONS');
      add('recommendation', { visit_id: checked, reference: 'K-1', kind: 'CONDITION', ...asked });
      add('recommendation', { visit_id: checked, reference: 'K-2', kind: 'RECOMMENDATION', ...asked });
    });
    expect(aav?.openRecommendations).toBe(2);
    expect(aav?.criticalFindings.map(({ id, closedOn }) => [id, closedOn])).toEqual([
      ['F-2', '2025-10-13'],
      ['F-3', null],
    ]);
    expect(assessments[0]?.openConditions).toBe(1);
  });

  it('add lines up, each capped at what was agreed', async () => {
    const { measurements, criticalLines } = await known(({ add, measure }) => {
      const measurement_id = measure('2025-05-01', { personnel_required: 100, personnel_available: 120 }, [
        line('TRUCK', 10, 30, 20),
        { ...line('AMBULANCE', 4, 2, 1), critical: true },
      ]);
      add('measurement_self_sustainment', {
        measurement_id,
        category: 'CATERING',
        required: 100,
        available: 150,
      });
      add('measurement_self_sustainment', {
        measurement_id,
        category: 'LAUNDRY',
        required: 100,
        available: 50,
      });
    });
    expect(measurements).toMatchObject({
      personnel: { required: 100, available: 120 },
      equipmentOnHand: { required: 14, available: 12 },
      serviceability: { required: 14, available: 11 },
      selfSustainment: { required: 200, available: 150 },
    });
    expect(criticalLines).toMatchObject([{ item: 'AMBULANCE', required: 4, available: 2 }]);
  });

  it('take each dimension from the latest measurement that knows it', async () => {
    const { measurements, criticalLines } = await known(({ measure }) => {
      measure('2025-01-01', { personnel_required: 100, personnel_available: 90 }, [
        { ...line('AMBULANCE', 4, 4), critical: true },
      ]);
      measure('2025-02-01', {}, [line('TRUCK', 10, 9, null)]);
      measure('2025-03-01', {
        basis: 'TOTALS_ONLY',
        self_sustainment_required: 5,
        self_sustainment_available: 7,
        personnel_required: 100,
        personnel_available: 80,
      });
      measure(AFTER, { personnel_required: 100, personnel_available: 10 }, [line('TRUCK', 10, 1)]);
    });
    expect(measurements).toMatchObject({
      personnel: { required: 100, available: 80 },
      equipmentOnHand: { required: 10, available: 9 },
      serviceability: { required: 4, available: 4 },
      selfSustainment: { required: 5, available: 7 },
    });
    // The latest lines name no critical one.
    expect(criticalLines).toEqual([]);
  });

  it('take critical lines that stand beside totals, and add none of them up', async () => {
    const { measurements, criticalLines } = await known(({ measure }) => {
      const totals = { equipment_on_hand_required: 50, equipment_on_hand_available: 60 };
      measure('2025-01-01', { basis: 'TOTALS_ONLY', ...totals }, [
        { ...line('AMBULANCE', 4, 6), critical: true },
      ]);
    });
    expect(measurements.equipmentOnHand).toMatchObject({ required: 50, available: 60 });
    expect(measurements.serviceability).toBeNull();
    expect(criticalLines).toMatchObject([{ item: 'AMBULANCE', required: 4, available: 4 }]);
  });

  const agreements: readonly [
    name: string,
    spans: readonly (readonly [string, string])[],
    expected: string,
  ][] = [
    [
      'the one in force',
      [
        ['2026-01-01', '2026-12-31'],
        ['2025-07-01', '2025-10-13'],
        ['2024-01-01', '2024-12-31'],
      ],
      '2025-07-01',
    ],
    [
      'else the next to begin',
      [
        ['2027-01-01', '2027-12-31'],
        ['2025-10-14', '2026-12-31'],
        ['2024-01-01', '2025-10-12'],
      ],
      '2025-10-14',
    ],
    [
      'else the last to end',
      [
        ['2024-01-01', '2025-10-12'],
        ['2024-06-01', '2024-12-31'],
        ['2023-01-01', '2025-10-11'],
      ],
      '2024-01-01',
    ],
  ];
  it.each(agreements)('take of RDL agreements %s', async (_name, spans, expected) => {
    const { rdl } = await known(({ add, visit }) => {
      for (const [from_on, until_on] of spans)
        add('rdl_agreement', { signed_on: '2023-01-01', from_on, until_on, commitment_days: 60 });
      add('rdl_agreement', {
        signed_on: AFTER,
        from_on: '2025-01-01',
        until_on: '2030-01-01',
        commitment_days: 10,
      });
      visit('RDL_VERIFICATION', '2025-06-01', 'PASS');
    });
    expect(rdl).toMatchObject({ agreementFrom: expected, commitmentDays: 60 });
    expect(rdl?.verification).toMatchObject({ date: '2025-06-01', outcome: 'PASS' });
  });

  it('hold bars of the unit and of its whole Member State, and of no other', async () => {
    const { bars } = await known(({ rows, add }) => {
      const bar = { decided_on: '2025-01-01', from_on: '2026-01-01', reason: 'Decided' };
      rows.add('bar', { ...bar, decision: 'STATE' });
      add('bar', { ...bar, decision: 'UNIT' });
      add('bar', { ...bar, decision: 'LATER', decided_on: AFTER });
      rows.add('bar', { ...bar, decision: 'OTHER-STATE', member_state: 'GHA' });
      rows.add('bar', { ...bar, decision: 'OTHER-UNIT', pledge_id: making(rows, undefined, 'P-2').pledge });
    });
    expect(bars.map(({ decision }) => decision)).toEqual(['STATE', 'UNIT']);
  });

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

  it('come in the order asked, for many days of many pledges in one statement', async () => {
    await database.run(async (context) => {
      const rows = new Rows('RWA', NOW);
      const [one, other] = [making(rows), making(rows, undefined, 'P-2')];
      one.add('lifecycle_step', { occurred_on: '2025-10-13', state: 'SUBMITTED' });
      await rows.write(context);
      const before = context.statements;
      const days = ['2025-10-12', '2023-12-31', '2025-10-13'].map(plainDate);
      const pairs = days.flatMap((day) => [one, other].map(({ pledge }) => ({ id: pledge, day })));
      const found = await facts(context, pairs, NOW);
      expect(context.statements - before).toBe(1);
      expect(found.map((each) => each && [each.id, each.facts.lifecycle])).toEqual([
        [one.pledge, 'DRAFT'],
        [other.pledge, 'DRAFT'],
        undefined,
        undefined,
        [one.pledge, 'SUBMITTED'],
        [other.pledge, 'DRAFT'],
      ]);
    });
  });

  it('are seen by who may see the pledge, and then whole', async () => {
    const make = (rows: Rows) => {
      const pledge = making(rows);
      pledge.visit('AAV', '2025-05-01', 'SATISFACTORY');
      pledge.add('document', { type: 'LOAD_LIST', received_on: '2025-01-01' });
      rows.add('bar', { decision: 'S', decided_on: '2025-01-01', from_on: '2025-01-01', reason: 'Decided' });
      return pledge;
    };
    const sight = async (principal: Principal, assigned = false) => {
      let seen: FactsAnswer | undefined;
      await database.run(async (context) => {
        const rows = new Rows('RWA', NOW);
        const { pledge } = make(rows);
        await rows.write(context);
        const settings = assigned ? [pledge, 'RWA'] : ['', ''];
        await context.query(
          `SELECT set_config('muster.role', $1, true), set_config('muster.member_state', $2, true),
             set_config('muster.subject', $3, true), set_config('muster.assigned_pledges', $4, true),
             set_config('muster.assigned_member_states', $5, true)`,
          [principal.role, principal.memberState ?? '', principal.subject, ...settings],
        );
        const [found] = await facts(context, [{ id: pledge, day: DAY }], NOW);
        seen = found && presentFacts(found.facts);
      });
      return seen && [seen.documents.length, seen.bars.length];
    };
    expect(await sight(memberState('RWA'))).toEqual([1, 1]);
    expect(await sight(memberState('GHA'))).toBeUndefined();
    expect(await sight(EVALUATOR)).toBeUndefined();
    expect(await sight(EVALUATOR, true)).toEqual([1, 1]);
  });

  it('are looked up by index: no table of facts is read from end to end', async () => {
    await database.run(async (context) => {
      await context.query('SET LOCAL enable_seqscan = off');
      const rows = await context.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${FACTS_SQL}`, [
        [context.newId()],
        [DAY],
        NOW,
      ]);
      const lines = rows.map((row) => row['QUERY PLAN'].trim());
      expect(lines.filter((text) => text.includes('Seq Scan'))).toEqual([]);
      // A scan by index that has no condition reads it from end to end.
      const scans = lines.flatMap((text, place) =>
        /Index.* Scan using|Bitmap Heap Scan/.test(text) ? [place] : [],
      );
      expect(scans.length).toBeGreaterThan(30);
      expect(scans.filter((place) => !/^(Index|Recheck) Cond/.test(lines[place + 1] ?? ''))).toEqual([]);
    });
  });
});
