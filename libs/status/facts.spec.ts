import { plainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import { AFTER, DAY, knownFacts, making, type Making } from '#test/support/made-pledge.js';
import { EVALUATOR, memberState } from '#test/support/registry.js';
import { NOW, openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import { Rows } from '#test/support/rows.js';
import { facts } from './facts.js';
import { FACTS_SQL } from './facts.sql.js';
import type { FactsAnswer } from './pledge-facts.type.js';
import { presentFacts } from './present-facts.js';

describe('the facts of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  const known = (make: (pledge: Making) => void, unitType?: string) => knownFacts(database, make, unitType);

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

  it('know no plan and no certificate of a deployment that the unit returned from', async () => {
    const again = (add: Making['add']) => {
      add('deployment_plan', { planned_on: '2024-01-01', deployment_on: '2024-05-05' });
      add('unit_certificate', { received_on: '2024-03-21' });
      for (const [occurred_on, state] of [
        ['2024-05-05', 'DEPLOYED'],
        ['2025-03-31', 'RETURNED'],
        ['2025-08-05', 'REGISTERED'],
        ['2025-10-01', 'SELECTED'],
      ] as const)
        add('lifecycle_step', { occurred_on, state });
    };
    const ofThat = { plannedDeploymentOn: null, unitCertificateOn: null };
    expect(await known(({ add }) => again(add))).toMatchObject(ofThat);
    const ofThis = await known(({ add }) => {
      again(add);
      add('deployment_plan', { planned_on: '2025-10-02', deployment_on: '2025-11-01' });
    });
    expect(ofThis).toMatchObject({ plannedDeploymentOn: '2025-11-01', unitCertificateOn: null });
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
