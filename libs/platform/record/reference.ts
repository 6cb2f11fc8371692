import type { Id } from '../ids.js';
import type { OperationContext } from '../operation/operation-context.js';
import { ProblemError } from '../problem.js';

/** Where a short reference is unique, and how one begins: `F-` within a pledge, `V-2025-` within a Member State. */
interface Numbering {
  readonly table: string;
  readonly within: 'pledge_id' | 'member_state';
  readonly owner: string;
  readonly prefix: string;
}

/**
 * The short reference of a record: the one that is given, the one that it has, or the next free number. A number once
 * given is never given again, not even after its record was voided.
 * @param corrected the fact that a new version takes the place of; it keeps its reference unless told another
 * @throws ProblemError ALREADY_EXISTS where another record stands under the given one
 */
export async function referenceFor(
  context: OperationContext,
  { table, within, owner, prefix }: Numbering,
  given: string | null | undefined,
  corrected?: { readonly id: Id },
): Promise<string> {
  if (given) {
    const standing = table === 'visit' ? '' : 'AND voided_at IS NULL';
    const sql = `SELECT id FROM ${table} WHERE ${within} = $1 AND reference = $2 ${standing}`;
    const [taken] = await context.query<{ id: Id }>(sql, [owner, given]);
    if (taken !== undefined) {
      throw ProblemError.invalid('ALREADY_EXISTS', { field: 'reference', value: given, limit: taken.id });
    }
    return given;
  }
  if (corrected) {
    const sql = `SELECT reference FROM ${table} WHERE id = $1 ORDER BY row_id DESC LIMIT 1`;
    const [before] = await context.query<{ reference: string }>(sql, [corrected.id]);
    if (before !== undefined) return before.reference;
  }
  // Two at once would find the same number free; the second waits here for the first to commit.
  await context.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${table} ${owner}`]);
  // However high a number was given by hand, there is one above it.
  const [next] = await context.query<{ number: string }>(
    `SELECT coalesce(max(substr(reference, length($2) + 1)::numeric), 0) + 1 AS number
     FROM ${table} WHERE ${within} = $1 AND reference ~ ('^' || $2 || '[0-9]+$')`,
    [owner, prefix],
  );
  return `${prefix}${next?.number ?? 1}`;
}
