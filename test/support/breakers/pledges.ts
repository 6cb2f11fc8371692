import type { PLEDGE_INVARIANTS } from '#pledges/pledges.invariants.js';
import { bothOf, changed, doubled, removed, voided, way, type Breakers } from './breaker.js';

const PLEDGES = `(SELECT p.*, u.rdl_eligible, u.medical FROM pledge p JOIN unit_type u ON u.code = p.unit_type) p`;
const OTHER_STATEMENT = `(SELECT min(r.id) FROM requirement_statement r JOIN pledge p ON p.id = t.pledge_id
  WHERE r.unit_type <> p.unit_type)`;
const UNMEASURED = 'NOT EXISTS (SELECT FROM measurement m WHERE m.pledge_id = t.pledge_id)';
const STEPS = (count: number) =>
  `(SELECT count(*) FROM lifecycle_step s WHERE s.pledge_id = t.pledge_id) = ${count}`;
const REGISTERED_ON = `(SELECT min(s.occurred_on) FROM lifecycle_step s WHERE s.pledge_id = t.pledge_id AND s.state = 'REGISTERED')`;
const RETURNED = `SELECT s.pledge_id FROM lifecycle_step s WHERE s.state = 'REGISTERED' GROUP BY 1 HAVING count(*) > 1`;
const BY = (basis: string) =>
  `EXISTS (SELECT FROM measurement m WHERE m.row_id = t.measurement_id AND m.basis = '${basis}')`;
const INSPECTED = `EXISTS (SELECT FROM measurement m JOIN visit v ON v.id = m.visit_id
  WHERE m.row_id = t.measurement_id AND v.kind LIKE 'COE%')`;
const OF_STATEMENT = `EXISTS (SELECT FROM measurement m JOIN pledge_description d ON d.pledge_id = m.pledge_id AND d.voided_at IS NULL
    JOIN requirement_equipment_line r ON r.statement_id = d.requirement_statement_id AND r.critical
  WHERE m.row_id = t.measurement_id AND r.item = t.item AND m.voided_at IS NULL
    AND (SELECT count(*) FROM pledge_description o WHERE o.pledge_id = m.pledge_id) = 1)`;

