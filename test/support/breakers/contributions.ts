import type { CONTRIBUTION_INVARIANTS } from '#contributions/contributions.invariants.js';
import { changed, voided, way, type Breakers } from './breaker.js';

const TABLE = 'contribution';

export const CONTRIBUTION_BREAKERS: Breakers<keyof typeof CONTRIBUTION_INVARIANTS> = {
  CONTRIBUTIONS_ARE_COUNTS: [
    way('fewer than nobody serves', TABLE, changed(TABLE, 'male = -1')),
    way('a type is none of the list', TABLE, changed(TABLE, `personnel_type = 'SAILORS'`)),
    way('a month ends before its last day', TABLE, changed(TABLE, 'month = t.month - 1')),
  ],
  CONTRIBUTIONS_KNOWN_ONCE: [
    way(
      'a figure is there twice',
      TABLE,
      `INSERT INTO ${TABLE} (month, mission, member_state, personnel_type, male, female, recorded_at, recorded_by, recorded_role)
       SELECT month, mission, member_state, personnel_type, male, female, recorded_at, recorded_by, recorded_role
       FROM ${TABLE} WHERE voided_at IS NULL ORDER BY id LIMIT 1 RETURNING id`,
    ),
    way('a figure went after the one in its place had come', TABLE, [
      changed(TABLE, 'voided_at = now()', 't.voided_at IS NOT NULL'),
      `SELECT t.id FROM ${TABLE} t JOIN ${TABLE} o USING (month, mission, member_state, personnel_type)
       WHERE t.voided_at IS NULL AND o.voided_at IS NOT NULL`,
    ]),
  ],
  CONTRIBUTIONS_CAME_BY_IMPORT: [
    way('somebody entered a figure', TABLE, changed(TABLE, `recorded_through = 'OPERATION'`)),
    way('nobody brought it in', TABLE, changed(TABLE, `recorded_by = ' '`)),
    way('a figure comes from tomorrow', TABLE, changed(TABLE, `recorded_at = now() + interval '1 day'`)),
    way('a figure is voided without a word', TABLE, [
      voided(TABLE),
      changed(TABLE, `voided_reason = ''`, `t.voided_reason = 'To break it' AND t.voided_at IS NOT NULL`),
    ]),
    way('a figure is voided before it came', TABLE, [
      voided(TABLE),
      changed(
        TABLE,
        `voided_at = t.recorded_at - interval '1 day'`,
        `t.voided_reason = 'To break it' AND t.voided_at IS NOT NULL`,
      ),
    ]),
  ],
};
