import { newId, type Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';

export type Row = Readonly<Record<string, unknown>>;

/**
 * Rows to be written straight into the tables, as the role that serves: for tests of reading that would take thousands
 * of mutations. The database's own checks and policies hold; the services' rules are not asked.
 */
export class Rows {
  readonly #tables = new Map<string, Row[]>();

  /**
   * @param prefix stands before every reference, so that rows of a second hand do not take the names of the first
   * @param always columns that every row carries, such as those of a voided one
   */
  constructor(
    private readonly memberState: string,
    private readonly recordedAt: Date,
    private readonly prefix = '',
    private readonly always: Row = {},
  ) {}

  /** One row with what every row of facts carries; `values` stand above it. Tables are written in the order first named. */
  add(table: string, values: Row = {}): Id {
    const id = newId(this.recordedAt);
    const row = {
      row_id: id,
      id,
      member_state: this.memberState,
      recorded_at: this.recordedAt,
      recorded_by: 'test',
      recorded_role: 'STAFF',
      recorded_through: 'OPERATION',
      version: 1,
      ...this.always,
      ...values,
      ...this.named('reference', values),
      ...this.named('decision', values),
    };
    this.#tables.set(table, [...(this.#tables.get(table) ?? []), row]);
    return (values['id'] as Id | undefined) ?? id;
  }

  private named(column: string, values: Row): Row {
    return typeof values[column] === 'string' ? { [column]: `${this.prefix}${values[column]}` } : {};
  }

  async write(context: Pick<OperationContext, 'query'>): Promise<void> {
    for (const [table, rows] of this.#tables) {
      await context.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
  }
}
