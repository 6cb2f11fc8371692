import type { Id } from '#platform/ids.js';
import { addDays, formatDay, type Day } from '#readiness/day.js';
import { DIMENSIONS, type Facts } from '#readiness/facts.js';
import { isRegistered, PATHS } from './lifecycle-paths.js';
import { type Rows, type Row } from './rows.js';

const COLUMN_OF = {
  personnel: 'personnel',
  equipmentOnHand: 'equipment_on_hand',
  serviceability: 'serviceability',
  selfSustainment: 'self_sustainment',
} as const;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const written = (day: Day | null) => (day === null ? null : formatDay(day));

/**
 * The facts as the registry can hold them on `asOf`: what has not come yet is absent, no line counts more than was
 * agreed, a pledge on its way to registration has no registration, and a return ends a deployment.
 */
export function admitted(facts: Facts, asOf: Day): Facts {
  const come = (day: Day | null) => (day !== null && day > asOf ? null : day);
  const registered = isRegistered(facts.lifecycle);
  // Its steps lie on the day of its registration; what was planned or certified by the return ended with it.
  const returnedOn = facts.lifecycle === 'RETURNED' ? facts.registeredOn : null;
  const ended = (recordedOn: Day | null) =>
    returnedOn !== null && recordedOn !== null && recordedOn <= returnedOn;
  return {
    ...facts,
    registeredOn: registered ? facts.registeredOn : null,
    confirmedOn: registered ? facts.confirmedOn : null,
    documents: facts.documents.filter(({ receivedOn }) => receivedOn <= asOf),
    aav: facts.aav && {
      ...facts.aav,
      criticalFindings: facts.aav.criticalFindings.map((each) => ({
        ...each,
        closedOn: come(each.closedOn),
      })),
    },
    criticalLines: facts.criticalLines.map((line) => ({
      ...line,
      available: Math.min(line.available, line.required),
    })),
    caveats: facts.caveats.map((caveat) => ({ ...caveat, resolvedOn: come(caveat.resolvedOn) })),
    hospitalDeficiencies: facts.hospitalDeficiencies.map((each) => ({
      ...each,
      closedOn: come(each.closedOn),
    })),
    plannedDeploymentOn: ended(asOf) ? null : facts.plannedDeploymentOn,
    unitCertificateOn: ended(facts.unitCertificateOn) ? null : come(facts.unitCertificateOn),
  };
}

/** A new pledge for generated facts; one that may have hospital deficiencies is a medical unit. */
export const addPledge = (rows: Rows): Id =>
  rows.add('pledge', { reference: 'P-1', unit_type: 'MEDICAL_LEVEL_2' });

/** Writes generated facts as the rows of a pledge that the registry would hold. */
export function addRowsOf(rows: Rows, pledge: Id, facts: Facts, asOf: Day): void {
  const add = (table: string, values: Row) => rows.add(table, { pledge_id: pledge, ...values });
  addLife(add, facts, asOf);
  addHeld(add, facts, asOf);
  addMeasurement(add, facts, asOf);
  addVisits(rows, add, facts, asOf);
  addRestrictions(add, facts, asOf);
  addPerformance(add, facts, asOf);
}

type Add = (table: string, values: Row) => Id;

function addLife(add: Add, facts: Facts, asOf: Day): void {
  const registeredOn = isRegistered(facts.lifecycle) ? facts.registeredOn : null;
  const began = addDays(registeredOn ?? asOf, -1);
  for (const state of PATHS[facts.lifecycle]) {
    const day = state === 'DRAFT' || state === 'SUBMITTED' ? began : (registeredOn ?? asOf);
    add('lifecycle_step', { occurred_on: formatDay(day), state });
  }
  add('pledge_description', {
    described_on: formatDay(began),
    title: 'A unit',
    deployable_within_days: 60,
    languages: ['fr'],
    contact_post: 'Military adviser',
  });
  if (registeredOn !== null && facts.confirmedOn !== null) {
    add('confirmation', { confirmed_on: formatDay(facts.confirmedOn) });
  }
  if (facts.registeredLevel !== 'NONE') {
    const level = {
      level: facts.registeredLevel,
      computed_level: 'NONE',
      parameter_set: 1,
      reason: 'As generated',
    };
    add('level_decision', { decided_on: formatDay(asOf), ...level });
  }
}

function addHeld(add: Add, facts: Facts, asOf: Day): void {
  for (const { type, receivedOn, validUntil } of facts.documents) {
    add('document', { type, received_on: formatDay(receivedOn), valid_until: written(validUntil) });
  }
  if (facts.rdl !== null) {
    const { agreementFrom, agreementUntil, commitmentDays } = facts.rdl;
    const days = { from_on: formatDay(agreementFrom), until_on: formatDay(agreementUntil) };
    const signed_on = formatDay(earlier(agreementFrom, asOf));
    add('rdl_agreement', { signed_on, ...days, commitment_days: commitmentDays });
  }
  if (facts.plannedDeploymentOn !== null) {
    add('deployment_plan', {
      planned_on: formatDay(asOf),
      deployment_on: formatDay(facts.plannedDeploymentOn),
    });
  }
  if (facts.unitCertificateOn !== null) {
    add('unit_certificate', { received_on: formatDay(facts.unitCertificateOn) });
  }
}

