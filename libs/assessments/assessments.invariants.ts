import { arrayOf, once, stands, type Invariant, type Look } from '#platform/invariants/invariant.js';
import { FINDING_AREAS } from '#reference/data/areas.js';
import { UNIT_TYPES } from '#reference/data/unit-types.js';
import { agree } from './agreement.js';
import { VISIT_KIND_CODES, VISIT_KINDS, VISIT_OUTCOMES } from './visit-kinds.js';

/** Pairs of a kind of visit and a word, as the table of kinds allows them. */
const pairs = (words: (kind: (typeof VISIT_KIND_CODES)[number]) => readonly string[]) =>
  arrayOf(VISIT_KIND_CODES.flatMap((kind) => words(kind).map((word) => `${kind} ${word}`)));

const outcomes = pairs((kind) => VISIT_KINDS[kind].outcomes);
const asked = pairs((kind) => [VISIT_KINDS[kind].asksFor]);
const unitTypes = pairs((kind) =>
  UNIT_TYPES.filter(({ code, ...unit }) => VISIT_KINDS[kind].looksAt({ unitType: code, ...unit })).map(
    ({ code }) => code,
  ),
);
const ofHospitals = arrayOf(VISIT_KIND_CODES.filter((kind) => VISIT_KINDS[kind].findsHospitalDeficiencies));

const ofKind = (table: string, word: string, allowed: string): Look => ({
  table,
  rows: `${table} t JOIN visit v ON v.id = t.visit_id WHERE ${stands('t')}`,
  id: 't.id',
  holds: `v.kind || ' ' || t.${word} = ANY (${allowed})`,
});

const components = pairs((kind) => VISIT_KINDS[kind].components.map(({ code }) => code));
const inspections = arrayOf(VISIT_KIND_CODES.filter((kind) => VISIT_KINDS[kind].inspects));

/** Kind of visit, outcome, and how many components passed, where such an outcome may stand beside so many. */
const agreed = pairs((kind) => {
  const all = VISIT_KINDS[kind].components.length;
  const passed = Array.from({ length: all + 1 }, (_none, count) => count);
  return VISIT_OUTCOMES.flatMap((outcome) =>
    passed
      .filter((count) =>
        agree(outcome, [...Array<'PASS'>(count).fill('PASS'), ...Array<'FAIL'>(all - count).fill('FAIL')]),
      )
      .map((count) => `${outcome} ${count}`),
  );
});

const RESULTS = `component_results t JOIN visit v ON v.id = t.visit_id`;

const HOLDING = `visit_holding h ON h.visit_id = t.visit_id AND ${stands('h')}`;

const dueAfterVisit = (table: string): Look => ({
  table,
  rows: `${table} t JOIN ${HOLDING} WHERE ${stands('t')}`,
  id: 't.id',
  holds: 't.due_on >= h.held_until',
});

/** What is said of something that a visit raised, not before the visit had ended. */
const afterVisit = (table: string, parent: string, day: string): Look => ({
  table,
  rows: `${table} a JOIN ${parent} t ON t.id = a.${parent}_id AND ${stands('t')} JOIN ${HOLDING} WHERE ${stands('a')}`,
  id: 'a.id',
  holds: `a.${day} >= h.held_until`,
});

/** Facts that name a visit and a pledge, beside those that say which pledges a visit covers and who is sent to it. */
const UNASSESSED = ['visit_coverage', 'assignment'];

