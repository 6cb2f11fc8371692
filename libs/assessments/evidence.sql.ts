import { jsonList, jsonOf } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';
import { ASSESSED_COMPONENT_CODES } from '#reference/data/components.js';
import { COMPLETE_LINE, INSPECTION_KINDS } from '#reference/data/inspections.js';
import type { ComponentResult, ComponentResults } from './component-results.entity.js';
import type { InspectedCategory, InspectedLine, Inspection } from './evidence.types.js';

/**
 * What visits found part by part. `$1` is the day asked of, `$2` the instant up to which records are known; the visit
 * stands under the alias `visit`, with its `reference` and `kind`, and its last day where `lastDay` says.
 */

const quoted = (codes: readonly string[]) => `ARRAY[${codes.map((code) => `'${code}'`).join(', ')}]`;

// A surplus in a line makes it no more than whole. Counts are integers: nothing is rounded before it is compared.
const serviceable = 'least(l.serviceable, l.agreed)';
const incomplete = `${serviceable} * 100 < ${COMPLETE_LINE.percent} * l.agreed`;

/** The inspection that a measurement `m` is. */
const inspection = jsonOf<Inspection>(
  'm',
  [
    ...(['id', 'recordedAt', 'pledgeId', 'visitId', 'note'] as const),
    ...(['personnelRequired', 'personnelAvailable', 'personnelWomen'] as const),
  ],
  {
    visitReference: 'visit.reference',
    kind: 'visit.kind',
    inspectedOn: 'm.measured_on',
    completeFromPercent: String(COMPLETE_LINE.percent),
    incompleteLines: `(SELECT count(*) FROM measurement_equipment_line l WHERE l.measurement_id = m.row_id AND ${incomplete})`,
    equipmentLines: jsonList(
      jsonOf<InspectedLine>('l', ['item', 'critical', 'agreed', 'present', 'serviceable', 'remark'], {
        percent: `${serviceable} * 1000 / nullif(l.agreed, 0) / 10.0`,
        incomplete,
      }),
      'l.item',
      'measurement_equipment_line l WHERE l.measurement_id = m.row_id',
    ),
    selfSustainmentCategories: jsonList(
      jsonOf<InspectedCategory>('c', ['category', 'required', 'available', 'satisfactory', 'remark']),
      'c.category',
      'measurement_self_sustainment c WHERE c.measurement_id = m.row_id',
    ),
  },
);

const isInspection = `visit.kind = ANY (${quoted(INSPECTION_KINDS)}) AND m.measured_on <= $1 AND ${known('m', '$2')}`;

export const componentsOf = (results: string) =>
  jsonList(
    jsonOf<ComponentResult>('k', ['component', 'result', 'tested', 'passed', 'note']),
    `array_position(${quoted(ASSESSED_COMPONENT_CODES)}, k.component)`,
    `component_result k WHERE k.component_results_id = ${results}.row_id`,
  );

/** The component results `r` of an assessment. */
const results = (lastDay: string) =>
  jsonOf<ComponentResults>('r', ['id', 'recordedAt', 'pledgeId', 'visitId', 'note'], {
    visitReference: 'visit.reference',
    kind: 'visit.kind',
    assessedOn: lastDay,
    outcome: `(SELECT o.outcome FROM visit_outcome o
      WHERE o.visit_id = r.visit_id AND o.pledge_id = r.pledge_id AND ${known('o', '$2')})`,
    components: componentsOf('r'),
  });

/** What a visit that was held by the day inspected of a pledge; null where it did not. */
export const inspectionAt = (pledge: string) => `(SELECT ${inspection}
  FROM measurement m WHERE m.visit_id = visit.id AND m.pledge_id = ${pledge} AND ${isInspection} ORDER BY m.id DESC LIMIT 1)`;

/** What a visit that was held by the day assessed of a pledge; null where it did not. */
export const resultsAt = (pledge: string, lastDay: string) => `(SELECT ${results(lastDay)}
  FROM component_results r WHERE r.visit_id = visit.id AND r.pledge_id = ${pledge} AND ${known('r', '$2')}
    AND ${lastDay} IS NOT NULL)`;

/** For each pledge of `$3` (uuid[]) all inspections and assessments, the latest first, each as one JSON text. */
export const EVIDENCE_OF_PLEDGES_SQL = `
SELECT asked.id,
  ${jsonList(
    inspection,
    'm.measured_on DESC, m.id DESC',
    `measurement m JOIN visit ON visit.id = m.visit_id WHERE m.pledge_id = asked.id AND ${isInspection}`,
  )}::text AS inspections,
  ${jsonList(
    results('h.held_until'),
    'h.held_until DESC, r.id DESC',
    `component_results r JOIN visit ON visit.id = r.visit_id
     JOIN visit_holding h ON h.visit_id = r.visit_id AND h.held_until <= $1 AND ${known('h', '$2')}
     WHERE r.pledge_id = asked.id AND ${known('r', '$2')}`,
  )}::text AS "componentResults"
FROM unnest($3::uuid[]) AS asked (id)`;
