import type {
  AssessmentKind,
  Dimension,
  DocumentType,
  Facts,
  Level,
  LifecycleState,
  Severity,
  Verdict,
} from './facts.js';
import { SEVERITIES } from './facts.js';

/** The kinds of value a reason names, and the type each is carried as; a day is written `YYYY-MM-DD`. */
export interface ParamKinds {
  day: string;
  count: number;
  /** Truncated to one decimal. */
  percent: number;
  /** A short name, unique within its pledge (a state's bar: within its Member State). */
  reference: string;
  documentType: DocumentType;
  dimension: Dimension;
  level: Level;
  lifecycle: LifecycleState;
  verdict: Verdict;
  assessmentKind: AssessmentKind;
}
export type ParamKind = keyof ParamKinds;

interface ReasonDefinition {
  readonly severities: readonly Severity[];
  readonly params: Readonly<Record<string, ParamKind>>;
  readonly optional?: Readonly<Record<string, ParamKind>>;
}

const rating = { dimension: 'dimension', pct: 'percent' } as const;
/** The critical line whose band took the place of equipment on hand. */
const deciding = { criticalLine: 'reference' } as const;

/** Every reason code with the severities it comes in and the parameters it names. A rule adds its own here. */
export const REASONS = {
  LIFECYCLE: { severities: ['INFO'], params: { state: 'lifecycle' } },
  DOC_MISSING: { severities: ['GAP'], params: { doc: 'documentType' } },
  DOC_EXPIRED: { severities: ['GAP'], params: { doc: 'documentType', validUntil: 'day' } },
  PLEDGE_CONFIRMATION_OVERDUE: { severities: ['CONDITION'], params: { validUntil: 'day' } },
  PLEDGE_LAPSED: { severities: ['GAP'], params: { validUntil: 'day' } },
  NO_AAV: { severities: ['GAP'], params: {} },
  AAV_UNSATISFACTORY: { severities: ['FAIL'], params: { date: 'day' } },
  AAV_EXPIRED: { severities: ['GAP'], params: { expired: 'day' } },
  AAV_STALE: { severities: ['CONDITION'], params: { since: 'day' } },
  AAV_RECOMMENDATIONS_OPEN: { severities: ['CONDITION'], params: { count: 'count' } },
  AAV_CRITICAL_FINDING_OVERDUE: { severities: ['FAIL'], params: { finding: 'reference', due: 'day' } },
  AAV_CRITICAL_FINDING_OPEN: { severities: ['CONDITION'], params: { finding: 'reference', due: 'day' } },
  DATA_MISSING: { severities: ['GAP'], params: { dimension: 'dimension' } },
  RATING_2: { severities: ['CONDITION'], params: rating, optional: deciding },
  RATING_3: { severities: ['FAIL'], params: rating, optional: deciding },
  RATING_4: { severities: ['FAIL'], params: rating, optional: deciding },
  RDL_AGREEMENT_NOT_IN_FORCE: { severities: ['INFO'], params: { until: 'day' } },
  RDL_VERIFICATION_NOT_PASSED: { severities: ['INFO'], params: {} },
  RDL_VERIFICATION_EXPIRED: { severities: ['INFO'], params: { expired: 'day' } },
  RDL_COMMITMENT_TOO_LONG: { severities: ['INFO'], params: { days: 'count' } },
  RDL_SERVICEABILITY_UNKNOWN: { severities: ['INFO'], params: {} },
  RDL_SERVICEABILITY_LOW: { severities: ['INFO'], params: { pct: 'percent' } },
  LEVEL_DISCREPANCY: { severities: ['INFO'], params: { registered: 'level', computed: 'level' } },
  DOC_MISSING_FOR_LEVEL: { severities: ['CONDITION'], params: { doc: 'documentType' } },
  DOC_EXPIRED_FOR_LEVEL: { severities: ['CONDITION'], params: { doc: 'documentType', validUntil: 'day' } },
  CAVEAT_DECLARED: { severities: ['CONDITION'], params: { caveat: 'reference' } },
  CAVEAT_UNDECLARED_OPEN: { severities: ['FAIL'], params: { caveat: 'reference', resolveBy: 'day' } },
  CAVEAT_UNDECLARED_OVERDUE: { severities: ['BLOCKER'], params: { caveat: 'reference', resolveBy: 'day' } },
  HR_SCREENING_REFUSED: { severities: ['BLOCKER'], params: {} },
  HR_SCREENING_PENDING: { severities: ['INFO', 'GAP'], params: {} },
  DEPLOYMENT_BAR: { severities: ['BLOCKER'], params: { decision: 'reference' } },
  PLAN_MISSING: { severities: ['FAIL', 'CONDITION'], params: { verdict: 'verdict' } },
  PLAN_NOT_ACHIEVED: { severities: ['FAIL', 'CONDITION'], params: { verdict: 'verdict' } },
  PLAN_OVERDUE: { severities: ['FAIL', 'CONDITION'], params: { due: 'day' } },
  PLAN_ON_TRACK: { severities: ['CONDITION'], params: { due: 'day' } },
  REEVALUATION_DUE: { severities: ['CONDITION', 'INFO'], params: { verdict: 'verdict' } },
  ASSESSMENT_FAILED: { severities: ['FAIL'], params: { kind: 'assessmentKind', date: 'day' } },
  ASSESSMENT_CONDITIONS_OPEN: {
    severities: ['CONDITION'],
    params: { kind: 'assessmentKind', count: 'count' },
  },
  HOSPITAL_DEFICIENCY_OPEN: { severities: ['FAIL'], params: { deficiency: 'reference' } },
  CERTIFICATION_LATE: { severities: ['CONDITION'], params: { due: 'day', submitted: 'day' } },
  CERTIFICATION_OVERDUE: { severities: ['FAIL'], params: { due: 'day' } },
  CERTIFICATION_DUE: { severities: ['INFO'], params: { due: 'day' } },
} as const satisfies Record<string, ReasonDefinition>;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as ReasonCode[];

