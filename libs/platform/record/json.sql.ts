import type { Moment } from '../moment.js';
import { snakeCase } from '../database/naming.js';
import { known } from './known.sql.js';

/**
 * A row as JSON under the names of the code.
 * @param alias the table's alias
 * @param fields its columns, as properties of the entity
 * @param more further members: an expression by name
 */
export function jsonOf<Row>(
  alias: string,
  fields: readonly (keyof Row & string)[],
  more: Readonly<Record<string, string>> = {},
): string {
  const columns = fields.map((field) => `'${field}', ${alias}.${snakeCase(field)}`);
  const members = Object.entries(more).map(([name, expression]) => `'${name}', ${expression}`);
  return `jsonb_build_object(${[...columns, ...members].join(', ')})`;
}

/** A list of JSON objects, empty rather than null. */
export const jsonList = (object: string, order: string, from: string): string =>
  `(SELECT coalesce(jsonb_agg(${object} ORDER BY ${order}), '[]') FROM ${from})`;

/**
 * Rows of facts that are known and hold on the day: `$1` is the day asked of, `$2` the instant up to which records are
 * known, as in every question that is built of these.
 */
export const holding = (table: string, alias: string, day: string): string =>
  `${table} ${alias} WHERE ${alias}.${day} <= $1 AND ${known(alias, '$2')}`;

// Instants leave the database as text within JSON; under this name, and no other, they come back as instants.
const INSTANT = 'recordedAt';
const VERSION = 'version';

/**
 * Rows that a statement gave as one JSON text, as an answer shows them at a moment.
 * @returns without versions where an earlier instant is asked of: what was known then can no longer be acted upon
 */
export const readJson = <Row>(text: string | null | undefined, { past }: Pick<Moment, 'past'>): Row[] =>
  JSON.parse(text ?? '[]', (name, value: unknown) => {
    if (name === INSTANT) return new Date(String(value));
    return name === VERSION && past ? null : value;
  }) as Row[];
