import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../..', 'graphql/operations');

/** The names of the stored operations, without their ending. */
export const operationNames: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.graphql$/, ''))
  .sort();

/** The text of a stored operation. */
export const storedOperation = (name: string): string =>
  readFileSync(join(folder, `${name}.graphql`), 'utf8');
