import pg from 'pg';
import { newId, type Id } from '#platform/ids.js';
import { DOCUMENT_TYPES } from '#reference/codes.js';

/** Appends a fact as the serving role would; `recorded_at` is noon of the day unless the row says otherwise. */
export type WriteRow = (table: string, day: string, row: Readonly<Record<string, unknown>>) => Promise<Id>;

/**
 * Rows for tests of questions, written on a connection of their own as staff under row security: quicker than
 * mutations, which have tests of their own. The database's checks and keys hold for them all the same.
 */
export async function writeRows(appUrl: string, use: (write: WriteRow) => Promise<void>): Promise<void> {
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    let rows = 0;
    await use(async (table, day, row) => {
      // A millisecond apart, so that ids of one table tell the order in which its rows were written.
      const recordedAt = new Date(Date.parse(`${day}T12:00:00Z`) + rows++);
      const id = newId(recordedAt);
      const identity = VERSIONED.has(table) ? { id } : { id, row_id: id };
      const whole = {
        ...identity,
        recorded_at: recordedAt,
        recorded_by: 'force-generation-officer',
        recorded_role: 'STAFF',
        ...row,
      };
      const columns = Object.keys(whole);
      const places = columns.map((_column, index) => `$${index + 1}`);
      const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
      await client.query(insert, Object.values(whole));
      return id;
    });
  } finally {
    await client.end();
  }
}

const VERSIONED = new Set(['pledge', 'visit', 'improvement_plan']);

export interface PledgeRow {
  readonly memberState: string;
  readonly reference: string;
  readonly unitType?: string;
  readonly title?: string;
  readonly deployableWithinDays?: number;
  /** Steps after REGISTERED, each on a day. */
  readonly steps?: Readonly<Record<string, string>>;
  /** Documents that are not held. */
  readonly without?: readonly string[];
  readonly personnel?: number;
}

/** The day on which such a pledge is drafted, and the one on which all of it is on record. */
export const DRAFTED_ON = '2025-01-06';
export const READY_ON = '2025-02-20';

/** A pledge of 150 persons that is READY at LEVEL_3 from 20 February 2025 until its validity runs out on 2026-01-10. */
export async function writePledge(write: WriteRow, pledge: PledgeRow): Promise<Id> {
  const { memberState, reference, unitType = 'FORMED_POLICE_UNIT' } = pledge;
  const id = await write('pledge', DRAFTED_ON, { member_state: memberState, reference, unit_type: unitType });
  const owner = { member_state: memberState, pledge_id: id };
  await write('pledge_description', DRAFTED_ON, {
    ...owner,
    described_on: DRAFTED_ON,
    title: pledge.title ?? `Unit ${reference}`,
    deployable_within_days: pledge.deployableWithinDays ?? 60,
    languages: ['French'],
    contact_post: 'Military adviser',
  });
  const steps = { DRAFT: DRAFTED_ON, SUBMITTED: '2025-01-08', REGISTERED: '2025-01-10', ...pledge.steps };
  for (const [state, day] of Object.entries(steps)) {
    await write('lifecycle_step', day, { ...owner, state, occurred_on: day });
  }
  for (const type of DOCUMENT_TYPES.filter((each) => !pledge.without?.includes(each))) {
    await write('document', '2025-01-20', { ...owner, type, received_on: '2025-01-20' });
  }
  await writeVisit(write, owner);
  await write('measurement', READY_ON, {
    ...owner,
    measured_on: READY_ON,
    basis: 'TOTALS_ONLY',
    personnel_required: 150,
    personnel_available: pledge.personnel ?? 150,
    equipment_on_hand_required: 100,
    equipment_on_hand_available: 100,
    serviceability_required: 100,
    serviceability_available: 100,
    self_sustainment_required: 10,
    self_sustainment_available: 10,
  });
  await write('human_rights_screening', READY_ON, { ...owner, screened_on: READY_ON, result: 'CERTIFIED' });
  return id;
}

async function writeVisit(write: WriteRow, owner: { member_state: string; pledge_id: Id }): Promise<void> {
  const { member_state, pledge_id } = owner;
  const visit_id = await write('visit', '2025-01-15', {
    member_state,
    reference: `AAV-${pledge_id}`,
    kind: 'AAV',
  });
  await write('visit_coverage', '2025-01-15', { ...owner, visit_id });
  await write('visit_holding', '2025-02-05', {
    member_state,
    visit_id,
    held_from: '2025-02-03',
    held_until: '2025-02-05',
    team: ['Team leader'],
  });
  await write('visit_outcome', '2025-02-05', { ...owner, visit_id, outcome: 'SATISFACTORY' });
}