/** What holds of visits and of what they say of pledges. */
export const ASSESSMENT_INVARIANTS = {
  VISIT_HAS_PLAN: {
    says: 'A visit that is to look at a unit is planned, or was held.',
    looks: () => [
      {
        table: 'visit',
        rows: `(SELECT DISTINCT c.visit_id FROM visit_coverage c WHERE ${stands('c')}) c
          LEFT JOIN (SELECT p.visit_id FROM visit_plan p WHERE ${stands('p')}
            UNION SELECT h.visit_id FROM visit_holding h WHERE ${stands('h')}) known ON known.visit_id = c.visit_id`,
        id: 'c.visit_id',
        holds: 'known.visit_id IS NOT NULL',
      },
    ],
  },
  VISIT_HELD_ONCE: {
    says: 'A visit is held once.',
    looks: () => [once('visit_holding', 'visit_id')],
  },
  PLEDGE_COVERED_ONCE: {
    says: 'A visit covers a pledge once.',
    looks: () => [once('visit_coverage', 'visit_id', 'pledge_id')],
  },
  VISIT_CONCLUDES_ONCE: {
    says: 'A visit concludes once of each pledge, and says once how its components went.',
    looks: () => [
      once('visit_outcome', 'visit_id', 'pledge_id'),
      once('component_results', 'visit_id', 'pledge_id'),
    ],
  },
  COVERAGE_FITS_UNIT: {
    says: 'A visit looks at units of the types that its kind is for.',
    looks: () => [
      {
        table: 'visit_coverage',
        rows: `visit_coverage c JOIN visit v ON v.id = c.visit_id JOIN pledge p ON p.id = c.pledge_id WHERE ${stands('c')}`,
        id: 'c.id',
        holds: `v.kind || ' ' || p.unit_type = ANY (${unitTypes})`,
      },
    ],
  },
  ASSESSED_PLEDGE_IS_COVERED: {
    says: 'A visit says something only of pledges that it covers.',
    looks: ({ factsWith }) =>
      factsWith('visit_id', 'pledge_id')
        .filter(({ name }) => !UNASSESSED.includes(name))
        .map(({ name }) => ({
          table: name,
          rows: `${name} t LEFT JOIN visit_coverage c ON c.visit_id = t.visit_id AND c.pledge_id = t.pledge_id AND ${stands('c')}
            WHERE ${stands('t')} AND t.visit_id IS NOT NULL`,
          id: 't.id',
          holds: 'c.id IS NOT NULL',
        })),
  },
  ASSESSED_AT_HELD_VISIT: {
    says: 'A visit says something of pledges only once it was held.',
    looks: ({ factsWith }) =>
      factsWith('visit_id', 'pledge_id')
        .filter(({ name }) => !UNASSESSED.includes(name))
        .map(({ name }) => ({
          table: name,
          rows: `${name} t LEFT JOIN ${HOLDING} WHERE ${stands('t')} AND t.visit_id IS NOT NULL`,
          id: 't.id',
          holds: 'h.id IS NOT NULL',
        })),
  },
  CANCELLED_VISIT_IS_NOT_HELD: {
    says: 'A visit that was called off was called off once, and never held.',
    looks: () => [
      once('visit_cancellation', 'visit_id'),
      {
        table: 'visit_cancellation',
        rows: `visit_cancellation t LEFT JOIN ${HOLDING} WHERE ${stands('t')}`,
        id: 't.id',
        holds: 'h.id IS NULL',
      },
    ],
  },
  COMPONENTS_OF_VISIT_KIND: {
    says: 'An assessment judges every component of its kind, and no other.',
    looks: () => [
      {
        table: 'component_results',
        rows: `${RESULTS} JOIN unnest(${components}) AS wanted (pair) ON wanted.pair LIKE v.kind || ' %'
          LEFT JOIN component_result r ON r.component_results_id = t.row_id AND v.kind || ' ' || r.component = wanted.pair
          WHERE ${stands('t')}`,
        id: 't.id',
        holds: 'r.component IS NOT NULL',
      },
      {
        table: 'component_results',
        rows: `${RESULTS} JOIN component_result r ON r.component_results_id = t.row_id WHERE ${stands('t')}`,
        id: 't.id',
        holds: `v.kind || ' ' || r.component = ANY (${components})`,
      },
    ],
  },
  COMPONENT_COUNTS_ADD_UP: {
    says: 'Of what was tested of a component no more passed than was tested.',
    looks: () => [
      {
        table: 'component_result',
        rows: 'component_result r',
        id: 'r.component_results_id',
        holds: `num_nonnulls(r.tested, r.passed) <> 1 AND coalesce(r.tested >= 1 AND r.passed BETWEEN 0 AND r.tested
          AND r.result <> 'NOT_TESTED', true)`,
      },
    ],
  },
  OUTCOME_AGREES_WITH_COMPONENTS: {
    says: 'The outcome of an assessment is one that can stand beside what passed and what did not.',
    looks: () => [
      {
        table: 'visit_outcome',
        rows: `visit_outcome o JOIN (${RESULTS}) ON t.pledge_id = o.pledge_id AND t.visit_id = o.visit_id AND ${stands('t')}
          JOIN (SELECT r.component_results_id, count(*) FILTER (WHERE r.result = 'PASS') AS passed
            FROM component_result r GROUP BY 1) r ON r.component_results_id = t.row_id WHERE ${stands('o')}`,
        id: 'o.id',
        holds: `concat_ws(' ', v.kind, o.outcome, r.passed) = ANY (${agreed})`,
      },
    ],
  },
  MEASURED_DURING_VISIT: {
    says: 'What a visit measured, it measured on one of its days; an inspection, on its last.',
    looks: () => [
      {
        table: 'measurement',
        rows: `measurement t JOIN visit v ON v.id = t.visit_id JOIN ${HOLDING} WHERE ${stands('t')}`,
        id: 't.id',
        holds: `t.measured_on BETWEEN CASE WHEN v.kind = ANY (${inspections}) THEN h.held_until ELSE h.held_from END
          AND h.held_until`,
      },
    ],
  },
  INSPECTED_BY_LINE: {
    says: 'An inspection counts a unit once, line by line, and tries every line and every category.',
    looks: () => [
      {
        table: 'measurement',
        rows: `(SELECT m.id, m.basis, count(*) OVER (PARTITION BY m.visit_id, m.pledge_id) AS number
          FROM measurement m JOIN visit v ON v.id = m.visit_id
          WHERE ${stands('m')} AND v.kind = ANY (${inspections})) m`,
        id: 'm.id',
        holds: `m.number = 1 AND m.basis = 'BY_LINE'`,
      },
      ...[
        ['measurement_equipment_line', 'serviceable'],
        ['measurement_self_sustainment', 'satisfactory'],
      ].map(([table = '', tried = '']) => ({
        table,
        rows: `${table} l JOIN measurement m ON m.row_id = l.measurement_id JOIN visit v ON v.id = m.visit_id
          WHERE ${stands('m')} AND v.kind = ANY (${inspections})`,
        id: 'l.measurement_id',
        holds: `l.${tried} IS NOT NULL`,
      })),
    ],
  },
  OUTCOME_OF_VISIT_KIND: {
    says: 'A visit concludes in the words of its kind.',
    looks: () => [ofKind('visit_outcome', 'outcome', outcomes)],
  },
  RECOMMENDATION_OF_VISIT_KIND: {
    says: 'A visit asks for what its kind asks for: recommendations, or conditions.',
    looks: () => [ofKind('recommendation', 'kind', asked)],
  },
  AREA_IS_KNOWN: {
    says: 'Findings and recommendations are about an area of the list.',
    looks: ({ factsWith }) =>
      factsWith('visit_id', 'area').map(({ name }) => ({
        table: name,
        rows: `${name} t WHERE ${stands('t')}`,
        id: 't.id',
        holds: `t.area = ANY (${arrayOf(FINDING_AREAS)})`,
      })),
  },
  DUE_AFTER_VISIT: {
    says: 'What a visit found or asked for is due on or after its last day.',
    looks: () => [dueAfterVisit('finding'), dueAfterVisit('recommendation')],
  },
  ANSWERED_AFTER_RAISED: {
    says: 'Findings, recommendations and deficiencies are answered and closed on or after the day from which they count.',
    looks: () => [
      afterVisit('finding_closure', 'finding', 'closed_on'),
      afterVisit('finding_answer', 'finding', 'answered_on'),
      afterVisit('recommendation_answer', 'recommendation', 'answered_on'),
      {
        table: 'hospital_deficiency_closure',
        rows: `hospital_deficiency_closure c JOIN hospital_deficiency d ON d.id = c.hospital_deficiency_id AND ${stands('d')}
          WHERE ${stands('c')}`,
        id: 'c.id',
        holds: 'c.closed_on >= d.raised_on',
      },
    ],
  },
  CLOSED_ONCE: {
    says: 'A finding, a recommendation or a deficiency is closed once.',
    looks: () => [
      once('finding_closure', 'finding_id'),
      once('recommendation_answer', 'recommendation_id'),
      once('hospital_deficiency_closure', 'hospital_deficiency_id'),
    ],
  },
  DEFICIENCY_OF_HOSPITAL: {
    says: 'Deficiencies are those of medical units, found by a hospital visit that had begun, where a visit found them.',
    looks: () => [
      {
        table: 'hospital_deficiency',
        rows: `hospital_deficiency t JOIN pledge p ON p.id = t.pledge_id JOIN unit_type u ON u.code = p.unit_type
          LEFT JOIN visit v ON v.id = t.visit_id LEFT JOIN ${HOLDING} WHERE ${stands('t')}`,
        id: 't.id',
        holds: `u.medical AND coalesce(v.kind = ANY (${ofHospitals}), true) AND coalesce(t.raised_on >= h.held_from, true)`,
      },
    ],
  },
  ASSIGNED_ONCE: {
    says: 'An evaluator is assigned to a visit or to a unit, never to both at once, and to each once.',
    looks: () => [
      {
        table: 'assignment',
        rows: `(SELECT a.*, count(*) OVER (PARTITION BY a.subject, coalesce(a.visit_id, a.pledge_id)) AS number
          FROM assignment a WHERE ${stands('a')}) a`,
        id: 'a.id',
        holds: 'num_nonnulls(a.visit_id, a.pledge_id) = 1 AND a.number = 1',
      },
    ],
  },
} satisfies Record<string, Invariant>;
