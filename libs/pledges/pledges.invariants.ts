import { arrayOf, once, stands, type Invariant } from '#platform/invariants/invariant.js';
import { LEVELS } from '#reference/codes.js';
import { SELF_SUSTAINMENT_CATEGORIES } from '#reference/data/equipment.js';
import { LIFECYCLE_STATES } from '#reference/codes.js';
import { isReturn } from './history.js';
import { FIRST_STATE, TRANSITIONS } from './lifecycle.js';

const steps = LIFECYCLE_STATES.flatMap((from) => TRANSITIONS[from].map((to) => ({ from, to })));
const written = (pairs: typeof steps) => arrayOf(pairs.map(({ from, to }) => `${from} ${to}`));
const returns = written(steps.filter(({ from, to }) => isReturn(from, to)));

/** Standing steps, each with the one before it, in the order in which the registry reads them. */
const HISTORY = `(SELECT s.id, s.pledge_id, s.state, lag(s.state) OVER history AS before,
    lag(s.occurred_on) OVER history AS before_on
  FROM lifecycle_step s WHERE ${stands('s')}
  WINDOW history AS (PARTITION BY s.pledge_id ORDER BY s.occurred_on, s.id)) s`;

const LAST_CONFIRMATIONS = `(SELECT c.pledge_id, max(c.confirmed_on) AS day FROM confirmation c WHERE ${stands('c')}
  GROUP BY c.pledge_id) c ON c.pledge_id = s.pledge_id`;

const REGISTRATIONS = `(SELECT s.pledge_id, min(s.occurred_on) AS day FROM lifecycle_step s
  WHERE s.state = 'REGISTERED' AND ${stands('s')} GROUP BY s.pledge_id) registration ON registration.pledge_id = t.pledge_id`;

/** Standing agreements, each with the last day of those that began before it. */
const AGREEMENTS = `(SELECT a.id, a.from_on, max(a.until_on) OVER (PARTITION BY a.pledge_id ORDER BY a.from_on, a.id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
  FROM rdl_agreement a WHERE ${stands('a')}) a`;

const RANK = (column: string) => `array_position(${arrayOf(LEVELS)}, ${column})`;

/** Standing measurements that count equipment, with the statement that the pledge was held against when each was recorded. */
const EQUIPMENT = `(SELECT DISTINCT ON (m.row_id) m.id, m.row_id, d.requirement_statement_id AS statement_id
  FROM measurement m JOIN pledge_description d ON d.pledge_id = m.pledge_id AND d.recorded_at <= m.recorded_at
    AND (d.voided_at IS NULL OR d.voided_at > m.recorded_at)
  WHERE ${stands('m')} AND (m.equipment_on_hand_required IS NOT NULL
    OR m.row_id IN (SELECT l.measurement_id FROM measurement_equipment_line l))
  ORDER BY m.row_id, d.described_on > m.measured_on, abs(d.described_on - m.measured_on), d.id DESC) m`;

const DIMENSIONS = ['personnel', 'equipment_on_hand', 'serviceability', 'self_sustainment'];

