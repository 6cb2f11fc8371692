import type { Day } from './day.js';
import { LEVEL_RANK, type Facts, type Level } from './facts.js';
import { ladder, type GateCode } from './ladder.js';
import type { ReadinessParameters } from './parameters.js';
import type { ParamKind, Reason, ReasonCode } from './reasons.js';

/** What can be done in time, with the parameters that say to what. */
export const PREVENTIONS = {
  RECEIVE_DOCUMENT: { doc: 'documentType' },
  CONFIRM_PLEDGE: {},
  HOLD_AAV: {},
  CLOSE_FINDING: { finding: 'reference' },
  RAISE_MEASUREMENT: { dimension: 'dimension' },
  AGREE_RDL: {},
  VERIFY_RDL: {},
  SETTLE_CAVEAT: { caveat: 'reference' },
  LIFT_BAR: { decision: 'reference' },
  CLOSE_PLAN: {},
  RECEIVE_UNIT_CERTIFICATE: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, ParamKind>>>>;
export type PreventionCode = keyof typeof PREVENTIONS;

export interface Prevention {
  readonly code: PreventionCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Null where what comes is what a record says, which no day brings, or follows from a gate that is told by itself. */
const AGAINST_REASON: Readonly<Record<ReasonCode, PreventionCode | null>> = {
  LIFECYCLE: null,
  DOC_MISSING: 'RECEIVE_DOCUMENT',
  DOC_EXPIRED: 'RECEIVE_DOCUMENT',
  PLEDGE_CONFIRMATION_OVERDUE: 'CONFIRM_PLEDGE',
  PLEDGE_LAPSED: 'CONFIRM_PLEDGE',
  NO_AAV: 'HOLD_AAV',
  AAV_UNSATISFACTORY: null,
  AAV_EXPIRED: 'HOLD_AAV',
  AAV_STALE: 'HOLD_AAV',
  AAV_RECOMMENDATIONS_OPEN: null,
  AAV_CRITICAL_FINDING_OVERDUE: 'CLOSE_FINDING',
  AAV_CRITICAL_FINDING_OPEN: null,
  DATA_MISSING: 'RAISE_MEASUREMENT',
  RATING_2: 'RAISE_MEASUREMENT',
  RATING_3: 'RAISE_MEASUREMENT',
  RATING_4: 'RAISE_MEASUREMENT',
  RDL_AGREEMENT_NOT_IN_FORCE: 'AGREE_RDL',
  RDL_VERIFICATION_NOT_PASSED: 'VERIFY_RDL',
  RDL_VERIFICATION_EXPIRED: 'VERIFY_RDL',
  RDL_COMMITMENT_TOO_LONG: 'AGREE_RDL',
  RDL_SERVICEABILITY_UNKNOWN: 'RAISE_MEASUREMENT',
  RDL_SERVICEABILITY_LOW: 'RAISE_MEASUREMENT',
  LEVEL_DISCREPANCY: null,
  DOC_MISSING_FOR_LEVEL: 'RECEIVE_DOCUMENT',
  DOC_EXPIRED_FOR_LEVEL: 'RECEIVE_DOCUMENT',
  CAVEAT_DECLARED: null,
  CAVEAT_UNDECLARED_OPEN: null,
  CAVEAT_UNDECLARED_OVERDUE: 'SETTLE_CAVEAT',
  HR_SCREENING_REFUSED: null,
  HR_SCREENING_PENDING: null,
  DEPLOYMENT_BAR: 'LIFT_BAR',
  PLAN_MISSING: null,
  PLAN_NOT_ACHIEVED: null,
  PLAN_OVERDUE: 'CLOSE_PLAN',
  PLAN_ON_TRACK: null,
  REEVALUATION_DUE: null,
  ASSESSMENT_FAILED: null,
  ASSESSMENT_CONDITIONS_OPEN: null,
  HOSPITAL_DEFICIENCY_OPEN: null,
  CERTIFICATION_LATE: null,
  CERTIFICATION_OVERDUE: 'RECEIVE_UNIT_CERTIFICATE',
  CERTIFICATION_DUE: null,
};

const AGAINST_GATE: Readonly<Record<GateCode, PreventionCode | null>> = {
  PLEDGE_ACTIVE: null,
  DOCUMENT_HELD: 'RECEIVE_DOCUMENT',
  PLEDGE_NOT_LAPSED: 'CONFIRM_PLEDGE',
  AAV_NOT_UNSATISFACTORY: null,
  AAV_NOT_EXPIRED: 'HOLD_AAV',
  NO_CRITICAL_FINDING_OVERDUE: 'CLOSE_FINDING',
  RDL_AGREEMENT_IN_FORCE: 'AGREE_RDL',
  RDL_VERIFICATION_PASSED: 'VERIFY_RDL',
  RDL_VERIFICATION_CURRENT: 'VERIFY_RDL',
  RDL_COMMITMENT_SHORT_ENOUGH: 'AGREE_RDL',
  RDL_SERVICEABILITY_REPORTED: 'RAISE_MEASUREMENT',
  RDL_SERVICEABILITY_HIGH_ENOUGH: 'RAISE_MEASUREMENT',
};

/** Reasons and gates of the rapid deployment level that speak of a dimension without naming it. */
const SERVICEABILITY = { dimension: 'serviceability' } as const;

/**
 * What would keep new reasons from coming on a day, and the level from being lost with its gates.
 * @param reached the level before that day
 * @param come the reasons that are new on that day
 */
export function preventionsOf(
  { facts, reached }: { readonly facts: Facts; readonly reached: Level },
  come: readonly Pick<Reason, 'code' | 'params'>[],
  day: Day,
  parameters: ReadinessParameters,
): Prevention[] {
  const lost = ladder(facts, day, parameters)
    .filter(({ level }) => LEVEL_RANK[level] <= LEVEL_RANK[reached])
    .flatMap(({ gates }) => gates.filter(({ met }) => !met));
  const found = [
    ...come.map(({ code, params }) => preventing(AGAINST_REASON[code], params)),
    ...lost.map(({ code, params }) => preventing(AGAINST_GATE[code], params)),
  ].filter((prevention) => prevention !== null);
  return [...new Map(found.map((prevention) => [JSON.stringify(prevention), prevention])).values()];
}

function preventing(code: PreventionCode | null, said: object): Prevention | null {
  if (code === null) return null;
  const known: Readonly<Record<string, string | number>> = { ...SERVICEABILITY, ...said };
  const params = Object.keys(PREVENTIONS[code]).flatMap((name) => {
    const value = known[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { code, params: Object.fromEntries(params) };
}
