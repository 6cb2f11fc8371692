import type { Id } from '#platform/ids.js';
import { plainDate } from '#platform/plain-date.js';
import { facts } from '#status/facts.js';
import type { FactsAnswer } from '#status/pledge-facts.type.js';
import { presentFacts } from '#status/present-facts.js';
import { NOW, type RolledBack } from './rolled-back.js';
import { Rows, type Row } from './rows.js';

/** The day on which made pledges are looked at, and the one after it. */
export const DAY = plainDate('2025-10-13');
export const AFTER = '2025-10-14';

/** A pledge in the making: rows of its own, and rows of visits. */
export interface Making {
  readonly pledge: Id;
  readonly rows: Rows;
  /** A row that names the pledge. */
  add(table: string, values: Row): Id;
  /** A held visit with an outcome for the pledge. */
  visit(kind: string, heldUntil: string, outcome: string): Id;
  measure(measuredOn: string, values: Row, lines?: readonly Row[]): Id;
}

export function making(rows: Rows, unitType = 'INFANTRY_BATTALION', reference = 'P-1'): Making {
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

/** What is known on DAY of a pledge that is made so. */
export async function knownFacts(
  database: RolledBack,
  make: (pledge: Making) => void,
  unitType?: string,
): Promise<FactsAnswer> {
  let found: FactsAnswer | undefined;
  await database.run(async (context) => {
    const made = making(new Rows('RWA', NOW), unitType);
    make(made);
    await made.rows.write(context);
    const [pledge] = await facts(context, [{ id: made.pledge, day: DAY }], NOW);
    found = pledge && presentFacts(pledge.facts);
  });
  if (found === undefined) throw new Error('no facts were found');
  return found;
}
