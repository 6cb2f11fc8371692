import type { OperationContext } from '#platform/operation/operation-context.js';
import type { RecordReference } from '#platform/problem.js';

// A decision names what it rests on, of whatever kind; recorded anew, a fact keeps the name by which it is named there.
const DECISIONS = `
SELECT DISTINCT 'LEVEL_DECISION' AS kind, d.id FROM level_decision_evidence e
JOIN level_decision d ON d.row_id = e.level_decision_id
WHERE e.record_id = ANY ($2::uuid[]) AND e.record_kind = $1 AND d.voided_at IS NULL ORDER BY d.id`;

/** The standing level decisions that name any of these records as their evidence. */
export const decisionsOn = (
  context: OperationContext,
  kind: string,
  ids: readonly string[],
): Promise<RecordReference[]> => context.query<RecordReference>(DECISIONS, [kind, ids]);