export const PLEDGE_BREAKERS: Breakers<keyof typeof PLEDGE_INVARIANTS> = {
  PLEDGE_HAS_STEPS: [
    way('the only step of a pledge is voided', 'pledge', [
      voided('lifecycle_step', STEPS(1)),
      `SELECT s.pledge_id AS id FROM lifecycle_step s WHERE s.voided_reason = 'To break it'`,
    ]),
  ],
  LIFECYCLE_FOLLOWS_TABLE: [
    way(
      'a drafted pledge is cleared',
      'lifecycle_step',
      changed('lifecycle_step', `state = 'CLEARED'`, `${STEPS(2)} AND t.state = 'SUBMITTED'`),
    ),
    way(
      'a pledge is submitted before it is drafted',
      'lifecycle_step',
      changed('lifecycle_step', `occurred_on = t.occurred_on - 400`, `${STEPS(2)} AND t.state = 'SUBMITTED'`),
    ),
  ],
  RETURN_IS_CONFIRMED: [
    way('the confirmations of a pledge that returned are of its first registration', 'lifecycle_step', [
      `UPDATE confirmation t SET confirmed_on = ${REGISTERED_ON}
       WHERE t.pledge_id = (SELECT min(r.pledge_id::text)::uuid FROM (${RETURNED}) r)`,
      `SELECT max(s.id::text) AS id FROM lifecycle_step s
       WHERE s.state = 'REGISTERED' AND s.pledge_id = (SELECT min(r.pledge_id::text)::uuid FROM (${RETURNED}) r)`,
    ]),
  ],
  NEEDS_REGISTRATION: [
    way(
      'a pledge is confirmed before it is registered',
      'confirmation',
      changed('confirmation', `confirmed_on = ${REGISTERED_ON} - 1`, `t.pledge_id NOT IN (${RETURNED})`),
    ),
    way(
      'a level is decided before the registration',
      'level_decision',
      changed('level_decision', `decided_on = ${REGISTERED_ON} - 1`),
    ),
  ],
  ONE_RDL_AGREEMENT: [
    way(
      'two agreements are in force at once',
      'rdl_agreement',
      doubled('rdl_agreement', { from_on: 't.until_on', until_on: 't.until_on + 365' }),
    ),
    way(
      'an agreement lies within another',
      'rdl_agreement',
      doubled('rdl_agreement', { from_on: 't.from_on + 1', until_on: 't.from_on + 1' }),
    ),
  ],
  RDL_UNIT_IS_ELIGIBLE: [
    way('a unit that cannot be held at that level has an agreement', 'rdl_agreement', [
      doubled('rdl_agreement', {
        ...Object.fromEntries(
          ['id', 'member_state', 'recorded_at'].map((column) => [
            column === 'id' ? 'pledge_id' : column,
            `(SELECT p.${column} FROM ${PLEDGES} WHERE NOT p.rdl_eligible ORDER BY p.id LIMIT 1)`,
          ]),
        ),
        signed_on: `DATE '1995-01-01'`,
        requirement_statement_id: 'NULL',
      }),
    ]),
  ],
  STATEMENT_OF_UNIT_TYPE: [
    way(
      'a pledge is held against the statement of another unit type',
      'pledge_description',
      changed('pledge_description', `requirement_statement_id = ${OTHER_STATEMENT}`, UNMEASURED),
    ),
    way(
      'an agreement is on the statement of another unit type',
      'rdl_agreement',
      changed('rdl_agreement', `requirement_statement_id = ${OTHER_STATEMENT}`),
    ),
  ],
  STATEMENT_IN_EFFECT: [
    way(
      'a unit is aligned with what is to come',
      'requirement_alignment',
      changed('requirement_alignment', `aligned_on = DATE '1990-01-01'`),
    ),
    way(
      'a pledge was reviewed for what was to come',
      'requirement_review',
      changed('requirement_review', `reviewed_on = DATE '1990-01-01'`),
    ),
  ],
  ALIGNMENT_ANSWERS_EACH_LINE: [
    way(
      'an alignment leaves a line out',
      'requirement_alignment',
      removed(
        'requirement_alignment_line',
        `EXISTS (SELECT FROM requirement_alignment a JOIN requirement_equipment_line r
           ON r.statement_id = a.requirement_statement_id AND r.item = t.item WHERE a.row_id = t.requirement_alignment_id)`,
      ),
    ),
    ...['requirement_alignment_line', 'requirement_alignment_category'].map((table) =>
      way(`less than nothing is offered in ${table}`, table, changed(table, 'offered = -1')),
    ),
  ],
  LEVEL_HAS_EVIDENCE: [
    way('a decision has lost its evidence', 'level_decision', [
      `DELETE FROM level_decision_evidence e WHERE e.level_decision_id =
         (SELECT min(d.row_id::text)::uuid FROM level_decision d WHERE d.level <> 'NONE')`,
      `SELECT min(d.id::text) AS id FROM level_decision d WHERE d.level <> 'NONE'`,
    ]),
  ],
  LEVEL_EVIDENCE_STOOD: [
    way(
      'a decision rests on a record that is not there',
      'level_decision_evidence',
      changed('level_decision_evidence', 'record_id = gen_random_uuid()'),
    ),
    way(
      'a decision rests on a record of no kind',
      'level_decision_evidence',
      changed('level_decision_evidence', `record_kind = 'WISH'`),
    ),
    way(
      'a decision rests on a document of another pledge',
      'level_decision_evidence',
      changed(
        'level_decision_evidence',
        `record_id = (SELECT d.id FROM document d WHERE d.pledge_id <> t.pledge_id ORDER BY d.recorded_at, d.id LIMIT 1)`,
        `t.record_kind = 'DOCUMENT'`,
      ),
    ),
    way(
      'a decision rests on a visit that did not cover the pledge',
      'level_decision_evidence',
      changed(
        'level_decision_evidence',
        `record_id = (SELECT h.id FROM visit_holding h WHERE h.recorded_at <= (SELECT d.recorded_at FROM level_decision d
             WHERE d.row_id = t.level_decision_id)
           AND h.visit_id NOT IN (SELECT c.visit_id FROM visit_coverage c WHERE c.pledge_id = t.pledge_id) ORDER BY h.id LIMIT 1)`,
        `t.record_kind = 'VISIT_HOLDING' AND t.level_decision_id = (SELECT e.level_decision_id
           FROM level_decision_evidence e JOIN level_decision d ON d.row_id = e.level_decision_id
           WHERE e.record_kind = 'VISIT_HOLDING' ORDER BY d.recorded_at DESC LIMIT 1)`,
      ),
    ),
    way('a document had been voided before the decision', 'level_decision_evidence', [
      `UPDATE document t SET voided_at = t.recorded_at, voided_by = 'nobody', voided_role = 'STAFF', voided_reason = 'To break it'
       WHERE t.id = (SELECT min(e.record_id::text)::uuid FROM level_decision_evidence e WHERE e.record_kind = 'DOCUMENT')`,
      `SELECT e.level_decision_id AS id FROM level_decision_evidence e WHERE e.record_kind = 'DOCUMENT'
         AND e.record_id = (SELECT d.id FROM document d WHERE d.voided_reason = 'To break it')`,
    ]),
  ],
  LEVEL_ABOVE_EVIDENCE_HAS_REASON: [
    way(
      'a level is above the evidence without a word',
      'level_decision',
      changed('level_decision', `level = 'RDL', computed_level = 'LEVEL_1', reason = NULL`),
    ),
  ],
  MEASUREMENT_KEEPS_ITS_BASIS: [
    way(
      'totals stand beside the lines',
      'measurement',
      changed(
        'measurement',
        'serviceability_required = 1, serviceability_available = 1',
        `t.basis = 'BY_LINE'`,
      ),
    ),
    way('an uncritical line stands beside totals', 'measurement_equipment_line', [
      `INSERT INTO measurement_equipment_line (measurement_id, member_state, pledge_id, item, critical, agreed, present)
       SELECT m.row_id, m.member_state, m.pledge_id, 'KITE', false, 1, 1 FROM measurement m WHERE m.basis = 'TOTALS_ONLY'
       ORDER BY m.id LIMIT 1 RETURNING measurement_id AS id`,
    ]),
    way('self-sustainment stands by category beside totals', 'measurement_self_sustainment', [
      `INSERT INTO measurement_self_sustainment (measurement_id, member_state, pledge_id, category, required, available)
       SELECT m.row_id, m.member_state, m.pledge_id, 'CATERING', 1, 1 FROM measurement m WHERE m.basis = 'TOTALS_ONLY'
       ORDER BY m.id LIMIT 1 RETURNING measurement_id AS id`,
    ]),
  ],
  MEASUREMENT_COUNTS_ADD_UP: [
    way(
      'more women than people',
      'measurement',
      changed(
        'measurement',
        'personnel_women = t.personnel_available + 1',
        't.personnel_available IS NOT NULL',
      ),
    ),
    way(
      'available of nothing required',
      'measurement',
      changed(
        'measurement',
        'personnel_required = NULL',
        "t.personnel_available IS NOT NULL AND t.basis = 'BY_LINE'",
      ),
    ),
    way(
      'fewer than none',
      'measurement',
      changed(
        'measurement',
        'personnel_available = -1, personnel_women = NULL',
        't.personnel_required IS NOT NULL',
      ),
    ),
    way(
      'more serviceable than present',
      'measurement_equipment_line',
      changed('measurement_equipment_line', 'serviceable = t.present + 1', 't.serviceable IS NOT NULL'),
    ),
    way(
      'fewer present than none',
      'measurement_equipment_line',
      changed('measurement_equipment_line', 'present = -1, serviceable = NULL', `NOT ${INSPECTED}`),
    ),
    way(
      'sustained by less than nothing',
      'measurement_self_sustainment',
      changed('measurement_self_sustainment', 'available = -1, satisfactory = NULL', `NOT ${INSPECTED}`),
    ),
    way(
      'not satisfactory, yet available',
      'measurement_self_sustainment',
      changed(
        'measurement_self_sustainment',
        'satisfactory = false, available = t.required',
        't.required > 0',
      ),
    ),
    way(
      'sustained by what no list knows',
      'measurement_self_sustainment',
      changed('measurement_self_sustainment', `category = 'HOPE'`),
    ),
  ],
  MEASUREMENT_SAYS_SOMETHING: [
    way(
      'nothing was counted',
      'measurement',
      doubled(
        'measurement',
        { personnel_required: 'NULL', personnel_available: 'NULL', personnel_women: 'NULL' },
        `t.basis = 'BY_LINE'`,
      ),
    ),
  ],
  CRITICAL_LINES_ARE_COUNTED: [
    way(
      'a critical line was left out',
      'measurement',
      removed('measurement_equipment_line', `${OF_STATEMENT} AND ${BY('BY_LINE')}`),
    ),
    way(
      'a critical line is counted as any other',
      'measurement',
      changed('measurement_equipment_line', 'critical = false', `${OF_STATEMENT} AND ${BY('BY_LINE')}`),
    ),
  ],
  CAVEAT_HAS_ITS_DAYS: [
    way(
      'an undeclared caveat may stay for ever',
      'caveat',
      changed('caveat', 'resolve_by = NULL', `t.kind = 'UNDECLARED'`),
    ),
    way(
      'a caveat was settled before it was known',
      'caveat_settlement',
      changed('caveat_settlement', `resolved_on = DATE '1990-01-01'`),
    ),
  ],
  CAVEAT_SETTLED_ONCE: [
    way('a caveat is settled twice', 'caveat_settlement', [
      doubled('caveat_settlement'),
      bothOf('caveat_settlement', 'caveat_id'),
    ]),
  ],
  BAR_DECIDED_ONCE: [
    way('one decision bars twice', 'bar', [
      doubled('bar'),
      bothOf('bar', 'member_state', 'pledge_id', 'decision'),
    ]),
  ],
};
