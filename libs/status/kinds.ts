import { ASSESSMENT_KINDS } from '#assessments/kinds.js';
import { PERFORMANCE_KINDS } from '#performance/kinds.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { PLEDGE_KINDS } from '#pledges/kinds.js';
import { levelDecisionKind } from './level-decision.kind.js';

/** Every kind of fact that the registry records. */
export const KINDS: readonly FactKind[] = [
  ...PLEDGE_KINDS,
  levelDecisionKind,
  ...ASSESSMENT_KINDS,
  ...PERFORMANCE_KINDS,
];

/** The root field that records facts of a kind: who may use it may correct what their role recorded. */
export const RECORDED_THROUGH: Readonly<Record<string, string>> = {
  LIFECYCLE_STEP: 'submitPledge',
  PLEDGE_DESCRIPTION: 'describePledge',
  CONFIRMATION: 'confirmPledge',
  DOCUMENT: 'addDocument',
  MEASUREMENT: 'recordMeasurement',
  CAVEAT: 'declareCaveat',
  CAVEAT_SETTLEMENT: 'settleCaveat',
  BAR: 'barUnit',
  RDL_AGREEMENT: 'agreeRdl',
  HUMAN_RIGHTS_SCREENING: 'recordHumanRightsScreening',
  DEPLOYMENT_PLAN: 'planDeployment',
  UNIT_CERTIFICATE: 'receiveUnitCertificate',
  LEVEL_DECISION: 'decideLevel',
  REQUIREMENT_ALIGNMENT: 'alignWithRequirement',
  REQUIREMENT_REVIEW: 'reviewRequirement',
  VISIT_PLAN: 'replanVisit',
  VISIT_COVERAGE: 'planVisit',
  ASSIGNMENT: 'assignVisit',
  VISIT_HOLDING: 'holdVisit',
  VISIT_CANCELLATION: 'cancelVisit',
  VISIT_OUTCOME: 'recordOutcome',
  COMPONENT_RESULTS: 'recordComponentResults',
  FINDING: 'raiseFinding',
  FINDING_ANSWER: 'answerFinding',
  FINDING_CLOSURE: 'closeFinding',
  RECOMMENDATION: 'raiseRecommendation',
  RECOMMENDATION_ANSWER: 'answerRecommendation',
  HOSPITAL_DEFICIENCY: 'raiseHospitalDeficiency',
  HOSPITAL_DEFICIENCY_CLOSURE: 'closeHospitalDeficiency',
  EVALUATION: 'recordEvaluation',
  IMPROVEMENT_PLAN_TERMS: 'extendPlan',
  PLAN_ACTION: 'addPlanAction',
  PLAN_ACTION_EXTENSION: 'extendPlanAction',
  PLAN_ACTION_PROGRESS: 'progressPlanAction',
  PLAN_OUTCOME: 'closePlan',
};

/** `HOSPITAL_DEFICIENCY` is replaced under `hospitalDeficiency`. */
export const replacementField = (kind: string): string =>
  kind.toLowerCase().replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
