import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { RecordReference } from '#platform/problem.js';
import { known } from '#platform/record/known.sql.js';
import { HAPPENINGS } from './happenings.sql.js';

/** Facts that end with the pledge: none of a day after its withdrawal is recorded. What was raised before may be closed. */
const ENDING_WITH_PLEDGE: readonly string[] = [
  'pledge_description',
  'confirmation',
  'document',
  'measurement',
  'caveat',
  'rdl_agreement',
  'human_rights_screening',
  'deployment_plan',
  'unit_certificate',
  'level_decision',
  'requirement_alignment',
  'requirement_review',
  'visit_outcome',
  'component_results',
  'finding',
  'recommendation',
  'hospital_deficiency',
  'evaluation',
];

/** `$1` the pledge, `$2` the instant up to which records are known. */
const RECORDS_AFTER_WITHDRAWAL = `
WITH asked AS (
  SELECT s.pledge_id, s.occurred_on AS ended_on FROM lifecycle_step s
  WHERE s.pledge_id = $1 AND s.state = 'WITHDRAWN' AND s.voided_at IS NULL
)
SELECT kind, id FROM (${HAPPENINGS.filter(({ table }) => ENDING_WITH_PLEDGE.includes(table))
  .map(
    ({ table, day, of }) => `
  SELECT '${table.toUpperCase()}' AS kind, f.id FROM asked
  JOIN ${table} f ON ${of} AND ${known('f', '$2')} AND ${day} > asked.ended_on`,
  )
  .join('\n  UNION ALL')}
) AS later ORDER BY id`;

/** Standing records of days after the withdrawal of a pledge, which could not have been; none where it stands. */
export const recordsAfterWithdrawal = (context: OperationContext, pledgeId: Id): Promise<RecordReference[]> =>
  context.query<RecordReference>(RECORDS_AFTER_WITHDRAWAL, [pledgeId, context.now]);
