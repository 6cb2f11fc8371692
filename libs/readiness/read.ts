import type { Day } from './day.js';
import {
  AAV_OUTCOMES,
  ASSESSMENT_KINDS,
  ASSESSMENT_OUTCOMES,
  CAVEAT_KINDS,
  DOCUMENT_TYPES,
  LEVELS,
  LIFECYCLE_STATES,
  PLAN_STATES,
  SCREENING_STATES,
  VERDICTS,
  VERIFICATION_OUTCOMES,
  type AavFact,
  type BarFact,
  type CaveatFact,
  type Facts,
  type LifecycleState,
  type Measurement,
  type RdlFact,
} from './facts.js';
import { day, Field, type InputProblem } from './field.js';

export interface PledgeEntry {
  readonly kind: 'PLEDGE';
  readonly name: string;
  readonly asOf: Day;
  readonly facts: Facts;
}

export interface MemberStateEntry {
  readonly kind: 'MEMBER_STATE';
  readonly name: string;
  readonly asOf: Day;
  readonly stateBars: readonly BarFact[];
  readonly pledges: readonly Facts[];
}

export type Entry = PledgeEntry | MemberStateEntry;

/**
 * Reads one entry of parsed JSON, `{name, asOf, facts}` or `{name, asOf, stateBars, pledges}` with days written
 * `YYYY-MM-DD`, or tells all that is wrong with it. What may be absent may be left out or null; keys that are not
 * known are ignored.
 */
export function readEntry(
  value: unknown,
): { readonly entry: Entry } | { readonly problems: readonly InputProblem[] } {
  const problems: InputProblem[] = [];
  const entry = readKnownEntry(new Field(value, '', problems));
  return problems.length > 0 ? { problems } : { entry };
}

/** The same for the facts of one pledge alone. */
export function readFacts(
  value: unknown,
  asOf: Day,
): { readonly facts: Facts } | { readonly problems: readonly InputProblem[] } {
  const problems: InputProblem[] = [];
  const facts = factsIn(new Field(value, 'facts', problems), asOf);
  return problems.length > 0 ? { problems } : { facts };
}

function readKnownEntry(field: Field): Entry {
  return field.object((entry) => {
    const name = entry.at('name').text();
    const asOf = entry.at('asOf').day();
    const ofMemberState = entry.has('pledges') || entry.has('stateBars');
    if (entry.has('facts') && ofMemberState) entry.refuse('must have either facts, or stateBars and pledges');
    if (!ofMemberState) return { kind: 'PLEDGE', name, asOf, facts: factsIn(entry.at('facts'), asOf) };
    const stateBars = entry.at('stateBars').list(barIn);
    const pledges = entry.at('pledges').list((pledge) => factsIn(pledge, asOf));
    return { kind: 'MEMBER_STATE', name, asOf, stateBars, pledges };
  });
}

/** A pledge that was never accepted has no day of registration. */
const NEVER_REGISTERED: readonly LifecycleState[] = ['DRAFT', 'SUBMITTED', 'REJECTED', 'WITHDRAWN'];

function factsIn(field: Field, asOf: Day): Facts {
  const past = (date: Field): Day => date.pastDay(asOf);
  return field.object((facts) => {
    const lifecycle = facts.at('lifecycle').oneOf(LIFECYCLE_STATES);
    const registeredOn = facts.at('registeredOn');
    return {
      lifecycle,
      registeredOn: NEVER_REGISTERED.includes(lifecycle) ? registeredOn.optional(past) : past(registeredOn),
      confirmedOn: facts.at('confirmedOn').optional(past),
      registeredLevel: facts.at('registeredLevel').oneOf(LEVELS),
      documents: facts.at('documents').list(documentIn),
      aav: facts.at('aav').optional((aav) => aavIn(aav, asOf)),
      measurements: measurementsIn(facts.at('measurements')),
      criticalLines: facts
        .at('criticalLines')
        .list((item) => item.object((line) => ({ item: line.at('item').text(), ...measurementIn(line) }))),
      rdl: facts.at('rdl').optional((rdl) => rdlIn(rdl, asOf)),
      caveats: facts.at('caveats').list(caveatIn),
      humanRightsScreening: facts.at('humanRightsScreening').oneOf(SCREENING_STATES),
      bars: facts.at('bars').list(barIn),
      lastEvaluation: facts.at('lastEvaluation').optional((item) => evaluationIn(item, asOf)),
      improvementPlan: facts.at('improvementPlan').optional(planIn),
      assessments: facts.at('assessments').list((item) => assessmentIn(item, asOf)),
      hospitalDeficiencies: facts.at('hospitalDeficiencies').list(deficiencyIn),
      plannedDeploymentOn: facts.at('plannedDeploymentOn').optional(day),
      unitCertificateOn: facts.at('unitCertificateOn').optional(day),
    };
  });
}