function addMeasurement(add: Add, { measurements, criticalLines }: Facts, asOf: Day): void {
  const totals = DIMENSIONS.flatMap((dimension) => {
    const { required = null, available = null } = measurements[dimension] ?? {};
    return [
      [`${COLUMN_OF[dimension]}_required`, required],
      [`${COLUMN_OF[dimension]}_available`, available],
    ];
  });
  const values = { measured_on: formatDay(asOf), basis: 'TOTALS_ONLY', ...Object.fromEntries(totals) };
  const measurement_id = add('measurement', values);
  for (const { item, required, available } of criticalLines) {
    const line = { item, critical: true, agreed: required, present: available };
    add('measurement_equipment_line', { measurement_id, ...line });
  }
}

function addVisits(rows: Rows, add: Add, facts: Facts, asOf: Day): void {
  const visit = (kind: string, date: Day, outcome: string): Id => {
    const visit_id = rows.add('visit', { reference: `V-${kind}`, kind });
    rows.add('visit_holding', {
      visit_id,
      held_from: formatDay(date),
      held_until: formatDay(date),
      team: [],
    });
    add('visit_coverage', { visit_id });
    add('visit_outcome', { visit_id, outcome });
    return visit_id;
  };
  const ask = (visit_id: Id, kind: string, count: number, prefix: string) => {
    for (let index = 1; index <= count; index += 1) {
      const asked = { reference: `${prefix}-${index}`, area: 'TRAINING', statement: 'To do' };
      add('recommendation', { visit_id, kind, ...asked });
    }
  };
  if (facts.aav !== null) {
    const { date, outcome, openRecommendations, criticalFindings } = facts.aav;
    const visit_id = visit('AAV', date, outcome);
    ask(visit_id, 'RECOMMENDATION', openRecommendations, 'R');
    for (const { id, dueOn, closedOn } of criticalFindings) {
      const content = { severity: 'CRITICAL', area: 'TRAINING', owner: 'MEMBER_STATE', statement: 'Found' };
      const finding_id = add('finding', { visit_id, reference: id, due_on: formatDay(dueOn), ...content });
      if (closedOn !== null) {
        add('finding_closure', { finding_id, closed_on: formatDay(closedOn), evidence: 'Seen' });
      }
    }
  }
  const verification = facts.rdl?.verification;
  if (verification) visit('RDL_VERIFICATION', verification.date, verification.outcome);
  for (const { kind, date, outcome, openConditions } of facts.assessments) {
    ask(visit(kind, date, outcome), 'CONDITION', openConditions, `K-${kind}`);
  }
  for (const { id, closedOn } of facts.hospitalDeficiencies) {
    const raised_on = formatDay(earlier(closedOn ?? asOf, asOf));
    const content = { reference: id, severity: 'CRITICAL', raised_on, statement: 'Lacking' };
    const hospital_deficiency_id = add('hospital_deficiency', content);
    if (closedOn === null) continue;
    const closing = { closed_on: formatDay(closedOn), evidence: 'Seen' };
    add('hospital_deficiency_closure', { hospital_deficiency_id, ...closing });
  }
}

function addRestrictions(add: Add, facts: Facts, asOf: Day): void {
  for (const { id, kind, resolveBy, resolvedOn } of facts.caveats) {
    const known_on = formatDay(earlier(resolveBy ?? asOf, asOf));
    const content = { reference: id, kind, known_on, resolve_by: written(resolveBy), statement: 'Not there' };
    const caveat_id = add('caveat', content);
    if (resolvedOn !== null) {
      add('caveat_settlement', { caveat_id, resolved_on: formatDay(resolvedOn), note: 'Settled' });
    }
  }
  for (const { decision, from, until } of facts.bars) {
    const decided_on = formatDay(earlier(from, asOf));
    add('bar', {
      decision,
      decided_on,
      from_on: formatDay(from),
      until_on: written(until),
      reason: 'Decided',
    });
  }
  if (facts.humanRightsScreening !== 'PENDING') {
    add('human_rights_screening', { screened_on: formatDay(asOf), result: facts.humanRightsScreening });
  }
}

function addPerformance(add: Add, { lastEvaluation, improvementPlan }: Facts, asOf: Day): void {
  if (lastEvaluation === null) return;
  const day = formatDay(lastEvaluation.date);
  const days = { period_from: day, period_until: day, evaluated_on: day };
  const content = { mission: 'UNMISS', scale: 'VERBAL', verdict: lastEvaluation.verdict };
  const evaluation_id = add('evaluation', { ...days, ...content });
  if (improvementPlan === null) return;
  const improvement_plan_id = add('improvement_plan', { evaluation_id });
  const { dueOn, state } = improvementPlan;
  const set_on = formatDay(earlier(dueOn, asOf));
  add('improvement_plan_terms', { improvement_plan_id, set_on, due_on: formatDay(dueOn) });
  if (state === 'OPEN') return;
  const outcome = state === 'CLOSED_ACHIEVED' ? 'ACHIEVED' : 'NOT_ACHIEVED';
  add('plan_outcome', { improvement_plan_id, closed_on: formatDay(asOf), outcome, evidence: 'Seen' });
}
