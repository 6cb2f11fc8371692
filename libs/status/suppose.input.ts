import type { Type } from '@nestjs/common';
import { InputType, OmitType } from '@nestjs/graphql';
import { CodeField, CountField, DayField, PartField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PLAN_OUTCOMES } from '#performance/plan-outcome.kind.js';
import { MeasurementContent } from '#pledges/measurement.input.js';
import {
  AAV_OUTCOMES,
  ASSESSMENT_KINDS,
  ASSESSMENT_OUTCOMES,
  DOCUMENT_TYPES,
  LEVELS,
  LIFECYCLE_STATES,
  SCREENING_STATES,
  VERDICTS,
  VERIFICATION_OUTCOMES,
  type AavOutcome,
  type AssessmentKind,
  type AssessmentOutcome,
  type DocumentType,
  type Level,
  type LifecycleState,
  type ScreeningState,
  type Verdict,
  type VerificationOutcome,
} from '#readiness/facts.js';

// What may be supposed, in the words of the mutation that would record it. A day is said only where a rule looks at it;
// everything else is supposed to have happened on the day asked of.

/** More open points than any visit leaves behind. */
const MOST_POINTS = 1_000;
const HELD = 'Its last day, from which it counts; left out, the day asked of.';
const REFERENCE = 'The short name that reasons give it; left out, the next free one of S-1, S-2 …';
const NAMED = 'By its short name, as the reason says it.';
const DAY_ASKED = 'Left out, the day asked of.';

@InputType()
export class SupposedFindingInput {
  @TextField(20, { optional: true, description: REFERENCE })
  reference?: string | null;

  @DayField()
  dueOn!: PlainDate;
}

@InputType()
export class SupposedAdvisoryVisitInput {
  @DayField({ optional: true, description: HELD })
  heldUntil?: PlainDate | null;

  @CodeField(AAV_OUTCOMES)
  outcome!: AavOutcome;

  @CountField(MOST_POINTS, { optional: true, description: 'Left out, none is open.' })
  openRecommendations?: number | null;

  @PartField(SupposedFindingInput, {
    each: true,
    optional: true,
    description: 'Open ones; left out, it made none.',
  })
  criticalFindings?: SupposedFindingInput[] | null;
}

@InputType()
export class SupposedVerificationInput {
  @DayField({ optional: true, description: HELD })
  heldUntil?: PlainDate | null;

  @CodeField(VERIFICATION_OUTCOMES)
  outcome!: VerificationOutcome;
}

@InputType()
export class SupposedAssessmentInput {
  @CodeField(ASSESSMENT_KINDS)
  kind!: AssessmentKind;

  @DayField({ optional: true, description: HELD })
  heldUntil?: PlainDate | null;

  @CodeField(ASSESSMENT_OUTCOMES)
  outcome!: AssessmentOutcome;

  @CountField(MOST_POINTS, { optional: true, description: 'Left out, none is open.' })
  openConditions?: number | null;
}

@InputType()
export class SupposedAnswersInput {
  @CodeField(['AAV', ...ASSESSMENT_KINDS], {
    description: 'The kind of visit whose recommendations, or conditions, are answered: the latest of it.',
  })
  visit!: 'AAV' | AssessmentKind;

  @CountField(MOST_POINTS, { optional: true, description: 'Left out, all that are open.' })
  count?: number | null;
}

@InputType()
export class SupposedFindingClosureInput {
  @TextField(20, { description: NAMED })
  finding!: string;
}

@InputType()
export class SupposedDeficiencyInput {
  @TextField(20, { optional: true, description: REFERENCE })
  reference?: string | null;
}

@InputType()
export class SupposedDeficiencyClosureInput {
  @TextField(20, { description: NAMED })
  deficiency!: string;
}

@InputType()
export class SupposedDocumentInput {
  @CodeField(DOCUMENT_TYPES)
  type!: DocumentType;

  @DayField({ optional: true, description: DAY_ASKED })
  receivedOn?: PlainDate | null;

  @DayField({ optional: true, description: 'Its last day of validity; left out, it never expires.' })
  validUntil?: PlainDate | null;
}

