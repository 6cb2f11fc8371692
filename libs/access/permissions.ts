import type { Role } from '#platform/principal.js';

const all = ['STAFF', 'MEMBER_STATE', 'EVALUATOR'] as const;
const staff = ['STAFF'] as const;
const staffAndState = ['STAFF', 'MEMBER_STATE'] as const;
const assessors = ['STAFF', 'EVALUATOR'] as const;

/**
 * Every root field of the schema and the roles that may use it. The server does not start while a field is missing
 * here, and a test finds a name here that is no field. Which rows a role sees is the database's matter, not this table's.
 */
export const PERMISSIONS: Readonly<Record<string, readonly Role[]>> = {
  // Questions
  viewer: all,
  memberState: staffAndState,
  memberStates: all,
  board: staffAndState,
  pledges: all,
  pledge: all,
  pledgeHistory: all,
  memberStateHistory: staffAndState,
  boardHistory: staffAndState,
  forecast: all,
  comparison: all,
  visits: all,
  visit: all,
  evaluations: all,
  evaluation: all,
  followUps: all,
  whatIf: all,
  hospitalComparison: staff,
  visitKinds: all,
  unitTypes: all,
  languages: all,
  texts: all,
  missions: all,
  requirementStatements: all,
  parameterSets: all,
  contributions: all,
  contributionTrend: all,
  womensShare: all,

  // Pledges
  draftPledge: staffAndState,
  describePledge: staffAndState,
  submitPledge: staffAndState,
  acceptPledge: staff,
  rejectPledge: staff,
  withdrawPledge: staffAndState,
  movePledge: staff,
  confirmPledge: staffAndState,
  addDocument: staffAndState,
  recordMeasurement: all,
  declareCaveat: staffAndState,
  reportCaveat: staff,
  settleCaveat: staff,
  barUnit: staff,
  barMemberState: staff,
  agreeRdl: staff,
  recordHumanRightsScreening: staff,
  planDeployment: staff,
  receiveUnitCertificate: staffAndState,
  alignWithRequirement: staffAndState,
  reviewRequirement: staff,

  // Visits
  planVisit: staff,
  replanVisit: staff,
  assignVisit: staff,
  assignUnit: staff,
  holdVisit: assessors,
  cancelVisit: staff,
  recordInspection: assessors,
  recordComponentResults: assessors,
  recordOutcome: assessors,
  raiseFinding: assessors,
  answerFinding: staffAndState,
  closeFinding: assessors,
  raiseRecommendation: assessors,
  answerRecommendation: staffAndState,
  raiseHospitalDeficiency: assessors,
  closeHospitalDeficiency: assessors,

  // Performance
  recordEvaluation: assessors,
  openPlan: staff,
  extendPlan: staff,
  addPlanAction: staffAndState,
  extendPlanAction: staff,
  progressPlanAction: staffAndState,
  closePlan: staff,

  // Status
  decideLevel: staff,
  correct: all,
  previewCorrection: all,
  correctLifecycle: staff,
  previewLifecycleCorrection: staff,
};

/** Whether a role may use a root field; an unknown field is an error, never a yes. */
export function mayUse(role: Role, rootField: string): boolean {
  const roles = PERMISSIONS[rootField];
  if (roles === undefined) throw new Error(`no permission is stated for ${rootField}`);
  return roles.includes(role);
}
