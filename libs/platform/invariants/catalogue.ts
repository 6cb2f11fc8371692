import type { OperationContext } from '../operation/operation-context.js';

/** As much of an operation as reading whole tables takes. */
export type Asks = Pick<OperationContext, 'query'>;

/** A table of the registry, as the database describes it. */
export interface Table {
  readonly name: string;
  /** In the order in which they stand. */
  readonly columns: readonly string[];
  /** Those of them that hold an id. */
  readonly ids: readonly string[];
  /** Those of them that hold a day. */
  readonly days: readonly string[];
}

/** A column that names a row of another table, by the convention of all tables: `finding_id` names a finding. */
export interface Link {
  readonly parent: Table;
  readonly column: string;
}

/**
 * The tables by what they hold, told from their columns alone: a table that a later migration adds is covered by itself,
 * and a foreign key that somebody dropped is missed by nobody.
 */
export class Catalogue {
  constructor(readonly tables: readonly Table[]) {}

  /** Facts: rows that are voided, never changed. */
  get facts(): readonly Table[] {
    return this.tables.filter(({ columns }) => columns.includes('row_id'));
  }

  /** What facts belong to: pledges, visits, plans. */
  get things(): readonly Table[] {
    return this.tables.filter(has('version', 'recorded_at'));
  }

  /** All that says when and by whom it was recorded. */
  get recorded(): readonly Table[] {
    return [...this.things, ...this.facts];
  }

  /** All that belongs to a Member State, parts of facts included; what is kept of answers is no record. */
  get owned(): readonly Table[] {
    return this.tables.filter(({ name, columns }) => {
      return columns.includes('member_state') && !/^(member_state|kept)_/.test(name);
    });
  }

  /** The columns by which rows of a table name those of others. */
  readonly linksOf = (child: Table): readonly Link[] =>
    child.ids.flatMap((column) => {
      const parent = this.recorded.find(({ name }) => `${name}_id` === column);
      return parent === undefined ? [] : [{ parent, column }];
    });

  /** Facts with all of the columns. */
  readonly factsWith = (...columns: readonly string[]): readonly Table[] =>
    this.facts.filter(has(...columns));
}

const has =
  (...columns: readonly string[]) =>
  (table: Table): boolean =>
    columns.every((column) => table.columns.includes(column));

const TABLES = `
SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
  coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'uuid'::regtype), '{}') AS ids,
  coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'date'::regtype), '{}') AS days
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
GROUP BY c.relname ORDER BY c.relname`;

export const readCatalogue = async (context: Asks): Promise<Catalogue> =>
  new Catalogue(await context.query<Table>(TABLES));