@InputType()
export class SupposedConfirmationInput {
  @DayField({ optional: true, description: DAY_ASKED })
  confirmedOn?: PlainDate | null;
}

@InputType({
  description: 'A dimension that is left out stays as it was last measured; at least one is said.',
})
export class SupposedMeasurementInput extends OmitType(
  MeasurementContent,
  ['measuredOn', 'visitId', 'note'] as const,
  InputType,
) {}

@InputType()
export class SupposedScreeningInput {
  @CodeField(SCREENING_STATES)
  result!: ScreeningState;
}

@InputType()
export class SupposedDeclaredCaveatInput {
  @TextField(20, { optional: true, description: REFERENCE })
  reference?: string | null;

  @DayField({ optional: true, description: 'The last day for its settlement.' })
  resolveBy?: PlainDate | null;
}

@InputType()
export class SupposedReportedCaveatInput {
  @TextField(20, { optional: true, description: REFERENCE })
  reference?: string | null;

  @DayField({ description: 'The last day for its settlement.' })
  resolveBy!: PlainDate;
}

@InputType()
export class SupposedSettlementInput {
  @TextField(20, { description: NAMED })
  caveat!: string;
}

@InputType()
export class SupposedBarInput {
  @TextField(40, { description: 'The reference of the decision.' })
  decision!: string;

  @DayField({
    optional: true,
    description: 'Its first day, which may lie ahead; left out, the day asked of.',
  })
  fromOn?: PlainDate | null;

  @DayField({ optional: true, description: 'Its last day; left out, it holds until further notice.' })
  untilOn?: PlainDate | null;
}

@InputType()
export class SupposedLiftingInput {
  @TextField(40, { description: 'The reference of the decision, as the reason says it.' })
  decision!: string;

  @DayField({ optional: true, description: `The first day on which it is in force no longer. ${DAY_ASKED}` })
  liftedOn?: PlainDate | null;
}

@InputType()
export class SupposedAgreementInput {
  @DayField({
    optional: true,
    description: 'Its first day, which may lie ahead; left out, the day asked of.',
  })
  fromOn?: PlainDate | null;

  @DayField({ description: 'Its last day.' })
  untilOn!: PlainDate;

  @CountField(1000, { description: 'Days from the request of the United Nations to deployment.' })
  commitmentDays!: number;
}

@InputType()
export class SupposedDeploymentPlanInput {
  @DayField({ optional: true, description: 'The planned day; left out, no deployment is planned any more.' })
  deploymentOn?: PlainDate | null;
}

@InputType()
export class SupposedCertificateInput {
  @DayField({ optional: true, description: DAY_ASKED })
  receivedOn?: PlainDate | null;
}

@InputType()
export class SupposedStepInput {
  @CodeField(LIFECYCLE_STATES, {
    description: 'One that the table allows next. A return to REGISTERED is confirmed on the same day.',
  })
  to!: LifecycleState;
}

@InputType()
export class SupposedLevelInput {
  @CodeField(LEVELS)
  level!: Level;
}

@InputType()
export class SupposedEvaluationInput {
  @DayField({ optional: true, description: DAY_ASKED })
  evaluatedOn?: PlainDate | null;

  @CodeField(VERDICTS)
  verdict!: Verdict;
}

@InputType()
export class SupposedPlanInput {
  @DayField()
  dueOn!: PlainDate;
}

@InputType()
export class SupposedExtensionInput {
  @DayField({ description: 'Later than the day by which it is due already.' })
  dueOn!: PlainDate;
}

@InputType()
export class SupposedPlanOutcomeInput {
  @CodeField(PLAN_OUTCOMES)
  outcome!: (typeof PLAN_OUTCOMES)[number];
}

const SupposedField = (content: Type<object>, description: string) =>
  PartField(content, { optional: true, description });

@InputType({
  isOneOf: true,
  description: 'One thing that is supposed to have happened to the pledge by the day asked of.',
})
export class SuppositionInput {
  @SupposedField(SupposedAdvisoryVisitInput, 'An assessment and advisory visit was held.')
  advisoryVisitHeld?: SupposedAdvisoryVisitInput | null;

