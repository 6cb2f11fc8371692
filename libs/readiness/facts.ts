import type { Day } from './day.js';

// The closed lists of the field. Every other room takes its words from here.

export const LIFECYCLE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'REGISTERED',
  'SELECTED',
  'MOU_NEGOTIATION',
  'PDV',
  'CLEARED',
  'DEPLOYED',
  'RETURNED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/** Where a pledge stands towards the pool: in it, promised to a mission, in a mission, or none of these. */
export const STANDINGS = ['POOL', 'COMMITTED', 'DEPLOYED', 'OUTSIDE'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_OF: Readonly<Record<LifecycleState, Standing>> = {
  DRAFT: 'OUTSIDE',
  SUBMITTED: 'OUTSIDE',
  REGISTERED: 'POOL',
  SELECTED: 'COMMITTED',
  MOU_NEGOTIATION: 'COMMITTED',
  PDV: 'COMMITTED',
  CLEARED: 'COMMITTED',
  DEPLOYED: 'DEPLOYED',
  RETURNED: 'OUTSIDE',
  REJECTED: 'OUTSIDE',
  WITHDRAWN: 'OUTSIDE',
};

/** From the lowest to the highest; each includes those before it. */
export const LEVELS = ['NONE', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'RDL'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_RANK: Readonly<Record<Level, number>> = {
  NONE: 0,
  LEVEL_1: 1,
  LEVEL_2: 2,
  LEVEL_3: 3,
  RDL: 4,
};

export const STATUSES = [
  'READY',
  'CONDITIONAL',
  'NOT_ESTABLISHED',
  'NOT_READY',
  'BLOCKED',
  'NOT_IN_POOL',
] as const;
export type Status = (typeof STATUSES)[number];

/** From the worst to the mildest: the order in which reasons are sorted. */
export const SEVERITIES = ['BLOCKER', 'FAIL', 'GAP', 'CONDITION', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const LEVEL_1_DOCUMENTS = [
  'NOTE_VERBALE',
  'TABLE_OF_ORGANIZATION',
  'MAJOR_EQUIPMENT_LIST',
  'SELF_SUSTAINMENT_LIST',
] as const;
export const LEVEL_3_DOCUMENTS = [
  'SUR_ALIGNMENT',
  'LOAD_LIST',
  'TRAINING_CERTIFICATE',
  'HR_SCREENING_CERTIFICATE',
  'CONDUCT_CERTIFICATE',
] as const;
export const DOCUMENT_TYPES = [...LEVEL_1_DOCUMENTS, ...LEVEL_3_DOCUMENTS] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const AAV_OUTCOMES = ['SATISFACTORY', 'SATISFACTORY_WITH_RECOMMENDATIONS', 'UNSATISFACTORY'] as const;
export type AavOutcome = (typeof AAV_OUTCOMES)[number];

export const DIMENSIONS = ['personnel', 'equipmentOnHand', 'serviceability', 'selfSustainment'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const VERIFICATION_OUTCOMES = ['PASS', 'FAIL'] as const;
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number];

export const CAVEAT_KINDS = ['DECLARED', 'UNDECLARED'] as const;
export type CaveatKind = (typeof CAVEAT_KINDS)[number];

export const SCREENING_STATES = ['CERTIFIED', 'PENDING', 'REFUSED'] as const;
export type ScreeningState = (typeof SCREENING_STATES)[number];

export const VERDICTS = ['SATISFACTORY', 'NEEDS_IMPROVEMENT', 'UNSATISFACTORY'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const PLAN_STATES = ['OPEN', 'CLOSED_ACHIEVED', 'CLOSED_NOT_ACHIEVED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const ASSESSMENT_KINDS = [
  'PRE_DEPLOYMENT',
  'PRE_ROTATION',
  'FPU_ASSESSMENT',
  'SKILLS_VALIDATION',
] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

export const ASSESSMENT_OUTCOMES = ['PASS', 'PASS_WITH_CONDITIONS', 'FAIL'] as const;
export type AssessmentOutcome = (typeof ASSESSMENT_OUTCOMES)[number];

// The facts of one pledge. What is absent is null, never left out. Objects may carry further keys (the ids of
// the records they come from); no rule reads them.

export interface DocumentFact {
  readonly type: DocumentType;
  readonly receivedOn: Day;
  /** Last day of validity; null never expires. */
  readonly validUntil: Day | null;
}

export interface CriticalFinding {
  readonly id: string;
  readonly dueOn: Day;
  readonly closedOn: Day | null;
}

export interface AavFact {
  readonly date: Day;
  readonly outcome: AavOutcome;
  readonly openRecommendations: number;
  readonly criticalFindings: readonly CriticalFinding[];
}

/** Whole counts; `required` 0 means not applicable. */
export interface Measurement {
  readonly required: number;
  readonly available: number;
}

export interface CriticalLine extends Measurement {
  readonly item: string;
}

export interface RdlFact {
  readonly agreementFrom: Day;
  readonly agreementUntil: Day;
  readonly commitmentDays: number;
  readonly verification: { readonly date: Day; readonly outcome: VerificationOutcome } | null;
}

export interface CaveatFact {
  readonly id: string;
  readonly kind: CaveatKind;
  /** Always set where `kind` is UNDECLARED. */
  readonly resolveBy: Day | null;
  readonly resolvedOn: Day | null;
}

/** In force on `from` and on `until`; without an end where `until` is null. */
export interface BarFact {
  readonly decision: string;
  readonly from: Day;
  readonly until: Day | null;
}

export interface EvaluationFact {
  readonly date: Day;
  readonly verdict: Verdict;
}

export interface ImprovementPlanFact {
  readonly state: PlanState;
  readonly dueOn: Day;
}

export interface AssessmentFact {
  readonly kind: AssessmentKind;
  readonly date: Day;
  readonly outcome: AssessmentOutcome;
  readonly openConditions: number;
}

export interface HospitalDeficiency {
  readonly id: string;
  readonly closedOn: Day | null;
}

/** Everything the rules know of one pledge (rules.md, "Facts of one pledge"). */
export interface Facts {
  readonly lifecycle: LifecycleState;
  /** Always set while the pledge is REGISTERED. */
  readonly registeredOn: Day | null;
  readonly confirmedOn: Day | null;
  readonly registeredLevel: Level;
  readonly documents: readonly DocumentFact[];
  readonly aav: AavFact | null;
  readonly measurements: Readonly<Record<Dimension, Measurement | null>>;
  readonly criticalLines: readonly CriticalLine[];
  readonly rdl: RdlFact | null;
  readonly caveats: readonly CaveatFact[];
  readonly humanRightsScreening: ScreeningState;
  readonly bars: readonly BarFact[];
  readonly lastEvaluation: EvaluationFact | null;
  readonly improvementPlan: ImprovementPlanFact | null;
  readonly assessments: readonly AssessmentFact[];
  readonly hospitalDeficiencies: readonly HospitalDeficiency[];
  readonly plannedDeploymentOn: Day | null;
  readonly unitCertificateOn: Day | null;
}

/** The names under which facts, and the facts within them, hold a day: for whoever reads or writes days in words. */
export const DAY_FIELDS: ReadonlySet<string> = new Set([
  'registeredOn',
  'confirmedOn',
  'receivedOn',
  'validUntil',
  'date',
  'dueOn',
  'closedOn',
  'agreementFrom',
  'agreementUntil',
  'resolveBy',
  'resolvedOn',
  'from',
  'until',
  'plannedDeploymentOn',
  'unitCertificateOn',
]);
