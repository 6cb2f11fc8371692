import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { plainDate } from '#platform/plain-date.js';
import { NOW, openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import { Rows, type Row } from '#test/support/rows.js';
import { HAPPENINGS } from '#pledges/happenings.sql.js';
import { timelines } from './timeline.js';
import type { TimelineEntry } from './timeline.type.js';

const DAY = plainDate('2025-10-13');
const HOUR = 3_600_000;
const LATER = new Date(NOW.getTime() + HOUR);

describe('the timeline of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  const told = async (
    context: OperationContext,
    pledge: Id,
    knownOn = NOW,
    asOf = DAY,
  ): Promise<readonly TimelineEntry[]> => {
    const [timeline] = await timelines(context, [pledge], { asOf, knownOn }, { first: 200, after: null });
    if (timeline === undefined) throw new Error('there is no timeline');
    expect(timeline.totalCount).toBe(timeline.nodes.length);
    return timeline.nodes;
  };
  const inShort = (entries: readonly TimelineEntry[]) => entries.map(({ kind, day }) => `${day} ${kind}`);

  it('reads every table of facts; published figures are none', async () => {
    await database.run(async (context) => {
      const tables = await context.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'voided_at' AND table_name <> 'contribution' ORDER BY 1`,
      );
      expect(HAPPENINGS.map(({ table }) => table).sort()).toEqual(tables.map(({ name }) => name));
    });
  });

  it('tells of visits that cover the pledge, on the days of their plan and of their last day', async () => {
    await database.run(async (context) => {
      const rows = new Rows('RWA', NOW);
      const pledge_id = rows.add('pledge', { reference: 'P-1', unit_type: 'INFANTRY_BATTALION' });
      const other = rows.add('pledge', { reference: 'P-2', unit_type: 'INFANTRY_BATTALION' });
      const visit_id = rows.add('visit', { reference: 'V-1', kind: 'AAV' });
      const planned = { planned_from: '2025-06-01', planned_until: '2025-06-03' };
      rows.add('visit_plan', { visit_id, decided_on: '2025-05-01', ...planned });
      rows.add('visit_coverage', { visit_id, pledge_id });
      rows.add('visit_holding', {
        visit_id,
        held_from: '2025-06-01',
        held_until: '2025-06-04',
        team: ['Military adviser', 'Medical officer'],
      });
      rows.add('visit_outcome', { visit_id, pledge_id, outcome: 'SATISFACTORY' });
      rows.add('visit_outcome', { visit_id, pledge_id: other, outcome: 'UNSATISFACTORY' });
      const bar = { decided_on: '2025-07-01', from_on: '2026-01-01', reason: 'Decided' };
      rows.add('bar', { ...bar, decision: 'S-1' });
      rows.add('bar', { ...bar, decision: 'D-1', pledge_id: other });
      rows.add('bar', { ...bar, decision: 'S-2', member_state: 'GHA' });
      await rows.write(context);
      const entries = await told(context, pledge_id);
      expect(inShort(entries)).toEqual([
        '2025-07-01 BAR',
        '2025-06-04 VISIT_OUTCOME',
        '2025-06-04 VISIT_HOLDING',
        '2025-05-01 VISIT_COVERAGE',
        '2025-05-01 VISIT_PLAN',
      ]);
      expect(entries[2]?.content).toContainEqual({
        name: 'team',
        value: 'Military adviser, Medical officer',
      });
      // The visit itself covers no other pledge; its outcome for that one has the visit's day all the same.
      expect(inShort(await told(context, other))).toEqual([
        '2025-07-01 BAR',
        '2025-07-01 BAR',
        '2025-06-04 VISIT_OUTCOME',
      ]);
    });
  });

  it('tells the parts of a record with it: lines, categories, areas, evidence', async () => {
    await database.run(async (context) => {
      const rows = new Rows('RWA', NOW);
      const pledge_id = rows.add('pledge', { reference: 'P-1', unit_type: 'INFANTRY_BATTALION' });
      const measurement_id = rows.add('measurement', {
        ...{ pledge_id, measured_on: '2025-01-01', basis: 'BY_LINE' },
      });
      const level_decision_id = rows.add('level_decision', {
        ...{
          pledge_id,
          decided_on: '2025-02-01',
          level: 'LEVEL_1',
          computed_level: 'LEVEL_1',
          parameter_set: 1,
        },
      });
      await rows.write(context);
      const of = [measurement_id, pledge_id];
      await context.query(
        `INSERT INTO measurement_equipment_line (measurement_id, member_state, pledge_id, item, critical, agreed, present, serviceable)
         VALUES ($1, 'RWA', $2, 'AMBULANCE', true, 2, 1, 1), ($1, 'RWA', $2, 'TENT', false, 9, 8, NULL)`,
        of,
      );
      await context.query(
        `INSERT INTO measurement_self_sustainment (measurement_id, member_state, pledge_id, category, required, available)
         VALUES ($1, 'RWA', $2, 'CATERING', 180, 170)`,
        of,
      );
      await context.query(
        `INSERT INTO level_decision_evidence (level_decision_id, member_state, pledge_id, record_kind, record_id)
         VALUES ($1, 'RWA', $2, 'MEASUREMENT', $3)`,
        [level_decision_id, pledge_id, measurement_id],
      );
      const [decision, measurement] = await told(context, pledge_id);
      expect(decision?.content).toContainEqual({ name: 'evidence', value: `MEASUREMENT ${measurement_id}` });
      expect(measurement?.content).toEqual(
        expect.arrayContaining([
          { name: 'equipmentLines', value: 'AMBULANCE CRITICAL 2/1/1, TENT 9/8' },
          { name: 'selfSustainmentCategories', value: 'CATERING 180/170' },
        ]),
      );
    });
  });

  it('keeps what was voided and says so, from the instant of the voiding on', async () => {
    await database.run(async (context) => {
      const rows = new Rows('RWA', NOW);
      const pledge_id = rows.add('pledge', { reference: 'P-1', unit_type: 'INFANTRY_BATTALION' });
      const add = (values: Row) => rows.add('document', { pledge_id, type: 'LOAD_LIST', ...values });
      const voided = {
        voided_at: LATER,
        voided_by: 'x',
        voided_role: 'STAFF',
        voided_reason: 'Another unit',
      };
      const id = add({ received_on: '2025-01-01', ...voided });
      add({ received_on: '2025-02-01', id, recorded_at: LATER });
      await rows.write(context);
      const [before, after] = [await told(context, pledge_id), await told(context, pledge_id, LATER)];
      expect(inShort(before)).toEqual(['2025-01-01 DOCUMENT']);
      expect(before[0]?.voided).toBeNull();
      expect(after.map(({ day, id: name, voided: voiding }) => [day, name, voiding?.reason ?? null])).toEqual(
        [
          ['2025-02-01', id, null],
          ['2025-01-01', id, 'Another unit'],
        ],
      );
    });
  });

  it('shares one statement among pledges, each with a page of its own', async () => {
    await database.run(async (context) => {
      const rows = new Rows('RWA', NOW);
      const pledges = ['P-1', 'P-2', 'P-3'].map((reference) =>
        rows.add('pledge', { reference, unit_type: 'INFANTRY_BATTALION' }),
      );
      for (const pledge_id of pledges.slice(1)) {
        for (const confirmed_on of ['2025-01-01', '2025-02-01', '2025-03-01']) {
          rows.add('confirmation', { pledge_id, confirmed_on });
        }
      }
      await rows.write(context);
      const before = context.statements;
      const page = { first: 2, after: null };
      const found = await timelines(context, pledges, { asOf: plainDate('2025-02-15'), knownOn: NOW }, page);
      expect(context.statements - before).toBe(1);
      expect(found.map(({ nodes, totalCount }) => [nodes.length, totalCount])).toEqual([
        [0, 0],
        [2, 2],
        [2, 2],
      ]);
    });
  });
});