  @SupposedField(SupposedVerificationInput, 'A rapid deployment verification was held.')
  verificationHeld?: SupposedVerificationInput | null;

  @SupposedField(SupposedAssessmentInput, 'An assessment was held.')
  assessmentHeld?: SupposedAssessmentInput | null;

  @SupposedField(SupposedAnswersInput, 'Recommendations, or conditions, of the latest visit were answered.')
  recommendationsAnswered?: SupposedAnswersInput | null;

  @SupposedField(SupposedFindingClosureInput, 'A critical finding of the latest advisory visit was closed.')
  findingClosed?: SupposedFindingClosureInput | null;

  @SupposedField(SupposedDeficiencyInput, 'A critical deficiency of a medical unit was found.')
  hospitalDeficiencyRaised?: SupposedDeficiencyInput | null;

  @SupposedField(SupposedDeficiencyClosureInput, 'A critical deficiency was made good.')
  hospitalDeficiencyClosed?: SupposedDeficiencyClosureInput | null;

  @SupposedField(SupposedDocumentInput, 'A document was received.')
  documentReceived?: SupposedDocumentInput | null;

  @SupposedField(SupposedConfirmationInput, 'The Member State confirmed that the pledge stands.')
  confirmed?: SupposedConfirmationInput | null;

  @SupposedField(SupposedMeasurementInput, 'Personnel, equipment or self-sustainment were counted.')
  measured?: SupposedMeasurementInput | null;

  @SupposedField(SupposedScreeningInput, 'The unit was screened for human rights.')
  screened?: SupposedScreeningInput | null;

  @SupposedField(SupposedDeclaredCaveatInput, 'The Member State declared a caveat.')
  caveatDeclared?: SupposedDeclaredCaveatInput | null;

  @SupposedField(SupposedReportedCaveatInput, 'A caveat was reported that had not been declared.')
  caveatReported?: SupposedReportedCaveatInput | null;

  @SupposedField(SupposedSettlementInput, 'A caveat was settled: withdrawn, or agreed to.')
  caveatSettled?: SupposedSettlementInput | null;

  @SupposedField(SupposedBarInput, 'The unit was barred from deployment.')
  unitBarred?: SupposedBarInput | null;

  @SupposedField(SupposedBarInput, 'The whole Member State was barred from deployment.')
  memberStateBarred?: SupposedBarInput | null;

  @SupposedField(SupposedLiftingInput, 'A bar, of the unit or of its whole Member State, was lifted.')
  barLifted?: SupposedLiftingInput | null;

  @SupposedField(SupposedAgreementInput, 'A rapid deployment agreement was signed.')
  rdlAgreed?: SupposedAgreementInput | null;

  @SupposedField(SupposedDeploymentPlanInput, 'The deployment was planned, or planned anew.')
  deploymentPlanned?: SupposedDeploymentPlanInput | null;

  @SupposedField(SupposedCertificateInput, 'The unit certificate was received.')
  unitCertificateReceived?: SupposedCertificateInput | null;

  @SupposedField(SupposedStepInput, 'The pledge took a step of its life: selected, deployed, withdrawn …')
  stepTaken?: SupposedStepInput | null;

  @SupposedField(SupposedLevelInput, 'A person decided the level.')
  levelDecided?: SupposedLevelInput | null;

  @SupposedField(SupposedEvaluationInput, 'The unit was evaluated in its mission.')
  evaluated?: SupposedEvaluationInput | null;

  @SupposedField(SupposedPlanInput, 'An improvement plan was opened after the latest evaluation.')
  planOpened?: SupposedPlanInput | null;

  @SupposedField(SupposedExtensionInput, 'The improvement plan that counts was put off.')
  planExtended?: SupposedExtensionInput | null;

  @SupposedField(SupposedPlanOutcomeInput, 'The improvement plan that counts was closed.')
  planClosed?: SupposedPlanOutcomeInput | null;
}
