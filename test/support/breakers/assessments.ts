import type { ASSESSMENT_INVARIANTS } from '#assessments/assessments.invariants.js';
import { bothOf, changed, doubled, voided, way, type Breakers } from './breaker.js';

const UNRAISED = ['finding', 'recommendation', 'hospital_deficiency', 'measurement']
  .map((table) => `NOT EXISTS (SELECT FROM ${table} r WHERE r.visit_id = t.visit_id)`)
  .join(' AND ');
const LONG_AGO = `DATE '1990-01-01'`;
const ofKind = (kind: string) =>
  `EXISTS (SELECT FROM visit v WHERE v.id = t.visit_id AND v.kind = '${kind}')`;

const INSPECTS = `EXISTS (SELECT FROM visit v WHERE v.id = t.visit_id AND v.kind LIKE 'COE%')`;
const OF_STANDING = `JOIN component_results s ON s.row_id = c.component_results_id AND s.voided_at IS NULL WHERE true`;

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
  VISIT_CONCLUDES_ONCE: [
    twice('visit_outcome', 'visit_id', 'pledge_id'),
    way(
      'an assessment is judged twice, the second time without a component',
      'component_results',
      [doubled('component_results'), bothOf('component_results', 'visit_id', 'pledge_id')],
      'COMPONENTS_OF_VISIT_KIND',
    ),
  ],
  CANCELLED_VISIT_IS_NOT_HELD: [
    twice('visit_cancellation', 'visit_id'),
    way('a visit that was held is called off', 'visit_cancellation', [
      `UPDATE visit_cancellation t SET visit_id = h.visit_id, member_state = h.member_state, recorded_at = h.recorded_at
       FROM (SELECT * FROM visit_holding h WHERE h.voided_at IS NULL ORDER BY h.id LIMIT 1) h
       WHERE t.id = (SELECT min(c.id::text)::uuid FROM visit_cancellation c WHERE c.voided_at IS NULL) RETURNING t.id`,
    ]),
  ],
  COMPONENTS_OF_VISIT_KIND: [
    way('an assessment leaves a component out', 'component_results', [
      `DELETE FROM component_result r WHERE r.result = 'PASS' AND (r.component_results_id, r.component) =
         (SELECT c.component_results_id, min(c.component) FROM component_result c ${OF_STANDING} AND c.result = 'PASS'
          AND EXISTS (SELECT FROM component_result f WHERE f.component_results_id = c.component_results_id AND f.result = 'FAIL')
          GROUP BY 1 HAVING count(*) > 2 ORDER BY 1 LIMIT 1)
       RETURNING r.component_results_id AS id`,
    ]),
    way('an assessment judges the weather', 'component_results', [
      `INSERT INTO component_result (component_results_id, member_state, pledge_id, component, result)
       SELECT c.component_results_id, c.member_state, c.pledge_id, 'WEATHER', 'FAIL' FROM component_result c ${OF_STANDING}
       ORDER BY 1 LIMIT 1 RETURNING component_results_id AS id`,
    ]),
  ],
  COMPONENT_COUNTS_ADD_UP: [
    way(
      'more passed than were tested',
      'component_result',
      changed('component_result', `tested = 1, passed = 2, result = t.result`, `t.result <> 'NOT_TESTED'`),
    ),
    way(
      'some passed of nobody',
      'component_result',
      changed('component_result', 'tested = NULL, passed = 1'),
    ),
  ],
  OUTCOME_AGREES_WITH_COMPONENTS: [
    way('a unit passes of which nothing passed', 'visit_outcome', [
      `UPDATE component_result SET result = 'FAIL'`,
      `SELECT o.id FROM visit_outcome o JOIN component_results t ON t.visit_id = o.visit_id AND t.pledge_id = o.pledge_id
         AND t.voided_at IS NULL WHERE o.voided_at IS NULL AND o.outcome NOT IN ('FAIL', 'UNSATISFACTORY')`,
    ]),
  ],
  MEASURED_DURING_VISIT: [
    way(
      'a visit measures the day after',
      'measurement',
      changed(
        'measurement',
        `measured_on = (SELECT h.held_until + 1
      FROM visit_holding h WHERE h.visit_id = t.visit_id AND h.voided_at IS NULL)`,
        `t.visit_id IS NOT NULL`,
      ),
    ),
    way(
      'an inspection measures the day before',
      'measurement',
      changed(
        'measurement',
        `measured_on = t.measured_on - 1`,
        `${ofKind('COE_READINESS')} OR ${ofKind('COE_ARRIVAL')}`,
      ),
    ),
  ],
  INSPECTED_BY_LINE: [
    way('an inspection counts twice', 'measurement', [
      doubled('measurement', {}, INSPECTS),
      `SELECT m.id FROM (SELECT m.*, count(*) OVER (PARTITION BY m.visit_id, m.pledge_id) AS number FROM measurement m
         JOIN visit v ON v.id = m.visit_id AND v.kind LIKE 'COE%' WHERE m.voided_at IS NULL) m WHERE m.number > 1`,
    ]),
    way(
      'an inspection does not try a line',
      'measurement_equipment_line',
      changed(
        'measurement_equipment_line',
        'serviceable = NULL',
        `EXISTS (SELECT FROM measurement m JOIN visit v ON v.id = m.visit_id AND v.kind LIKE 'COE%'
        WHERE m.row_id = t.measurement_id AND m.voided_at IS NULL)`,
      ),
    ),
  ],
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
