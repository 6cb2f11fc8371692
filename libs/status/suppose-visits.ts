import { VISIT_KINDS } from '#assessments/visit-kinds.js';
import { ProblemError } from '#platform/problem.js';
import { notBefore, notMoreThan } from '#platform/record/rules.js';
import type { Day } from '#readiness/day.js';
import {
  AAV_OUTCOMES,
  ASSESSMENT_KINDS,
  ASSESSMENT_OUTCOMES,
  VERIFICATION_OUTCOMES,
  type AssessmentKind,
  type CriticalFinding,
} from '#readiness/facts.js';
import { dayNumber } from './status-of-pledges.js';
import {
  closedIn,
  happenedOn,
  namesOf,
  shortName,
  takesPlaceOf,
  type Edit,
  type Supposing,
} from './suppose-edit.js';
import type {
  SupposedAdvisoryVisitInput,
  SupposedAnswersInput,
  SupposedAssessmentInput,
  SupposedDeficiencyClosureInput,
  SupposedDeficiencyInput,
  SupposedFindingClosureInput,
  SupposedFindingInput,
  SupposedVerificationInput,
} from './suppose.input.js';

const concluded = ({ date, outcome }: { date: Day; outcome: string }) => ({ date, word: outcome });

/** The latest visit replaces those before it whole, findings and recommendations too. */
export const advisoryVisitHeld: Edit<SupposedAdvisoryVisitInput> = ({ aav }, said, supposing) => {
  const heldUntil = happenedOn(supposing, 'heldUntil', said.heldUntil);
  const now = { date: dayNumber(heldUntil), outcome: said.outcome };
  const criticalFindings: CriticalFinding[] = [];
  for (const [place, finding] of (said.criticalFindings ?? []).entries()) {
    notBefore('BEFORE_OPENING', `criticalFindings.${place}.dueOn`, finding.dueOn, heldUntil);
    criticalFindings.push(openFinding(finding, namesOf(criticalFindings)));
  }
  if (!takesPlaceOf(aav && concluded(aav), concluded(now), AAV_OUTCOMES)) return {};
  return { aav: { ...now, openRecommendations: said.openRecommendations ?? 0, criticalFindings } };
};

const openFinding = (
  { reference, dueOn }: SupposedFindingInput,
  taken: readonly string[],
): CriticalFinding => ({ id: shortName(reference, taken), dueOn: dayNumber(dueOn), closedOn: null });

export const verificationHeld: Edit<SupposedVerificationInput> = (facts, said, supposing) => {
  lookedAt(supposing, 'RDL_VERIFICATION');
  const date = dayNumber(happenedOn(supposing, 'heldUntil', said.heldUntil));
  const { rdl, unagreedVerification } = facts;
  const before = rdl === null ? unagreedVerification : rdl.verification;
  const verification = { date, outcome: said.outcome };
  if (!takesPlaceOf(before && concluded(before), concluded(verification), VERIFICATION_OUTCOMES)) return {};
  return rdl === null ? { unagreedVerification: verification } : { rdl: { ...rdl, verification } };
};

export const assessmentHeld: Edit<SupposedAssessmentInput> = ({ assessments }, said, supposing) => {
  const { kind, outcome } = said;
  lookedAt(supposing, kind);
  const date = dayNumber(happenedOn(supposing, 'heldUntil', said.heldUntil));
  const before = assessments.find((each) => each.kind === kind) ?? null;
  const now = { kind, date, outcome, openConditions: said.openConditions ?? 0 };
  if (!takesPlaceOf(before && concluded(before), concluded(now), ASSESSMENT_OUTCOMES)) return {};
  return { assessments: [...assessments.filter((each) => each !== before), now] };
};

/** A kind of visit looks at some unit types only. */
function lookedAt({ standing }: Supposing, kind: 'RDL_VERIFICATION' | AssessmentKind): void {
  if (VISIT_KINDS[kind].looksAt(standing)) return;
  const at = { field: '', value: standing.unitType, limit: kind };
  throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', at);
}

/** Which of them were answered makes no difference to the rules. */
export const recommendationsAnswered: Edit<SupposedAnswersInput> = ({ aav, assessments }, said) => {
  const kind = ASSESSMENT_KINDS.find((each) => each === said.visit);
  const assessment = assessments.find((each) => each.kind === kind);
  const open = (kind === undefined ? aav?.openRecommendations : assessment?.openConditions) ?? 0;
  if (open === 0) throw ProblemError.notFound('visit', said.visit);
  notMoreThan('count', said.count, open);
  const left = open - (said.count ?? open);
  if (kind === undefined) return { aav: aav && { ...aav, openRecommendations: left } };
  return {
    assessments: assessments.map((each) => (each.kind === kind ? { ...each, openConditions: left } : each)),
  };
};

export const findingClosed: Edit<SupposedFindingClosureInput> = ({ aav }, { finding }, { asOf }) => {
  const closedOn = dayNumber(asOf);
  const criticalFindings = closedIn(
    aav?.criticalFindings ?? [],
    { field: 'finding', name: finding },
    (each) => each.closedOn,
    (each) => ({ ...each, closedOn }),
  );
  return { aav: aav && { ...aav, criticalFindings } };
};

export const hospitalDeficiencyRaised: Edit<SupposedDeficiencyInput> = (facts, said, supposing) => {
  const { medical, unitType } = supposing.standing;
  if (!medical) throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', { field: '', value: unitType });
  happenedOn(supposing, '');
  const { hospitalDeficiencies } = facts;
  const id = shortName(said.reference, namesOf(hospitalDeficiencies));
  return { hospitalDeficiencies: [...hospitalDeficiencies, { id, closedOn: null }] };
};

export const hospitalDeficiencyClosed: Edit<SupposedDeficiencyClosureInput> = (
  { hospitalDeficiencies },
  { deficiency },
  { asOf },
) => {
  const closedOn = dayNumber(asOf);
  return {
    hospitalDeficiencies: closedIn(
      hospitalDeficiencies,
      { field: 'deficiency', name: deficiency },
      (each) => each.closedOn,
      (each) => ({ ...each, closedOn }),
    ),
  };
};
