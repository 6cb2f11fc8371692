import { known as knownAt } from '#platform/record/known.sql.js';
import { AAV_OUTCOMES, ASSESSMENT_KINDS, ASSESSMENT_OUTCOMES, VERDICTS } from '#readiness/facts.js';

/**
 * The one statement from which every fact of a pledge is derived.
 *
 * `$1` pledges (uuid[]) and `$2` days (date[]), pair by pair; `$3` the instant up to which records are known. Each
 * kind of record is one lateral part that looks up its own table by the pledge; a part gives columns, `value` where
 * it gives a whole fact. Days leave as whole numbers since 1970-01-01, as the rules take them. `records` in a fact
 * names what it rests on, by kind; the rules do not read it.
 *
 * Latest means latest by the day for which a row holds. On the same day the worse outcome, where there is one, else
 * the later record: by `id`, which is a UUIDv7 of the first version, so that a corrected fact keeps its place.
 */

const known = (alias: string) => knownAt(alias, '$3');

/** A day as the rules count it. */
export const dayCount = (day: string) => `(${day} - DATE '1970-01-01')`;

/** The rows of a table that hold for the pledge on the asked day and are known. */
const rowsOf = (table: string, alias: string, day: string) => `${table} ${alias}
  WHERE ${alias}.pledge_id = asked.pledge_id AND ${alias}.${day} <= asked.day AND ${known(alias)}`;

/** Plans and certificates of a deployment end with it: none stands in for that of the next. */
const sinceReturn = (day: string) => `NOT EXISTS (
    SELECT FROM ${rowsOf('lifecycle_step', 'r', 'occurred_on')} AND r.state = 'RETURNED' AND r.occurred_on >= ${day})`;

const latest = (alias: string, day: string) => `ORDER BY ${alias}.${day} DESC, ${alias}.id DESC LIMIT 1`;

/** Of several agreements the one in force on the day, signed last; else the next to begin; else the last to end. */
export const agreementOrder = (alias: string, day: string): string =>
  `${day} BETWEEN ${alias}.from_on AND ${alias}.until_on DESC, ${alias}.from_on > ${day} DESC,
    CASE WHEN ${alias}.from_on > ${day} THEN ${alias}.from_on END,
    CASE WHEN ${alias}.until_on < ${day} THEN ${alias}.until_on END DESC,
    ${alias}.signed_on DESC, ${alias}.id DESC`;

const listOf = (object: string, order: string) =>
  `coalesce(json_agg(${object} ORDER BY ${order}), '[]') AS value`;

/** Lists of outcomes stand from the best to the worst. */
const worst = (outcomes: readonly string[], column: string) =>
  `array_position(ARRAY[${outcomes.map((outcome) => `'${outcome}'`).join(', ')}], ${column}) DESC`;

/** What closes or answers a child's parent, on the asked day or before; later it is read as absent. */
const closing = (table: string, alias: string, parent: string, day: string) =>
  `${table} ${alias} ON ${alias}.${parent} AND ${alias}.${day} <= asked.day AND ${known(alias)}`;

/** Of the measurements that say something, the latest's. */
const latestMeasured = (value: string, says: string, name: string) =>
  `(array_agg(${value} ORDER BY m.measured_on DESC, m.id DESC) FILTER (WHERE ${says}))[1] AS ${name}`;

/** A dimension as last measured: by the sums of a measurement by line, or as its totals were recorded. */
function dimension(name: string, byLine?: readonly [required: string, available: string]): string {
  const total = (part: 'required' | 'available', sum: string | undefined) =>
    sum === undefined
      ? `m.${name}_${part}`
      : `CASE m.basis WHEN 'BY_LINE' THEN ${sum} ELSE m.${name}_${part} END`;
  const [required, available] = [total('required', byLine?.[0]), total('available', byLine?.[1])];
  const value = `json_build_object('required', ${required}, 'available', ${available},
    'records', json_build_object('MEASUREMENT', m.id))`;
  return latestMeasured(value, `${required} IS NOT NULL`, name);
}

