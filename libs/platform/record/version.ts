import type { Id } from '../ids.js';
import type { OperationContext } from '../operation/operation-context.js';
import { ProblemError } from '../problem.js';

/** The tables whose rows carry the version that a replacing, moving, closing or deciding change must name. */
export type TableWithVersion = 'pledge' | 'visit' | 'improvement_plan';

/**
 * Raises the version of a row that is known to be seen by who asks.
 * @returns the new version
 * @throws ProblemError STALE_VERSION where the row has moved on since it was read; NOT_PERMITTED where who asks sees it
 *   but may not write it
 */
export async function raiseVersion(
  context: OperationContext,
  table: TableWithVersion,
  id: Id,
  expectedVersion: number,
): Promise<number> {
  const [raised] = await context.update<{ version: number }>(
    `UPDATE ${table} SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version`,
    [id, expectedVersion],
  );
  if (raised !== undefined) return raised.version;
  const [current] = await context.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [
    id,
  ]);
  if (current === undefined) throw ProblemError.notFound('id', id);
  // Seen in that version, yet not to be written: the database's policy is narrower than sight.
  if (current.version === expectedVersion) throw ProblemError.notPermitted(context.principal.role, table);
  throw ProblemError.stale(expectedVersion, current.version);
}
