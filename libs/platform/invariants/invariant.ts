import type { Catalogue } from './catalogue.js';

/** Rows that an invariant looks at in one go, and what holds of each of them. */
export interface Look {
  /** The table that its ids name. */
  readonly table: string;
  /** What stands after FROM: joins and conditions included, each row once. */
  readonly rows: string;
  /** The name under which an operator finds a row. */
  readonly id: string;
  /** What holds of every row, as in a CHECK: only what is false is broken, what is unknown is not. */
  readonly holds: string;
}

/** A statement about live data that no operation breaks; where it is broken, somebody went past the services. */
export interface Invariant {
  /** What holds, in a sentence for operators. */
  readonly says: string;
  /** One look, or one for each table of which the statement speaks. */
  readonly looks: (catalogue: Catalogue) => readonly Look[];
}

/** A list of texts of our own as an SQL array. */
export const arrayOf = (texts: readonly string[]): string =>
  `ARRAY[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]::text[]`;

/** The condition under which a version of a fact is the one that stands. */
export const stands = (alias: string): string => `${alias}.voided_at IS NULL`;

/** Standing facts of a table of which there is one at most for each value of some expressions. */
export const once = (table: string, ...keys: readonly string[]): Look => ({
  table,
  rows: `(SELECT t.id, count(*) OVER (PARTITION BY ${keys.map((key) => `t.${key}`).join(', ')}) AS number
    FROM ${table} t WHERE ${stands('t')} AND num_nulls(${keys.map((key) => `t.${key}`).join(', ')}) = 0) t`,
  id: 't.id',
  holds: 't.number = 1',
});