function documentIn(field: Field): Facts['documents'][number] {
  return field.object((document) => ({
    type: document.at('type').oneOf(DOCUMENT_TYPES),
    receivedOn: document.at('receivedOn').day(),
    validUntil: document.at('validUntil').nullable(day),
  }));
}

function aavIn(field: Field, asOf: Day): AavFact {
  return field.object((aav) => ({
    date: aav.at('date').pastDay(asOf),
    outcome: aav.at('outcome').oneOf(AAV_OUTCOMES),
    openRecommendations: aav.at('openRecommendations').count(),
    criticalFindings: aav.at('criticalFindings').list((item) =>
      item.object((finding) => ({
        id: finding.at('id').text(),
        dueOn: finding.at('dueOn').day(),
        closedOn: finding.at('closedOn').nullable(day),
      })),
    ),
  }));
}

function measurementIn(field: Field): Measurement {
  return field.object((counts) => ({
    required: counts.at('required').count(),
    available: counts.at('available').count(),
  }));
}

function measurementsIn(field: Field): Facts['measurements'] {
  return field.object((measurements) => ({
    personnel: measurements.at('personnel').nullable(measurementIn),
    equipmentOnHand: measurements.at('equipmentOnHand').nullable(measurementIn),
    serviceability: measurements.at('serviceability').nullable(measurementIn),
    selfSustainment: measurements.at('selfSustainment').nullable(measurementIn),
  }));
}

function rdlIn(field: Field, asOf: Day): RdlFact {
  return field.object((rdl) => ({
    agreementFrom: rdl.at('agreementFrom').day(),
    agreementUntil: rdl.at('agreementUntil').day(),
    commitmentDays: rdl.at('commitmentDays').count(),
    verification: rdl.at('verification').nullable((item) =>
      item.object((verification) => ({
        date: verification.at('date').pastDay(asOf),
        outcome: verification.at('outcome').oneOf(VERIFICATION_OUTCOMES),
      })),
    ),
  }));
}

function caveatIn(field: Field): CaveatFact {
  return field.object((caveat) => {
    const kind = caveat.at('kind').oneOf(CAVEAT_KINDS);
    const resolveBy = caveat.at('resolveBy');
    return {
      id: caveat.at('id').text(),
      kind,
      resolveBy: kind === 'UNDECLARED' ? resolveBy.day() : resolveBy.optional(day),
      resolvedOn: caveat.at('resolvedOn').nullable(day),
    };
  });
}

function barIn(field: Field): BarFact {
  return field.object((bar) => ({
    decision: bar.at('decision').text(),
    from: bar.at('from').day(),
    until: bar.at('until').nullable(day),
  }));
}

function evaluationIn(field: Field, asOf: Day): NonNullable<Facts['lastEvaluation']> {
  return field.object((evaluation) => ({
    date: evaluation.at('date').pastDay(asOf),
    verdict: evaluation.at('verdict').oneOf(VERDICTS),
  }));
}

function planIn(field: Field): NonNullable<Facts['improvementPlan']> {
  return field.object((plan) => ({
    state: plan.at('state').oneOf(PLAN_STATES),
    dueOn: plan.at('dueOn').day(),
  }));
}

function assessmentIn(field: Field, asOf: Day): Facts['assessments'][number] {
  return field.object((assessment) => ({
    kind: assessment.at('kind').oneOf(ASSESSMENT_KINDS),
    date: assessment.at('date').pastDay(asOf),
    outcome: assessment.at('outcome').oneOf(ASSESSMENT_OUTCOMES),
    openConditions: assessment.at('openConditions').count(),
  }));
}

function deficiencyIn(field: Field): Facts['hospitalDeficiencies'][number] {
  return field.object((deficiency) => ({
    id: deficiency.at('id').text(),
    closedOn: deficiency.at('closedOn').nullable(day),
  }));
}