/** What holds of pledges and of what is recorded of them outside visits and evaluations. */
export const PLEDGE_INVARIANTS = {
  PLEDGE_HAS_STEPS: {
    says: 'Every pledge has taken a first step.',
    looks: () => [
      {
        table: 'pledge',
        rows: `pledge p LEFT JOIN (SELECT DISTINCT s.pledge_id FROM lifecycle_step s WHERE ${stands('s')}) s
          ON s.pledge_id = p.id`,
        id: 'p.id',
        holds: 's.pledge_id IS NOT NULL',
      },
    ],
  },
  LIFECYCLE_FOLLOWS_TABLE: {
    says: `A pledge begins as ${FIRST_STATE}, and each of its steps is one that the table of the lifecycle allows after the one before.`,
    looks: () => [
      {
        table: 'lifecycle_step',
        rows: HISTORY,
        id: 's.id',
        holds: `CASE WHEN s.before IS NULL THEN s.state = '${FIRST_STATE}'
          ELSE s.before || ' ' || s.state = ANY (${written(steps)}) END`,
      },
    ],
  },
  RETURN_IS_CONFIRMED: {
    says: 'A pledge that returns to the pool was confirmed on or after the day of the step before.',
    looks: () => [
      {
        table: 'lifecycle_step',
        rows: `${HISTORY} LEFT JOIN ${LAST_CONFIRMATIONS} WHERE s.before || ' ' || s.state = ANY (${returns})`,
        id: 's.id',
        holds: 'c.day IS NOT NULL AND c.day >= s.before_on',
      },
    ],
  },
  NEEDS_REGISTRATION: {
    says: 'Confirmations and level decisions lie on or after the day on which their pledge was first registered.',
    looks: () =>
      [
        ['confirmation', 'confirmed_on'],
        ['level_decision', 'decided_on'],
      ].map(([table = '', day = '']) => ({
        table,
        rows: `${table} t LEFT JOIN ${REGISTRATIONS} WHERE ${stands('t')}`,
        id: 't.id',
        holds: `registration.day IS NOT NULL AND t.${day} >= registration.day`,
      })),
  },
  ONE_RDL_AGREEMENT: {
    says: 'Of the rapid deployment agreements of a pledge one at most is in force on any day.',
    looks: () => [
      {
        table: 'rdl_agreement',
        rows: AGREEMENTS,
        id: 'a.id',
        holds: 'a.from_on > a.taken_until',
      },
    ],
  },
  RDL_UNIT_IS_ELIGIBLE: {
    says: 'Rapid deployment agreements are those of unit types that may be held at that level.',
    looks: () => [
      {
        table: 'rdl_agreement',
        rows: `rdl_agreement a JOIN pledge p ON p.id = a.pledge_id JOIN unit_type u ON u.code = p.unit_type
          WHERE ${stands('a')}`,
        id: 'a.id',
        holds: 'u.rdl_eligible',
      },
    ],
  },
  STATEMENT_OF_UNIT_TYPE: {
    says: 'A pledge is held against, and agreed on with, a statement of requirements of its own unit type.',
    looks: ({ factsWith }) =>
      factsWith('pledge_id', 'requirement_statement_id').map(({ name }) => ({
        table: name,
        rows: `${name} t JOIN pledge p ON p.id = t.pledge_id
          JOIN requirement_statement r ON r.id = t.requirement_statement_id WHERE ${stands('t')}`,
        id: 't.id',
        holds: 'r.unit_type = p.unit_type',
      })),
  },
  STATEMENT_IN_EFFECT: {
    says: 'What is aligned with a statement of requirements, or reviewed for one, is so on or after the day on which it takes effect.',
    looks: () =>
      [
        ['requirement_alignment', 'aligned_on'],
        ['requirement_review', 'reviewed_on'],
      ].map(([table = '', day = '']) => ({
        table,
        rows: `${table} t JOIN requirement_statement r ON r.id = t.requirement_statement_id WHERE ${stands('t')}`,
        id: 't.id',
        holds: `t.${day} >= r.effective_on`,
      })),
  },
  ALIGNMENT_ANSWERS_EACH_LINE: {
    says: 'An alignment says of every line of its statement what is offered, if nothing, and nowhere less than that.',
    looks: () => [
      {
        table: 'requirement_alignment',
        rows: `requirement_alignment a JOIN requirement_equipment_line r ON r.statement_id = a.requirement_statement_id
          LEFT JOIN requirement_alignment_line l ON l.requirement_alignment_id = a.row_id AND l.item = r.item`,
        id: 'a.id',
        holds: 'l.item IS NOT NULL AND a.strength >= 0',
      },
      ...['requirement_alignment_line', 'requirement_alignment_category'].map((table) => ({
        table,
        rows: `${table} l`,
        id: 'l.requirement_alignment_id',
        holds: 'l.offered >= 0',
      })),
    ],
  },
  LEVEL_HAS_EVIDENCE: {
    says: 'Every decision on a level above NONE names the records that it rests on.',
    looks: () => [
      {
        table: 'level_decision',
        rows: `level_decision d LEFT JOIN (SELECT DISTINCT e.level_decision_id FROM level_decision_evidence e) e
          ON e.level_decision_id = d.row_id WHERE d.level <> 'NONE'`,
        id: 'd.id',
        holds: 'e.level_decision_id IS NOT NULL',
      },
    ],
  },
  LEVEL_EVIDENCE_STOOD: {
    says: 'What a level decision rests on is a record of the same pledge that stood when the decision was recorded.',
    looks: ({ facts }) => [
      ...facts.map((table) => evidenceIn(table.name, table.columns.includes('pledge_id'))),
      {
        table: 'level_decision_evidence',
        rows: 'level_decision_evidence e',
        id: 'e.level_decision_id',
        holds: `lower(e.record_kind) = ANY (${arrayOf(facts.map(({ name }) => name))})`,
      },
    ],
  },
  LEVEL_ABOVE_EVIDENCE_HAS_REASON: {
    says: 'A level above what the evidence carried on that day was decided with a reason.',
    looks: () => [
      {
        table: 'level_decision',
        rows: 'level_decision d',
        id: 'd.id',
        holds: `btrim(coalesce(d.reason, '')) <> '' OR ${RANK('d.level')} <= ${RANK('d.computed_level')}`,
      },
    ],
  },
  MEASUREMENT_KEEPS_ITS_BASIS: {
    says: 'Measured by line, no totals are kept beside the lines; by totals, the critical lines alone are.',
    looks: () => [
      {
        table: 'measurement',
        rows: 'measurement m',
        id: 'm.id',
        holds: `m.basis = 'TOTALS_ONLY'
          OR num_nonnulls(m.equipment_on_hand_required, m.serviceability_required, m.self_sustainment_required) = 0`,
      },
      ...[
        ['measurement_equipment_line', 'l.critical'],
        ['measurement_self_sustainment', 'false'],
      ].map(([table = '', amongTotals = '']) => ({
        table,
        rows: `${table} l JOIN measurement m ON m.row_id = l.measurement_id`,
        id: 'l.measurement_id',
        holds: `m.basis = 'BY_LINE' OR ${amongTotals}`,
      })),
    ],
  },
  MEASUREMENT_COUNTS_ADD_UP: {
    says: 'Counts are whole: required with available, never less than none, women among the personnel, serviceable among the present.',
    looks: () => [
      {
        table: 'measurement',
        rows: 'measurement m',
        id: 'm.id',
        holds: [
          ...DIMENSIONS.map(
            (each) => `num_nonnulls(m.${each}_required, m.${each}_available) IN (0, 2)
              AND coalesce(least(m.${each}_required, m.${each}_available), 0) >= 0`,
          ),
          'coalesce(m.personnel_women BETWEEN 0 AND coalesce(m.personnel_available, -1), true)',
        ].join(' AND '),
      },
      {
        table: 'measurement_equipment_line',
        rows: 'measurement_equipment_line l',
        id: 'l.measurement_id',
        holds:
          'least(l.agreed, l.present, l.serviceable) >= 0 AND coalesce(l.serviceable <= l.present, true)',
      },
      {
        table: 'measurement_self_sustainment',
        rows: 'measurement_self_sustainment l',
        id: 'l.measurement_id',
        holds: `least(l.required, l.available) >= 0
          AND coalesce(l.available = CASE l.satisfactory WHEN true THEN l.required WHEN false THEN 0 END, true) AND l.category = ANY (${arrayOf(SELF_SUSTAINMENT_CATEGORIES)})`,
      },
    ],
  },
  MEASUREMENT_SAYS_SOMETHING: {
    says: 'Every measurement counts at least one thing.',
    looks: () => [
      {
        table: 'measurement',
        rows: `measurement m
          LEFT JOIN (SELECT DISTINCT l.measurement_id FROM measurement_equipment_line l) line ON line.measurement_id = m.row_id
          LEFT JOIN (SELECT DISTINCT s.measurement_id FROM measurement_self_sustainment s) category ON category.measurement_id = m.row_id`,
        id: 'm.id',
        holds: `num_nonnulls(line.measurement_id, category.measurement_id,
          ${DIMENSIONS.map((each) => `m.${each}_required`).join(', ')}) > 0`,
      },
    ],
  },
  CRITICAL_LINES_ARE_COUNTED: {
    says: 'Who counts equipment counts every critical line of the statement that the pledge was held against, as critical.',
    looks: () => [
      {
        table: 'measurement',
        rows: `${EQUIPMENT} JOIN requirement_equipment_line r ON r.statement_id = m.statement_id AND r.critical
          LEFT JOIN measurement_equipment_line l ON l.measurement_id = m.row_id AND l.item = r.item`,
        id: 'm.id',
        holds: 'l.item IS NOT NULL AND l.critical',
      },
    ],
  },
  CAVEAT_HAS_ITS_DAYS: {
    says: 'An undeclared caveat has a day by which it is to be settled; no caveat is settled before it was known.',
    looks: () => [
      {
        table: 'caveat',
        rows: `caveat c WHERE ${stands('c')}`,
        id: 'c.id',
        holds: `c.kind = 'DECLARED' OR c.resolve_by IS NOT NULL`,
      },
      {
        table: 'caveat_settlement',
        rows: `caveat_settlement s JOIN caveat c ON c.id = s.caveat_id AND ${stands('c')} WHERE ${stands('s')}`,
        id: 's.id',
        holds: 's.resolved_on >= c.known_on',
      },
    ],
  },
  CAVEAT_SETTLED_ONCE: {
    says: 'A caveat is settled once.',
    looks: () => [once('caveat_settlement', 'caveat_id')],
  },
  BAR_DECIDED_ONCE: {
    says: 'A decision bars a unit once, or its whole Member State once.',
    looks: () => [
      {
        table: 'bar',
        rows: `(SELECT b.id, count(*) OVER (PARTITION BY b.member_state, b.pledge_id, b.decision) AS number
          FROM bar b WHERE ${stands('b')}) b`,
        id: 'b.id',
        holds: 'b.number = 1',
      },
    ],
  },
} satisfies Record<string, Invariant>;

/** Evidence of one kind, with the version of its record that was known when the decision was recorded. */
const evidenceIn = (table: string, ofPledge: boolean) => ({
  table: 'level_decision_evidence',
  rows: `level_decision_evidence e JOIN level_decision d ON d.row_id = e.level_decision_id
    LEFT JOIN ${table} f ON f.id = e.record_id AND f.recorded_at <= d.recorded_at
      AND (f.voided_at IS NULL OR f.voided_at > d.recorded_at)
    ${ofPledge ? '' : `LEFT JOIN visit_coverage c ON c.visit_id = f.visit_id AND c.pledge_id = e.pledge_id`}
    WHERE e.record_kind = '${table.toUpperCase()}'`,
  id: 'e.level_decision_id',
  holds: ofPledge
    ? 'f.id IS NOT NULL AND f.pledge_id = e.pledge_id'
    : 'f.id IS NOT NULL AND c.pledge_id IS NOT NULL',
});