/** The parts in which at most one row counts. */
const ONE_OF_EACH: Readonly<Record<string, string>> = {
  description: `
  SELECT to_json(d) AS value FROM ${rowsOf('pledge_description', 'd', 'described_on')} ${latest('d', 'described_on')}`,

  registration: `
  SELECT s.occurred_on AS day, s.id FROM ${rowsOf('lifecycle_step', 's', 'occurred_on')} AND s.state = 'REGISTERED'
  ORDER BY s.occurred_on, s.id LIMIT 1`,

  confirmation: `
  SELECT c.confirmed_on AS day, c.id FROM ${rowsOf('confirmation', 'c', 'confirmed_on')} ${latest('c', 'confirmed_on')}`,

  decision: `
  SELECT d.level, d.id FROM ${rowsOf('level_decision', 'd', 'decided_on')} ${latest('d', 'decided_on')}`,

  screening: `
  SELECT s.result, s.id FROM ${rowsOf('human_rights_screening', 's', 'screened_on')} ${latest('s', 'screened_on')}`,

  deployment: `
  SELECT p.deployment_on AS day, p.id FROM ${rowsOf('deployment_plan', 'p', 'planned_on')} AND ${sinceReturn('p.planned_on')}
  ${latest('p', 'planned_on')}`,

  // The latest, not the first that was in time: what came early for another plan hides no late one of this.
  certificate: `
  SELECT c.received_on AS day, c.id FROM ${rowsOf('unit_certificate', 'c', 'received_on')} AND ${sinceReturn('c.received_on')}
  ${latest('c', 'received_on')}`,

  // The day on which another begins may change the choice, so the next change is no later.
  agreement: `
  SELECT jsonb_build_object('agreementFrom', ${dayCount('a.from_on')}, 'agreementUntil', ${dayCount('a.until_on')},
    'commitmentDays', a.commitment_days, 'records', jsonb_build_object('RDL_AGREEMENT', a.id),
    'anotherFrom', (SELECT ${dayCount('min(n.from_on)')} FROM ${rowsOf('rdl_agreement', 'n', 'signed_on')}
      AND n.from_on > asked.day AND n.id <> a.id)) AS value
  FROM ${rowsOf('rdl_agreement', 'a', 'signed_on')}
  ORDER BY ${agreementOrder('a', 'asked.day')} LIMIT 1`,

  evaluation: `
  SELECT e.id, json_build_object('date', ${dayCount('e.evaluated_on')}, 'verdict', e.verdict,
    'records', json_build_object('EVALUATION', e.id)) AS value
  FROM ${rowsOf('evaluation', 'e', 'evaluated_on')}
  ORDER BY e.evaluated_on DESC, ${worst(VERDICTS, 'e.verdict')}, e.id DESC LIMIT 1`,
};

