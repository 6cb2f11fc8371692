import pg from 'pg';
import type { Id } from '#platform/ids.js';
import { DOCUMENT_TYPES } from '#reference/codes.js';
import { Rows, type Row } from './rows.js';

/** One row that names its Member State itself, recorded at noon of a day unless it says otherwise. */
export type WriteRow = (table: string, day: string, row: Row) => Id;

/** Rows for tests of questions over several Member States and days, written as staff under row security. */
export async function writeRows(appUrl: string, use: (write: WriteRow) => void): Promise<void> {
  const rows = new Rows('', new Date('2025-01-01T12:00:00Z'));
  use((table, day, row) => rows.add(table, { recorded_at: `${day}T12:00:00Z`, ...row }));
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    await rows.write({ query: async (sql, values) => (await client.query(sql, [...(values ?? [])])).rows });
  } finally {
    await client.end();
  }
}

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
export function writePledge(write: WriteRow, pledge: PledgeRow): Id {
  const { memberState, reference, unitType = 'FORMED_POLICE_UNIT' } = pledge;
  const id = write('pledge', DRAFTED_ON, { member_state: memberState, reference, unit_type: unitType });
  const owner = { member_state: memberState, pledge_id: id };
  write('pledge_description', DRAFTED_ON, {
    ...owner,
    described_on: DRAFTED_ON,
    title: pledge.title ?? `Unit ${reference}`,
    deployable_within_days: pledge.deployableWithinDays ?? 60,
    languages: ['fr'],
    contact_post: 'Military adviser',
  });
  const steps = { DRAFT: DRAFTED_ON, SUBMITTED: '2025-01-08', REGISTERED: '2025-01-10', ...pledge.steps };
  for (const [state, day] of Object.entries(steps)) {
    write('lifecycle_step', day, { ...owner, state, occurred_on: day });
  }
  for (const type of DOCUMENT_TYPES.filter((each) => !pledge.without?.includes(each))) {
    write('document', '2025-01-20', { ...owner, type, received_on: '2025-01-20' });
  }
  writeVisit(write, owner);
  write('measurement', READY_ON, {
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
  write('human_rights_screening', READY_ON, { ...owner, screened_on: READY_ON, result: 'CERTIFIED' });
  return id;
}

function writeVisit(write: WriteRow, owner: { member_state: string; pledge_id: Id }): void {
  const { member_state, pledge_id } = owner;
  const visit_id = write('visit', '2025-01-15', {
    member_state,
    reference: `AAV-${pledge_id}`,
    kind: 'AAV',
  });
  write('visit_coverage', '2025-01-15', { ...owner, visit_id });
  write('visit_holding', '2025-02-05', {
    member_state,
    visit_id,
    held_from: '2025-02-03',
    held_until: '2025-02-05',
    team: ['Team leader'],
  });
  write('visit_outcome', '2025-02-05', { ...owner, visit_id, outcome: 'SATISFACTORY' });
}