type Valued<Kinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends ParamKind ? ParamKinds[Kinds[Name]] : never;
};
type OptionalOf<Definition> = Definition extends { readonly optional: infer Kinds }
  ? Partial<Valued<Kinds>>
  : object;

/** What the reasons of one code name. */
export type ReasonParams<Code extends ReasonCode> = Valued<(typeof REASONS)[Code]['params']> &
  OptionalOf<(typeof REASONS)[Code]>;

/** The severities one code comes in. */
export type ReasonSeverity<Code extends ReasonCode> = (typeof REASONS)[Code]['severities'][number];

export interface Reason<Code extends ReasonCode = ReasonCode> {
  readonly severity: Severity;
  readonly code: Code;
  readonly params: ReasonParams<Code>;
}

const SEVERITY_RANK = Object.fromEntries(SEVERITIES.map((severity, rank) => [severity, rank])) as Record<
  Severity,
  number
>;

/** What is open yet of a fact that counts it: a reason that says how much rests on each of it, too. */
export class Unanswered {
  constructor(readonly of: object) {}
}

/** A fact a reason rests on: the object itself, what it counts, or the name of a fact that is a plain value. */
export type Basis = object | Unanswered | keyof Facts;

/** Where the rules put what they find. */
export class ReasonList {
  readonly reasons: Reason[] = [];

  /** `bases` is given where it is asked what each reason rests on, too. */
  constructor(private readonly bases?: Map<Reason, readonly Basis[]>) {}

  add<Code extends ReasonCode>(
    severity: ReasonSeverity<Code>,
    code: Code,
    params: ReasonParams<Code>,
    ...basis: readonly Basis[]
  ): void {
    const reason = { severity, code, params };
    this.reasons.push(reason);
    this.bases?.set(reason, basis);
  }
}

/** By severity, then code, then parameters as JSON with sorted keys, compared by UTF-16 code units. */
export function compareReasons(a: Reason, b: Reason): number {
  if (a.severity !== b.severity) return SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity];
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  const left = sortedJson(a.params);
  const right = sortedJson(b.params);
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Parameters are flat, so a list of keys in order is all that sorting them takes. */
function sortedJson(params: object): string {
  return JSON.stringify(params, Object.keys(params).sort());
}

/** Whether two sorted lists of reasons say the same. */
export function sameReasons(a: readonly Reason[], b: readonly Reason[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const one = a[index];
    const other = b[index];
    if (one === undefined || other === undefined) return false;
    if (one.code !== other.code || one.severity !== other.severity) return false;
    if (!sameParams(one.params, other.params)) return false;
  }
  return true;
}

/** Reasons of one code name the same parameters, but for an optional one: compare both ways. */
function sameParams(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  for (const name in a) if (a[name] !== b[name]) return false;
  for (const name in b) if (!(name in a)) return false;
  return true;
}