/** The parts that always give one row, if of an empty list. */
const ALL_OF_EACH: Readonly<Record<string, string>> = {
  // The one that counts first: that of the latest evaluation; where it has none, the open one of an earlier evaluation
  // that is due first.
  plans: `
  SELECT coalesce(json_agg(json_build_object('state', coalesce('CLOSED_' || o.outcome, 'OPEN'),
      'dueOn', ${dayCount('t.due_on')}, 'ofLatest', e.id = evaluation.id, 'records',
      json_build_object('IMPROVEMENT_PLAN', p.id, 'IMPROVEMENT_PLAN_TERMS', t.id, 'PLAN_OUTCOME', o.id))
    ORDER BY e.id = evaluation.id DESC, t.due_on, p.id), '[]') AS value
  FROM evaluation e JOIN improvement_plan p ON p.evaluation_id = e.id
  CROSS JOIN LATERAL (SELECT t.id, t.due_on FROM improvement_plan_terms t
    WHERE t.improvement_plan_id = p.id AND t.set_on <= asked.day AND ${known('t')} ${latest('t', 'set_on')}) t
  LEFT JOIN ${closing('plan_outcome', 'o', 'improvement_plan_id = p.id', 'closed_on')}
  WHERE e.pledge_id = asked.pledge_id AND e.evaluated_on <= asked.day AND ${known('e')}
    AND (e.id = evaluation.id OR o.id IS NULL)`,

  documents: `
  SELECT ${listOf(
    `json_build_object('type', d.type, 'receivedOn', ${dayCount('d.received_on')}, 'validUntil', ${dayCount('d.valid_until')},
       'records', json_build_object('DOCUMENT', d.id))`,
    'd.received_on, d.id',
  )}
  FROM ${rowsOf('document', 'd', 'received_on')}`,

  // By kind, the latest visit that was held and has an outcome for the pledge; it counts from its last day.
  visits: `
  SELECT jsonb_object_agg(v.kind, jsonb_build_object('kind', v.kind, 'date', ${dayCount('v.held_until')},
    'outcome', v.outcome, 'visitId', v.visit_id,
    CASE v.kind WHEN 'AAV' THEN 'openRecommendations' ELSE 'openConditions' END, unanswered.count,
    'records', jsonb_build_object('VISIT_OUTCOME', v.id, 'VISIT_HOLDING', v.holding_id, 'COMPONENT_RESULTS', (
      SELECT r.id FROM component_results r
      WHERE r.pledge_id = asked.pledge_id AND r.visit_id = v.visit_id AND ${known('r')})),
    'openRecords', jsonb_build_object('RECOMMENDATION', unanswered.ids))) AS value
  FROM (
    SELECT DISTINCT ON (visit.kind) visit.kind, o.visit_id, o.outcome, o.id, h.id AS holding_id, h.held_until
    FROM visit_outcome o JOIN visit ON visit.id = o.visit_id JOIN visit_holding h ON h.visit_id = o.visit_id
    WHERE o.pledge_id = asked.pledge_id AND ${known('o')} AND ${known('h')} AND h.held_until <= asked.day
    ORDER BY visit.kind, h.held_until DESC, ${worst([...AAV_OUTCOMES, ...ASSESSMENT_OUTCOMES], 'o.outcome')}, o.id DESC
  ) v
  CROSS JOIN LATERAL (
    SELECT count(*), jsonb_agg(r.id ORDER BY r.id) AS ids
    FROM recommendation r LEFT JOIN ${closing('recommendation_answer', 'a', 'recommendation_id = r.id', 'answered_on')}
    WHERE r.pledge_id = asked.pledge_id AND r.visit_id = v.visit_id AND ${known('r')} AND a.id IS NULL
      AND r.kind = CASE v.kind WHEN 'AAV' THEN 'RECOMMENDATION' ELSE 'CONDITION' END
  ) unanswered`,

  // Of the latest visit only, as that visit replaces those before it whole; whatever its outcome or age.
  findings: `
  SELECT ${listOf(
    `json_build_object('id', f.reference, 'dueOn', ${dayCount('f.due_on')}, 'closedOn', ${dayCount('c.closed_on')},
       'records', json_build_object('FINDING', f.id))`,
    'f.id',
  )}
  FROM finding f LEFT JOIN ${closing('finding_closure', 'c', 'finding_id = f.id', 'closed_on')}
  WHERE f.pledge_id = asked.pledge_id AND f.visit_id = (visits.value -> 'AAV' ->> 'visitId')::uuid
    AND f.severity = 'CRITICAL' AND ${known('f')}`,

  // Each dimension by itself, as one measurement need not say all; critical lines are those of the latest that knows
  // lines: all of them, or the critical ones beside totals. Each line counts at most what was agreed, so that a surplus
  // of trucks hides no missing ambulance. What leaves out a line's serviceable pieces has not measured serviceability.
  measured: `
  SELECT ${dimension('personnel')},
    ${dimension('equipment_on_hand', ['line.agreed', 'line.present'])},
    ${dimension('serviceability', ['line.all_agreed', 'line.serviceable'])},
    ${dimension('self_sustainment', ['category.required', 'category.available'])},
    ${latestMeasured('line.critical', 'line.count > 0', 'critical_lines')}
  FROM measurement m
  CROSS JOIN LATERAL (
    SELECT count(*), sum(l.agreed) AS agreed, sum(least(l.present, l.agreed)) AS present,
      CASE WHEN count(*) = count(l.serviceable) THEN sum(l.agreed) END AS all_agreed,
      sum(least(l.serviceable, l.agreed)) AS serviceable,
      json_agg(json_build_object('item', l.item, 'required', l.agreed, 'available', least(l.present, l.agreed),
        'records', json_build_object('MEASUREMENT', m.id)) ORDER BY l.item) FILTER (WHERE l.critical) AS critical
    FROM measurement_equipment_line l WHERE l.measurement_id = m.row_id
  ) line
  CROSS JOIN LATERAL (
    SELECT sum(c.required) AS required, sum(least(c.available, c.required)) AS available
    FROM measurement_self_sustainment c WHERE c.measurement_id = m.row_id
  ) category
  WHERE m.pledge_id = asked.pledge_id AND m.measured_on <= asked.day AND ${known('m')}`,

  caveats: `
  SELECT ${listOf(
    `json_build_object('id', c.reference, 'kind', c.kind, 'resolveBy', ${dayCount('c.resolve_by')},
       'resolvedOn', ${dayCount('s.resolved_on')}, 'records', json_build_object('CAVEAT', c.id))`,
    'c.id',
  )}
  FROM caveat c LEFT JOIN ${closing('caveat_settlement', 's', 'caveat_id = c.id', 'resolved_on')}
  WHERE c.pledge_id = asked.pledge_id AND c.known_on <= asked.day AND ${known('c')}`,

  // The pledge's own and those of its whole Member State.
  bars: `
  SELECT ${listOf(
    `json_build_object('decision', b.decision, 'from', ${dayCount('b.from_on')}, 'until', ${dayCount('b.until_on')},
       'records', json_build_object('BAR', b.id))`,
    'b.id',
  )}
  FROM bar b WHERE b.member_state = pledge.member_state AND (b.pledge_id = pledge.id OR b.pledge_id IS NULL)
    AND b.decided_on <= asked.day AND ${known('b')}`,

  deficiencies: `
  SELECT ${listOf(
    `json_build_object('id', h.reference, 'closedOn', ${dayCount('c.closed_on')},
       'records', json_build_object('HOSPITAL_DEFICIENCY', h.id))`,
    'h.id',
  )}
  FROM hospital_deficiency h
  LEFT JOIN ${closing('hospital_deficiency_closure', 'c', 'hospital_deficiency_id = h.id', 'closed_on')}
  WHERE h.pledge_id = asked.pledge_id AND h.raised_on <= asked.day AND ${known('h')} AND h.severity = 'CRITICAL'
    AND EXISTS (SELECT FROM unit_type u WHERE u.code = pledge.unit_type AND u.medical)`,
};

