import type { OperationContext } from '../operation/operation-context.js';
import { ProblemError, type RecordReference } from '../problem.js';

/** Records of one kind that rest on another: their table, and by which of its rows (`finding_id = $1`). */
export interface Resting {
  readonly kind: string;
  readonly table: string;
  readonly where: string;
}

/** The standing records among those that rest on something, in the order in which they were made. */
export function recordsResting(
  context: OperationContext,
  resting: readonly Resting[],
  parameters: readonly unknown[],
): Promise<RecordReference[]> {
  const selects = resting.map(
    ({ kind, table, where }) =>
      `SELECT '${kind}' AS kind, id FROM ${table} WHERE voided_at IS NULL AND (${where})`,
  );
  return context.query<RecordReference>(`${selects.join('\nUNION ALL ')}\nORDER BY id`, parameters);
}

/**
 * A fact may not be corrected to what the records that rest on it do not fit.
 * @param resting those that would no longer fit
 * @throws ProblemError RESTED_ON with all of them
 */
export async function keepsGround(
  context: OperationContext,
  id: string,
  resting: readonly Resting[],
  parameters: readonly unknown[],
): Promise<void> {
  const unfit = await recordsResting(context, resting, parameters);
  if (unfit.length > 0) throw ProblemError.restedOn(id, unfit);
}
