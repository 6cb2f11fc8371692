import { ProblemError } from '#platform/problem.js';
import { interval } from '#platform/record/rules.js';
import { isReturn } from '#pledges/history.js';
import { TRANSITIONS } from '#pledges/lifecycle.js';
import { afterRegistration } from '#pledges/pledge-standing.js';
import { certifiable } from '#pledges/unit-certificate.kind.js';
import type { Day } from '#readiness/day.js';
import type { CaveatKind, RdlFact } from '#readiness/facts.js';
import type { RecordedFacts } from './facts.js';
import { dayNumber, earliest } from './status-of-pledges.js';
import {
  closedIn,
  happenedOn,
  namesOf,
  plain,
  shortName,
  type Edit,
  type Supposing,
} from './suppose-edit.js';
import type {
  SupposedAgreementInput,
  SupposedCertificateInput,
  SupposedConfirmationInput,
  SupposedDeclaredCaveatInput,
  SupposedDeploymentPlanInput,
  SupposedDocumentInput,
  SupposedLevelInput,
  SupposedReportedCaveatInput,
  SupposedScreeningInput,
  SupposedSettlementInput,
  SupposedStepInput,
} from './suppose.input.js';

export const documentReceived: Edit<SupposedDocumentInput> = ({ documents }, said, supposing) => {
  const { type, validUntil } = said;
  const receivedOn = happenedOn(supposing, 'receivedOn', said.receivedOn);
  interval('validUntil', receivedOn, validUntil);
  const last = validUntil ? dayNumber(validUntil) : null;
  return { documents: [...documents, { type, receivedOn: dayNumber(receivedOn), validUntil: last }] };
};

export const confirmed: Edit<SupposedConfirmationInput> = (facts, said, supposing) => {
  const confirmedOn = happenedOn(supposing, 'confirmedOn', said.confirmedOn);
  afterRegistration(supposing.standing, 'confirmedOn', confirmedOn);
  return latestOf(facts, 'confirmedOn', dayNumber(confirmedOn));
};

const latestOf = (
  facts: RecordedFacts,
  name: 'confirmedOn' | 'unitCertificateOn',
  day: Day,
): Partial<RecordedFacts> => (day < (facts[name] ?? day) ? {} : plain(facts, { [name]: day }));

export const screened: Edit<SupposedScreeningInput> = (facts, { result }, supposing) => {
  happenedOn(supposing, '');
  return plain(facts, { humanRightsScreening: result });
};

export const caveatDeclared: Edit<SupposedDeclaredCaveatInput> = (facts, said, supposing) =>
  caveatKnown(facts, 'DECLARED', said, supposing);

export const caveatReported: Edit<SupposedReportedCaveatInput> = (facts, said, supposing) =>
  caveatKnown(facts, 'UNDECLARED', said, supposing);

function caveatKnown(
  { caveats }: RecordedFacts,
  kind: CaveatKind,
  { reference, resolveBy }: SupposedDeclaredCaveatInput,
  supposing: Supposing,
): Partial<RecordedFacts> {
  interval('resolveBy', happenedOn(supposing, ''), resolveBy);
  const id = shortName(reference, namesOf(caveats));
  const last = resolveBy ? dayNumber(resolveBy) : null;
  return { caveats: [...caveats, { id, kind, resolveBy: last, resolvedOn: null }] };
}

export const caveatSettled: Edit<SupposedSettlementInput> = ({ caveats }, { caveat }, { asOf }) => {
  const resolvedOn = dayNumber(asOf);
  return {
    caveats: closedIn(
      caveats,
      { field: 'caveat', name: caveat },
      (each) => each.resolvedOn,
      (each) => ({ ...each, resolvedOn }),
    ),
  };
};

