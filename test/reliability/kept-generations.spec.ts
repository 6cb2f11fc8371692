import pg from 'pg';
import { FACTS_SQL } from '#status/facts.sql.js';
import { withPledges } from '#status/member-state.sql.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { bothAnswers, expectSame, keptAnswer, Owner } from '#test/support/kept.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const VOID = `voided_at = '2025-10-14T10:00:00Z', voided_by = 'nobody', voided_role = 'STAFF', voided_reason = 'To see'`;
const UNVOID = 'voided_at = NULL, voided_by = NULL, voided_role = NULL, voided_reason = NULL';
const WAS_VOIDED = `voided_by = 'nobody'`;

/** What is done to the rows of a table, and how it is undone. */
interface Change {
  readonly change: string;
  readonly undo: string;
}

const voids = (table: string): Change => ({
  change: `UPDATE ${table} SET ${VOID} WHERE voided_at IS NULL`,
  undo: `UPDATE ${table} SET ${UNVOID} WHERE ${WAS_VOIDED}`,
});
const turns = (table: string, column: string, to: string, back: string): Change => ({
  change: `UPDATE ${table} SET ${column} = ${to}`,
  undo: `UPDATE ${table} SET ${column} = ${back}`,
});

/** Whose rows are changed in another way than by voiding them all. */
const OTHERWISE: Readonly<Record<string, Change>> = {
  pledge: turns(
    'pledge',
    'unit_type',
    `CASE unit_type WHEN 'MEDICAL_LEVEL_2' THEN 'CANINE' WHEN 'CANINE' THEN 'MEDICAL_LEVEL_2' ELSE unit_type END`,
    `CASE unit_type WHEN 'MEDICAL_LEVEL_2' THEN 'CANINE' WHEN 'CANINE' THEN 'MEDICAL_LEVEL_2' ELSE unit_type END`,
  ),
  visit: turns(
    'visit',
    'kind',
    `CASE kind WHEN 'AAV' THEN 'COE_READINESS' WHEN 'COE_READINESS' THEN 'AAV' ELSE kind END`,
    `CASE kind WHEN 'AAV' THEN 'COE_READINESS' WHEN 'COE_READINESS' THEN 'AAV' ELSE kind END`,
  ),
  measurement_equipment_line: turns('measurement_equipment_line', 'agreed', 'agreed * 2', 'agreed / 2'),
  // What an inspection found is in order or not, with nothing in between.
  measurement_self_sustainment: {
    change: 'UPDATE measurement_self_sustainment SET required = required * 2 WHERE satisfactory IS NULL',
    undo: 'UPDATE measurement_self_sustainment SET required = required / 2 WHERE satisfactory IS NULL',
  },
};

/** Rows that change no status by themselves: what says more of them is in other tables. */
const INERT = ['component_results', 'improvement_plan'];
/** Names of Member States are in no status, and are read anew for every answer. */
const NAMES = ['member_state_alias', 'member_state_name'];
/** Changed by nobody but a later version of the registry; no status is of it alone. */
const SHARED = ['member_state', 'parameter_set', 'parameter_value', 'requirement_statement', 'unit_type'];

describe('the generation of a Member State', () => {
  let registry: TestRegistry;
  let owner: Owner;
  let sources: string[];
  beforeAll(async () => {
    registry = await startRegistry('2025-10-14', 'DEMONSTRATION');
    owner = await Owner.of(registry);
    sources = await withTrigger('raises_generation');
  }, DEMONSTRATION_LOADED);
  afterAll(async () => {
    await owner.close();
    await registry.close();
  });

  const withTrigger = async (ending: string) =>
    (
      await owner.run<{ name: string }>(
        `SELECT tgrelid::regclass::text AS name FROM pg_trigger
         WHERE tgname = tgrelid::regclass::text || '_${ending}' AND tgenabled = 'O' ORDER BY 1`,
      )
    ).map(({ name }) => name);

  /** Every table that a statement reads, as the database plans it. */
  async function readBy(sql: string, values: readonly unknown[]): Promise<string[]> {
    const [plan] = await owner.run<{ 'QUERY PLAN': object }>(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    const text = JSON.stringify(plan);
    return [...text.matchAll(/"Relation Name":"(\w+)"/g)].map(([, name = '']) => name);
  }

  it('is raised by every table that statuses and reviews are read from', async () => {
    const now = new Date();
    const read = new Set([
      ...(await readBy(FACTS_SQL, [[], [], now])),
      ...(await readBy(withPledges('ALL').sql, ['en', null, '2025-10-14', now])),
    ]);
    const shared = await withTrigger('raises_every_generation');
    expect(shared).toEqual(SHARED);
    expect([...read].filter((name) => ![...sources, ...shared, ...NAMES].includes(name))).toEqual([]);
    expect(sources.filter((name) => !read.has(name))).toEqual([]);
    expect(sources.length).toBeGreaterThan(30);
  });

  it('is written by the triggers alone', async () => {
    const app = new pg.Client(registry.appUrl);
    await app.connect();
    await app.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    for (const change of [
      'UPDATE member_state_generation SET generation = 1',
      'INSERT INTO member_state_generation SELECT * FROM member_state_generation',
      'DELETE FROM member_state_generation',
    ]) {
      await expect(app.query(change)).rejects.toThrow('permission denied');
    }
    await app.end();
  });

  it('is what keeps a stale status from being shown: without the trigger of any one table it is', async () => {
    const silent: string[] = [];
    const before = await expectSame(registry, STAFF, 'BOARD');
    for (const table of sources.filter((name) => !INERT.includes(name))) {
      const { change, undo } = OTHERWISE[table] ?? voids(table);
      // Everything is kept, and as it was before the table before this one was changed.
      expect([table, (await keptAnswer(registry, STAFF, 'BOARD')) === before]).toEqual([table, true]);
      await owner.run(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_raises_generation`);
      await owner.run(change);
      const { kept, computed } = await bothAnswers(registry, STAFF, 'BOARD');
      if (kept === computed) silent.push(table);
      await owner.run(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_raises_generation`);
      await owner.run(undo);
      await owner.run(change);
      const changed = await keptAnswer(registry, STAFF, 'BOARD');
      expect([table, changed === computed, changed === before]).toEqual([table, true, false]);
      await owner.run(undo);
    }
    expect(silent).toEqual([]);
  }, 900_000);
});
