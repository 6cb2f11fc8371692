// The rules as one would first write them down from their description: days as texts, a date object for each sum of
// months, a list for each question, JSON for each comparison. Nothing of it is served; it says what the tuning of
// `readiness` is worth, and has to come to the same answers before it is timed.
import type { Day } from '#readiness/day.js';
import {
  DIMENSIONS,
  LEVEL_1_DOCUMENTS,
  LEVEL_3_DOCUMENTS,
  LEVELS,
  SEVERITIES,
  STANDING_OF,
  type DocumentType,
  type Facts,
  type Severity,
} from '#readiness/facts.js';
import type { Bands, ReadinessParameters } from '#readiness/parameters.js';

/** Facts as they stand in a file, with days as texts. */
export type Written<Value> = Value extends Day
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Written<Value[Key]> }
      : Value;
export type WrittenFacts = Written<Facts>;

interface PlainReason {
  readonly severity: Severity;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface PlainEvaluation {
  readonly level: string;
  readonly status: string;
  readonly reasons: readonly PlainReason[];
  readonly nextChangeOn: string | null;
}

const textOf = (date: Date): string => date.toISOString().slice(0, 10);
const daysLater = (day: string, days: number): string =>
  textOf(new Date(Date.parse(day) + days * 86_400_000));

function monthsLater(day: string, months: number): string {
  const date = new Date(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return textOf(last);
}

const isOutside = ({ lifecycle }: WrittenFacts) => STANDING_OF[lifecycle] === 'OUTSIDE';
const isOpen = (closedOn: string | null, asOf: string) => closedOn === null || closedOn > asOf;
const percent = (available: number, required: number) => Math.trunc((available * 1000) / required) / 10;

interface Asked {
  readonly facts: WrittenFacts;
  readonly asOf: string;
  readonly rules: ReadinessParameters;
}

/** Level, status, reasons and next change of a pledge on a day. */
export function plainEvaluation(
  facts: WrittenFacts,
  asOf: string,
  rules: ReadinessParameters,
): PlainEvaluation {
  const today = outcome({ facts, asOf, rules });
  const said = JSON.stringify(today);
  const next = daysThatCount({ facts, asOf, rules }).find(
    (day) => JSON.stringify(outcome({ facts, asOf: day, rules })) !== said,
  );
  return { ...today, nextChangeOn: next ?? null };
}

function outcome(asked: Asked): Omit<PlainEvaluation, 'nextChangeOn'> {
  const { lifecycle } = asked.facts;
  if (isOutside(asked.facts)) {
    const reasons = [{ severity: 'INFO', code: 'LIFECYCLE', params: { state: lifecycle } } as const];
    return { level: 'NONE', status: 'NOT_IN_POOL', reasons };
  }
  const level = levelOf(asked);
  const reasons = [
    ...documents(asked, level),
    ...validity(asked),
    ...visit(asked),
    ...measurements(asked),
    ...rapidDeployment(asked),
    ...restrictions(asked),
    ...performance(asked),
    ...certification(asked),
  ].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compare(a.code, b.code) ||
      compare(sortedJson(a.params), sortedJson(b.params)),
  );
  const statuses = {
    BLOCKER: 'BLOCKED',
    FAIL: 'NOT_READY',
    GAP: 'NOT_ESTABLISHED',
    CONDITION: 'CONDITIONAL',
    INFO: 'READY',
  };
  return { level, status: statuses[reasons[0]?.severity ?? 'INFO'], reasons };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortedJson = (params: PlainReason['params']) =>
  JSON.stringify(Object.fromEntries(Object.entries(params).sort(([a], [b]) => compare(a, b))));

const reason = (severity: Severity, code: string, params: PlainReason['params'] = {}): PlainReason => ({
  severity,
  code,
  params,
});

function copyOf({ facts, asOf }: Asked, type: DocumentType) {
  const held = facts.documents.filter((document) => document.type === type && document.receivedOn <= asOf);
  return held.sort((a, b) => compare(b.validUntil ?? '9999-99-99', a.validUntil ?? '9999-99-99'))[0];
}

function isHeld(asked: Asked, type: DocumentType): boolean {
  const copy = copyOf(asked, type);
  return copy !== undefined && (copy.validUntil === null || copy.validUntil >= asked.asOf);
}

function validUntil({ facts, rules }: Asked): string | null {
  if (facts.lifecycle !== 'REGISTERED' || facts.registeredOn === null) return null;
  const initial = monthsLater(facts.registeredOn, rules.initialValidityMonths);
  if (facts.confirmedOn === null) return initial;
  const renewed = monthsLater(facts.confirmedOn, rules.renewalValidityMonths);
  return renewed > initial ? renewed : initial;
}

const isLow = ({ required, available }: { required: number; available: number }, bound: number) =>
  required > 0 && available * 100 < bound * required;

function levelOf(asked: Asked): string {
  const { facts, asOf, rules } = asked;
  const until = validUntil(asked);
  const lapsed = until !== null && asOf > daysLater(until, rules.graceDays);
  if (lapsed || !LEVEL_1_DOCUMENTS.every((type) => isHeld(asked, type))) return 'NONE';
  const { aav, rdl, measurements: counts } = facts;
  if (aav === null || aav.outcome === 'UNSATISFACTORY') return 'LEVEL_1';
  if (facts.lifecycle === 'REGISTERED' && asOf > monthsLater(aav.date, rules.aavExpiresMonths))
    return 'LEVEL_1';
  if (aav.criticalFindings.some((finding) => isOpen(finding.closedOn, asOf) && asOf > finding.dueOn))
    return 'LEVEL_1';
  if (!LEVEL_3_DOCUMENTS.every((type) => isHeld(asked, type))) return 'LEVEL_2';
  if (rdl === null || asOf < rdl.agreementFrom || asOf > rdl.agreementUntil) return 'LEVEL_3';
  if (rdl.verification?.outcome !== 'PASS') return 'LEVEL_3';
  if (asOf > monthsLater(rdl.verification.date, rules.rdlVerificationMonths)) return 'LEVEL_3';
  if (rdl.commitmentDays > rules.rdlCommitmentDays || counts.serviceability === null) return 'LEVEL_3';
  return isLow(counts.serviceability, rules.rdlServiceabilityPercent) ? 'LEVEL_3' : 'RDL';
}

function documents(asked: Asked, level: string): PlainReason[] {
  const lacks = (types: readonly DocumentType[], severity: Severity, ending: string) =>
    types
      .filter((type) => !isHeld(asked, type))
      .map((doc) => {
        const until = copyOf(asked, doc)?.validUntil;
        return typeof until !== 'string'
          ? reason(severity, `DOC_MISSING${ending}`, { doc })
          : reason(severity, `DOC_EXPIRED${ending}`, { doc, validUntil: until });
      });
  const found = lacks(LEVEL_1_DOCUMENTS, 'GAP', '');
  const { registeredLevel: registered } = asked.facts;
  const rank = (name: string) => LEVELS.findIndex((each) => each === name);
  if (rank(registered) <= rank(level)) return found;
  found.push(reason('INFO', 'LEVEL_DISCREPANCY', { registered, computed: level }));
  return rank(registered) < rank('LEVEL_3')
    ? found
    : [...found, ...lacks(LEVEL_3_DOCUMENTS, 'CONDITION', '_FOR_LEVEL')];
}

function validity(asked: Asked): PlainReason[] {
  const until = validUntil(asked);
  if (until === null || asked.asOf <= until) return [];
  return asked.asOf > daysLater(until, asked.rules.graceDays)
    ? [reason('GAP', 'PLEDGE_LAPSED', { validUntil: until })]
    : [reason('CONDITION', 'PLEDGE_CONFIRMATION_OVERDUE', { validUntil: until })];
}

function visit({ facts: { aav, lifecycle }, asOf, rules }: Asked): PlainReason[] {
  if (aav === null) return [reason('GAP', 'NO_AAV')];
  const found = aav.criticalFindings
    .filter(({ closedOn }) => isOpen(closedOn, asOf))
    .map(({ id, dueOn }) =>
      asOf > dueOn
        ? reason('FAIL', 'AAV_CRITICAL_FINDING_OVERDUE', { finding: id, due: dueOn })
        : reason('CONDITION', 'AAV_CRITICAL_FINDING_OPEN', { finding: id, due: dueOn }),
    );
  if (aav.outcome === 'UNSATISFACTORY')
    return [...found, reason('FAIL', 'AAV_UNSATISFACTORY', { date: aav.date })];
  const expired = monthsLater(aav.date, rules.aavExpiresMonths);
  if (lifecycle === 'REGISTERED' && asOf > expired)
    return [...found, reason('GAP', 'AAV_EXPIRED', { expired })];
  const since = monthsLater(aav.date, rules.aavCurrentMonths);
  if (lifecycle === 'REGISTERED' && asOf > since) found.push(reason('CONDITION', 'AAV_STALE', { since }));
  if (aav.openRecommendations > 0)
    found.push(reason('CONDITION', 'AAV_RECOMMENDATIONS_OPEN', { count: aav.openRecommendations }));
  return found;
}

const bandOf = (measurement: { required: number; available: number }, bands: Bands) =>
  [...bands.map((bound) => !isLow(measurement, bound)), true].indexOf(true) + 1;

function measurements({ facts, rules }: Asked): PlainReason[] {
  return DIMENSIONS.flatMap((dimension) => {
    const measurement = facts.measurements[dimension];
    if (measurement === null) return facts.aav === null ? [] : [reason('GAP', 'DATA_MISSING', { dimension })];
    const bands = rules.bands[dimension];
    const lines = dimension === 'equipmentOnHand' && measurement.required > 0 ? facts.criticalLines : [];
    const [worst] = lines
      .filter(({ required }) => required > 0)
      .toSorted((a, b) => a.available * b.required - b.available * a.required || compare(a.item, b.item));
    const own = bandOf(measurement, bands);
    const line = worst !== undefined && bandOf(worst, bands) > own ? worst : undefined;
    const { available, required } = line ?? measurement;
    const band = line === undefined ? own : bandOf(line, bands);
    if (band === 1) return [];
    const params = { dimension, pct: percent(available, required), ...(line && { criticalLine: line.item }) };
    return [reason(band === 2 ? 'CONDITION' : 'FAIL', `RATING_${band}`, params)];
  });
}

function rapidDeployment({ facts: { rdl, measurements: counts }, asOf, rules }: Asked): PlainReason[] {
  if (rdl === null) return [];
  const found: PlainReason[] = [];
  if (asOf < rdl.agreementFrom || asOf > rdl.agreementUntil)
    found.push(reason('INFO', 'RDL_AGREEMENT_NOT_IN_FORCE', { until: rdl.agreementUntil }));
  if (rdl.verification?.outcome !== 'PASS') found.push(reason('INFO', 'RDL_VERIFICATION_NOT_PASSED'));
  else {
    const expired = monthsLater(rdl.verification.date, rules.rdlVerificationMonths);
    if (asOf > expired) found.push(reason('INFO', 'RDL_VERIFICATION_EXPIRED', { expired }));
  }
  if (rdl.commitmentDays > rules.rdlCommitmentDays)
    found.push(reason('INFO', 'RDL_COMMITMENT_TOO_LONG', { days: rdl.commitmentDays }));
  const { serviceability } = counts;
  if (serviceability === null) found.push(reason('INFO', 'RDL_SERVICEABILITY_UNKNOWN'));
  else if (isLow(serviceability, rules.rdlServiceabilityPercent)) {
    const pct = percent(serviceability.available, serviceability.required);
    found.push(reason('INFO', 'RDL_SERVICEABILITY_LOW', { pct }));
  }
  return found;
}

function restrictions({ facts, asOf }: Asked): PlainReason[] {
  const { lifecycle, humanRightsScreening } = facts;
  const caveats = facts.caveats
    .filter(({ resolvedOn }) => isOpen(resolvedOn, asOf))
    .map(({ id, kind, resolveBy }) => {
      if (kind === 'DECLARED') return reason('CONDITION', 'CAVEAT_DECLARED', { caveat: id });
      const params = { caveat: id, resolveBy: resolveBy ?? '' };
      return asOf > params.resolveBy
        ? reason('BLOCKER', 'CAVEAT_UNDECLARED_OVERDUE', params)
        : reason('FAIL', 'CAVEAT_UNDECLARED_OPEN', params);
    });
  const bars = facts.bars
    .filter(({ from, until }) => from <= asOf && (until === null || asOf <= until))
    .map(({ decision }) => reason('BLOCKER', 'DEPLOYMENT_BAR', { decision }));
  const screening = {
    CERTIFIED: [],
    REFUSED: [reason('BLOCKER', 'HR_SCREENING_REFUSED')],
    PENDING: [reason(lifecycle === 'REGISTERED' ? 'INFO' : 'GAP', 'HR_SCREENING_PENDING')],
  };
  return [...caveats, ...bars, ...screening[humanRightsScreening]];
}

function performance(asked: Asked): PlainReason[] {
  const { facts, asOf, rules } = asked;
  const assessments = facts.assessments
    .filter(({ date }) => asOf <= monthsLater(date, rules.assessmentRelevantMonths))
    .flatMap(({ kind, date, outcome: result, openConditions: count }) => {
      if (result === 'FAIL') return [reason('FAIL', 'ASSESSMENT_FAILED', { kind, date })];
      return count > 0 ? [reason('CONDITION', 'ASSESSMENT_CONDITIONS_OPEN', { kind, count })] : [];
    });
  const deficiencies = facts.hospitalDeficiencies
    .filter(({ closedOn }) => isOpen(closedOn, asOf))
    .map(({ id }) => reason('FAIL', 'HOSPITAL_DEFICIENCY_OPEN', { deficiency: id }));
  return [...assessments, ...deficiencies, ...improvementPlan(asked)];
}

function improvementPlan({ facts, asOf, rules }: Asked): PlainReason[] {
  const { lastEvaluation: last, improvementPlan: plan } = facts;
  const speaks = last !== null && asOf <= monthsLater(last.date, rules.evaluationRelevantMonths);
  const verdict = speaks && last.verdict !== 'SATISFACTORY' ? last.verdict : null;
  const severity = verdict === 'UNSATISFACTORY' ? 'FAIL' : 'CONDITION';
  if (plan?.state === 'OPEN') {
    if (asOf > plan.dueOn) return [reason(severity, 'PLAN_OVERDUE', { due: plan.dueOn })];
    return verdict === null ? [] : [reason('CONDITION', 'PLAN_ON_TRACK', { due: plan.dueOn })];
  }
  if (verdict === null) return [];
  if (plan === null) return [reason(severity, 'PLAN_MISSING', { verdict })];
  if (plan.state === 'CLOSED_NOT_ACHIEVED') return [reason(severity, 'PLAN_NOT_ACHIEVED', { verdict })];
  return [reason(verdict === 'UNSATISFACTORY' ? 'CONDITION' : 'INFO', 'REEVALUATION_DUE', { verdict })];
}

function certification({ facts, asOf, rules }: Asked): PlainReason[] {
  const { lifecycle, plannedDeploymentOn: planned, unitCertificateOn: submitted } = facts;
  if (planned === null || STANDING_OF[lifecycle] !== 'COMMITTED') return [];
  const due = monthsLater(planned, -rules.unitCertificateMonths);
  if (submitted !== null && submitted <= asOf)
    return submitted > due ? [reason('CONDITION', 'CERTIFICATION_LATE', { due, submitted })] : [];
  return [
    asOf > due
      ? reason('FAIL', 'CERTIFICATION_OVERDUE', { due })
      : reason('INFO', 'CERTIFICATION_DUE', { due }),
  ];
}

/** Every later day on which anything could change: each that the facts name, the day after it, and each that is counted from it. */
function daysThatCount({ facts, asOf, rules }: Asked): string[] {
  if (isOutside(facts)) return [];
  const { aav, rdl, lastEvaluation, plannedDeploymentOn } = facts;
  const named = JSON.stringify(facts).match(/\d{4}-\d\d-\d\d/g) ?? [];
  const counted: [from: string | null | undefined, months: number][] = [
    [aav?.date, rules.aavCurrentMonths],
    [aav?.date, rules.aavExpiresMonths],
    [rdl?.verification?.date, rules.rdlVerificationMonths],
    [lastEvaluation?.date, rules.evaluationRelevantMonths],
    ...facts.assessments.map(({ date }): [string, number] => [date, rules.assessmentRelevantMonths]),
    [plannedDeploymentOn, -rules.unitCertificateMonths],
  ];
  const ends = counted.flatMap(([from, months]) =>
    typeof from === 'string' ? [monthsLater(from, months)] : [],
  );
  const until = validUntil({ facts, asOf, rules });
  const valid = until === null ? [] : [until, daysLater(until, rules.graceDays)];
  const days = [...named, ...ends, ...valid].flatMap((day) => [day, daysLater(day, 1)]);
  return [...new Set(days)].filter((day) => day > asOf).sort(compare);
}