/** Of two agreements the one that counts does, and the other may when it begins. */
export const rdlAgreed: Edit<SupposedAgreementInput> = (facts, said, supposing) => {
  const { rdlEligible, unitType } = supposing.standing;
  if (!rdlEligible) throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', { field: '', value: unitType });
  happenedOn(supposing, '');
  const fromOn = said.fromOn ?? supposing.asOf;
  interval('untilOn', fromOn, said.untilOn);
  const { rdl, unagreedVerification: verification } = facts;
  const terms = { agreementFrom: dayNumber(fromOn), agreementUntil: dayNumber(said.untilOn) };
  const signed = { ...terms, commitmentDays: said.commitmentDays };
  if (rdl === null) return { rdl: { ...signed, verification }, unagreedVerification: null };
  if (overlaps(rdl, terms)) {
    const at = { field: 'fromOn', value: `${fromOn} – ${said.untilOn}` };
    throw ProblemError.invalid('OVERLAPS', at);
  }
  const today = dayNumber(supposing.asOf);
  const counts = countsBefore(today, signed, rdl);
  const other = counts ? rdl : signed;
  const begins = [rdl.anotherFrom ?? null, other.agreementFrom > today ? other.agreementFrom : null];
  return {
    rdl: {
      ...rdl,
      ...(counts ? signed : {}),
      ...(counts ? { records: {} } : {}),
      anotherFrom: earliest(begins),
    },
  };
};

type Terms = Pick<RdlFact, 'agreementFrom' | 'agreementUntil'>;

/** One agreement is in force on any day; of those that do not count the facts know when the next begins. */
const overlaps = (
  rdl: NonNullable<RecordedFacts['rdl']>,
  { agreementFrom, agreementUntil }: Terms,
): boolean =>
  (agreementFrom <= rdl.agreementUntil && agreementUntil >= rdl.agreementFrom) ||
  (typeof rdl.anotherFrom === 'number' &&
    agreementFrom <= rdl.anotherFrom &&
    agreementUntil >= rdl.anotherFrom);

/** The one in force; else the next to begin; else the last to end. They never overlap, so none are alike. */
function countsBefore(today: Day, one: Terms, other: Terms): boolean {
  const rank = ({ agreementFrom, agreementUntil }: Terms) =>
    agreementFrom > today ? 1 : agreementUntil < today ? 2 : 0;
  if (rank(one) !== rank(other)) return rank(one) < rank(other);
  return rank(one) === 1
    ? one.agreementFrom < other.agreementFrom
    : one.agreementUntil > other.agreementUntil;
}

/** A plan of the day on which the unit returned ends with that deployment. */
export const deploymentPlanned: Edit<SupposedDeploymentPlanInput> = (facts, { deploymentOn }, supposing) => {
  const plannedOn = happenedOn(supposing, '');
  interval('deploymentOn', plannedOn, deploymentOn);
  if (returnedSince(supposing, plannedOn)) return {};
  return plain(facts, { plannedDeploymentOn: deploymentOn ? dayNumber(deploymentOn) : null });
};

export const unitCertificateReceived: Edit<SupposedCertificateInput> = (facts, said, supposing) => {
  const { standing } = supposing;
  const receivedOn = happenedOn(supposing, 'receivedOn', said.receivedOn);
  certifiable(standing, '', receivedOn);
  if (returnedSince(supposing, receivedOn)) return {};
  return latestOf(facts, 'unitCertificateOn', dayNumber(receivedOn));
};

const returnedSince = ({ standing }: Supposing, day: string): boolean =>
  standing.steps.some(({ state, occurredOn }) => state === 'RETURNED' && occurredOn >= day);

export const stepTaken: Edit<SupposedStepInput> = (facts, { to }, { asOf }) => {
  const from = facts.lifecycle;
  const allowed = TRANSITIONS[from];
  if (!allowed.includes(to)) throw ProblemError.transition(from, to, allowed);
  const today = dayNumber(asOf);
  return plain(facts, {
    lifecycle: to,
    ...(to === 'REGISTERED' && facts.registeredOn === null ? { registeredOn: today } : {}),
    ...(isReturn(from, to) ? { confirmedOn: today } : {}),
    ...(to === 'RETURNED' ? { plannedDeploymentOn: null, unitCertificateOn: null } : {}),
  });
};

export const levelDecided: Edit<SupposedLevelInput> = (facts, { level }, supposing) => {
  afterRegistration(supposing.standing, 'level', happenedOn(supposing, ''));
  return plain(facts, { registeredLevel: level });
};
