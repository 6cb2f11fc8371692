import { plainDate } from '#platform/plain-date.js';
import { formatDay } from '#readiness/day.js';
import { AFTER, knownFacts, making, type Making } from '#test/support/made-pledge.js';
import { NOW, openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import { Rows } from '#test/support/rows.js';
import { statusOfPledges } from './status-of-pledges.js';

const finding = {
  area: 'TRAINING',
  severity: 'CRITICAL',
  owner: 'MEMBER_STATE',
  due_on: '2026-01-01',
  statement: 'Found',
};
const asked = { area: 'TRAINING', statement: 'To do' };

describe('what visits say of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  const known = (make: (pledge: Making) => void, unitType?: string) => knownFacts(database, make, unitType);

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

  it('take of agreements in force the one signed last, and say when another begins', async () => {
    await database.run(async (context) => {
      const rows = new Rows('RWA', NOW);
      const { add, pledge } = making(rows);
      for (const state of ['SUBMITTED', 'REGISTERED'])
        add('lifecycle_step', { occurred_on: '2025-10-01', state });
      const agree = (signed_on: string, from_on: string, commitment_days: number) =>
        add('rdl_agreement', { signed_on, from_on, until_on: '2030-12-31', commitment_days });
      agree('2025-02-01', '2025-02-01', 61);
      agree('2025-01-01', '2025-03-01', 62);
      agree('2025-03-01', '2025-10-20', 63);
      await rows.write(context);
      const days = async (asOf: string) => {
        const moment = { asOf: plainDate(asOf), knownOn: NOW };
        const found = (await statusOfPledges(context, [pledge], moment)).get(pledge);
        const next = found?.evaluation.nextChangeOn ?? null;
        return [found?.facts.rdl?.commitmentDays, next && formatDay(next)];
      };
      expect(await days('2025-10-13')).toEqual([61, '2025-10-20']);
      expect((await days('2025-10-20'))[0]).toBe(63);
    });
  });
});
