import { arrayOf, type Invariant } from '#platform/invariants/invariant.js';
import { PERSONNEL_TYPES } from './personnel-types.js';

const CELL = 'PARTITION BY t.month, t.mission, t.member_state, t.personnel_type ORDER BY t.recorded_at, t.id';

/** What holds of published figures, which are no facts of a pledge and have no name but their cell. */
export const CONTRIBUTION_INVARIANTS = {
  CONTRIBUTIONS_ARE_COUNTS: {
    says: 'A contribution counts men and women of a known type of personnel, from nought, on the last day of a month.',
    looks: () => [
      {
        table: 'contribution',
        rows: 'contribution t',
        id: 't.id',
        holds: `t.personnel_type = ANY (${arrayOf(PERSONNEL_TYPES)}) AND t.male >= 0 AND t.female >= 0
          AND extract(day FROM t.month + 1) = 1`,
      },
    ],
  },
  CONTRIBUTIONS_KNOWN_ONCE: {
    says: 'At no instant are two figures known of one month, mission, Member State and type: a re-issue voids what it replaces.',
    looks: () => [
      {
        table: 'contribution',
        rows: `(SELECT t.id, t.recorded_at, row_number() OVER cell AS number, lag(t.voided_at) OVER cell AS voided_before
          FROM contribution t WINDOW cell AS (${CELL})) t`,
        id: 't.id',
        holds: 't.number = 1 OR coalesce(t.voided_before <= t.recorded_at, false)',
      },
    ],
  },
  CONTRIBUTIONS_CAME_BY_IMPORT: {
    says: 'A contribution was brought in by the import of staff, and says when and by whom; a voided one when, by whom and why.',
    looks: () => [
      {
        table: 'contribution',
        rows: 'contribution t',
        id: 't.id',
        holds: `t.recorded_role = 'STAFF' AND t.recorded_through = 'IMPORT' AND btrim(t.recorded_by) <> ''
          AND t.recorded_at <= now() AND coalesce(t.recorded_at <= t.voided_at AND t.voided_at <= now(), true)
          AND num_nonnulls(t.voided_at, t.voided_by, t.voided_role, nullif(btrim(t.voided_reason), ''))
            = CASE WHEN t.voided_at IS NULL THEN 0 ELSE 4 END`,
      },
    ],
  },
} satisfies Record<string, Invariant>;