const laterals = (join: string, parts: Readonly<Record<string, string>>) =>
  Object.entries(parts)
    .map(([name, sql]) => `${join} LATERAL (${sql}\n) ${name} ON true`)
    .join('\n');

/** The facts in the shape of the readiness rules, then what the plain values among them rest on. */
const FACTS = `json_build_object(
  'lifecycle', step.state,
  'registeredOn', ${dayCount('registration.day')},
  'confirmedOn', ${dayCount('confirmation.day')},
  'registeredLevel', coalesce(decision.level, 'NONE'),
  'documents', documents.value,
  'aav', visits.value -> 'AAV' || jsonb_build_object('criticalFindings', findings.value),
  'measurements', json_build_object('personnel', measured.personnel,
    'equipmentOnHand', measured.equipment_on_hand, 'serviceability', measured.serviceability,
    'selfSustainment', measured.self_sustainment),
  'criticalLines', coalesce(measured.critical_lines, '[]'),
  'rdl', agreement.value || jsonb_build_object('verification', visits.value -> 'RDL_VERIFICATION'),
  'unagreedVerification', CASE WHEN agreement.value IS NULL THEN visits.value -> 'RDL_VERIFICATION' END,
  'caveats', caveats.value,
  'humanRightsScreening', coalesce(screening.result, 'PENDING'),
  'bars', bars.value,
  'lastEvaluation', evaluation.value,
  'improvementPlan', plans.value -> 0,
  'plans', plans.value,
  'assessments', (SELECT coalesce(json_agg(visits.value -> kind), '[]')
    FROM unnest(ARRAY[${ASSESSMENT_KINDS.map((kind) => `'${kind}'`).join(', ')}]) kind WHERE visits.value ? kind),
  'hospitalDeficiencies', deficiencies.value,
  'plannedDeploymentOn', ${dayCount('deployment.day')},
  'unitCertificateOn', ${dayCount('certificate.day')},
  'records', json_build_object(
    'lifecycle', json_build_object('LIFECYCLE_STEP', step.id),
    'registeredOn', json_build_object('LIFECYCLE_STEP', registration.id),
    'confirmedOn', json_build_object('CONFIRMATION', confirmation.id),
    'registeredLevel', json_build_object('LEVEL_DECISION', decision.id),
    'humanRightsScreening', json_build_object('HUMAN_RIGHTS_SCREENING', screening.id),
    'plannedDeploymentOn', json_build_object('DEPLOYMENT_PLAN', deployment.id),
    'unitCertificateOn', json_build_object('UNIT_CERTIFICATE', certificate.id)))`;

/**
 * One row for each pair whose pledge is seen by who asks and had taken its first step by the day.
 * @param $1 uuid[], $2 date[], $3 timestamptz as above
 */
export const FACTS_SQL = `
SELECT asked.place::int AS place, pledge.id, pledge.member_state AS "memberState", pledge.reference,
  pledge.unit_type AS "unitType", pledge.version, pledge.recorded_at AS "recordedAt",
  description.value AS description, ${FACTS} AS facts
FROM unnest($1::uuid[], $2::date[]) WITH ORDINALITY AS asked (pledge_id, day, place)
JOIN pledge ON pledge.id = asked.pledge_id
JOIN LATERAL (
  SELECT s.state, s.id FROM ${rowsOf('lifecycle_step', 's', 'occurred_on')} ${latest('s', 'occurred_on')}
) step ON true
${laterals('LEFT JOIN', ONE_OF_EACH)}
${laterals('JOIN', ALL_OF_EACH)}`;
