import type { ASSESSMENT_INVARIANTS } from '#assessments/assessments.invariants.js';
import { bothOf, changed, doubled, voided, way, type Breakers } from './breaker.js';

const UNRAISED = ['finding', 'recommendation', 'hospital_deficiency', 'measurement']
  .map((table) => `NOT EXISTS (SELECT FROM ${table} r WHERE r.visit_id = t.visit_id)`)
  .join(' AND ');
const LONG_AGO = `DATE '1990-01-01'`;
const ofKind = (kind: string) =>
  `EXISTS (SELECT FROM visit v WHERE v.id = t.visit_id AND v.kind = '${kind}')`;

const early = (table: string, day: string) =>
  way(`${table} lies before what it answers`, table, changed(table, `${day} = ${LONG_AGO}`));

const twice = (table: string, ...columns: readonly string[]) =>
  way(`${table} is there twice`, table, [doubled(table), bothOf(table, ...columns)]);

export const ASSESSMENT_BREAKERS: Breakers<keyof typeof ASSESSMENT_INVARIANTS> = {
  VISIT_HAS_PLAN: [
    way('nobody knows when a visit is to be', 'visit', [
      `UPDATE visit_plan t SET voided_at = now(), voided_by = 'nobody', voided_role = 'STAFF', voided_reason = 'To break it'
       WHERE t.visit_id = (SELECT min(v.id::text)::uuid FROM visit v WHERE NOT EXISTS
         (SELECT FROM visit_holding h WHERE h.visit_id = v.id))`,
      `SELECT DISTINCT p.visit_id AS id FROM visit_plan p WHERE p.voided_reason = 'To break it'`,
    ]),
  ],
  VISIT_HELD_ONCE: [twice('visit_holding', 'visit_id')],
  PLEDGE_COVERED_ONCE: [twice('visit_coverage', 'visit_id', 'pledge_id')],
  VISIT_CONCLUDES_ONCE: [twice('visit_outcome', 'visit_id', 'pledge_id')],
  COVERAGE_FITS_UNIT: [
    way('a hospital visit looks at a unit without a hospital', 'visit_coverage', [
      `UPDATE visit v SET kind = 'HOSPITAL' WHERE v.id = (SELECT c.visit_id FROM visit_coverage c
         JOIN visit o ON o.id = c.visit_id AND o.kind = 'AAV' JOIN pledge p ON p.id = c.pledge_id
         JOIN unit_type u ON u.code = p.unit_type AND NOT u.medical
         WHERE (SELECT count(*) FROM visit_coverage other WHERE other.visit_id = c.visit_id) = 1 ORDER BY c.id LIMIT 1)`,
      `SELECT c.id FROM visit_coverage c JOIN visit v ON v.id = c.visit_id AND v.kind = 'HOSPITAL'
         JOIN pledge p ON p.id = c.pledge_id JOIN unit_type u ON u.code = p.unit_type AND NOT u.medical`,
    ]),
  ],
  ASSESSED_PLEDGE_IS_COVERED: [
    way('a visit concludes of a pledge that it does not cover', 'visit_outcome', [
      voided(
        'visit_coverage',
        `${UNRAISED} AND EXISTS (SELECT FROM visit_outcome o WHERE o.visit_id = t.visit_id
        AND o.pledge_id = t.pledge_id)`,
      ),
      `SELECT o.id FROM visit_outcome o JOIN visit_coverage c ON c.visit_id = o.visit_id AND c.pledge_id = o.pledge_id
       WHERE c.voided_reason = 'To break it'`,
    ]),
  ],
  ASSESSED_AT_HELD_VISIT: [
    way('a visit concludes before it is held', 'visit_outcome', [
      voided(
        'visit_holding',
        `${UNRAISED} AND EXISTS (SELECT FROM visit_outcome o WHERE o.visit_id = t.visit_id)`,
      ),
      `SELECT o.id FROM visit_outcome o JOIN visit_holding h ON h.visit_id = o.visit_id WHERE h.voided_reason = 'To break it'`,
    ]),
  ],
  OUTCOME_OF_VISIT_KIND: [
    way(
      'an advisory visit ends with the word of an assessment',
      'visit_outcome',
      changed('visit_outcome', `outcome = 'PASS'`, ofKind('AAV')),
    ),
  ],
  RECOMMENDATION_OF_VISIT_KIND: [
    way(
      'an advisory visit sets a condition',
      'recommendation',
      changed('recommendation', `kind = 'CONDITION'`, ofKind('AAV')),
    ),
  ],
  AREA_IS_KNOWN: [
    way('a finding is about the weather', 'finding', changed('finding', `area = 'WEATHER'`)),
    way(
      'a recommendation is about the weather',
      'recommendation',
      changed('recommendation', `area = 'WEATHER'`),
    ),
  ],
  DUE_AFTER_VISIT: [
    way('a finding was due before the visit', 'finding', changed('finding', `due_on = ${LONG_AGO}`)),
    way(
      'a recommendation was due before the visit',
      'recommendation',
      changed('recommendation', `due_on = ${LONG_AGO}`),
    ),
  ],
  ANSWERED_AFTER_RAISED: [
    early('finding_closure', 'closed_on'),
    early('finding_answer', 'answered_on'),
    early('recommendation_answer', 'answered_on'),
    early('hospital_deficiency_closure', 'closed_on'),
  ],
  CLOSED_ONCE: [
    twice('finding_closure', 'finding_id'),
    twice('recommendation_answer', 'recommendation_id'),
    twice('hospital_deficiency_closure', 'hospital_deficiency_id'),
  ],
  DEFICIENCY_OF_HOSPITAL: [
    way('a unit without a hospital lacks something of one', 'hospital_deficiency', [
      `UPDATE hospital_deficiency_closure SET voided_at = now(), voided_by = 'nobody', voided_role = 'STAFF', voided_reason = 'Gone'`,
      doubled('hospital_deficiency', {
        ...Object.fromEntries(
          ['id', 'member_state', 'recorded_at'].map((column) => [
            column === 'id' ? 'pledge_id' : column,
            `(SELECT p.${column} FROM pledge p JOIN unit_type u ON u.code = p.unit_type WHERE NOT u.medical ORDER BY p.id LIMIT 1)`,
          ]),
        ),
        raised_on: LONG_AGO,
        visit_id: 'NULL',
      }),
    ]),
    way(
      'an advisory visit finds a deficiency of a hospital',
      'hospital_deficiency',
      changed(
        'hospital_deficiency',
        `visit_id = (SELECT c.visit_id FROM visit_coverage c JOIN visit v ON v.id = c.visit_id AND v.kind = 'AAV'
           JOIN visit_holding h ON h.visit_id = v.id WHERE c.pledge_id = t.pledge_id ORDER BY c.id LIMIT 1),
         raised_on = t.recorded_at::date, due_on = NULL`,
        `EXISTS (SELECT FROM visit_coverage c JOIN visit v ON v.id = c.visit_id AND v.kind = 'AAV'
           JOIN visit_holding h ON h.visit_id = v.id WHERE c.pledge_id = t.pledge_id)
         AND NOT EXISTS (SELECT FROM hospital_deficiency_closure c WHERE c.hospital_deficiency_id = t.id)`,
      ),
    ),
  ],
  ASSIGNED_ONCE: [
    way('an evaluator is sent twice', 'assignment', [
      doubled('assignment'),
      bothOf('assignment', 'subject', 'visit_id', 'pledge_id'),
    ]),
    way(
      'an evaluator is sent nowhere',
      'assignment',
      changed('assignment', 'visit_id = NULL, pledge_id = NULL'),
    ),
  ],
};
