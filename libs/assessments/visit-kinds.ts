import { ProblemError } from '#platform/problem.js';
import type { PledgeStanding } from '#pledges/pledge-standing.js';
import {
  AAV_OUTCOMES,
  ASSESSMENT_OUTCOMES,
  VERIFICATION_OUTCOMES,
  type LifecycleState,
} from '#reference/codes.js';
import { ASSESSED_COMPONENTS, type AssessedComponent } from '#reference/data/components.js';
import { INSPECTIONS } from '#reference/data/inspections.js';

/** In the words of the rules: what the cell's visits are called, then the inspections of equipment in a mission. */
export const VISIT_KIND_CODES = [
  'AAV',
  'RDL_VERIFICATION',
  'PRE_DEPLOYMENT',
  'PRE_ROTATION',
  'SKILLS_VALIDATION',
  'FPU_ASSESSMENT',
  'HOSPITAL',
  'COE_ARRIVAL',
  'COE_READINESS',
  'COE_REPATRIATION',
] as const;
export type VisitKindCode = (typeof VISIT_KIND_CODES)[number];

export const RECOMMENDATION_KINDS = ['RECOMMENDATION', 'CONDITION'] as const;
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number];

/** Every word with which a visit may end. */
export const VISIT_OUTCOMES = [...AAV_OUTCOMES, ...ASSESSMENT_OUTCOMES] as const;
export type VisitOutcomeWord = (typeof VISIT_OUTCOMES)[number];

export interface VisitKind {
  readonly outcomes: readonly string[];
  /** Units that such a visit may look at. */
  readonly looksAt: (unit: Pick<PledgeStanding, 'unitType' | 'medical' | 'rdlEligible'>) => boolean;
  /** The states in which a unit may be on the visit's last day; null where it may be in any. */
  readonly states: readonly LifecycleState[] | null;
  /** What such a visit may ask for beside its findings. */
  readonly asksFor: RecommendationKind;
  /** What such a visit judges one by one, all of it or nothing; empty where it does not. */
  readonly components: readonly AssessedComponent[];
  /** Whether it counts equipment line by line. */
  readonly inspects: boolean;
  /** Whether it may find deficiencies of a hospital. */
  readonly findsHospitalDeficiencies: boolean;
}

// The two types of which the police component's formed units are; teams and specialists are assessed one by one.
const FORMED_POLICE_UNITS = ['FORMED_POLICE_UNIT', 'GUARD_FPU'];

const advises: VisitKind = {
  outcomes: AAV_OUTCOMES,
  looksAt: () => true,
  states: null,
  asksFor: 'RECOMMENDATION',
  components: [],
  inspects: false,
  findsHospitalDeficiencies: false,
};
const clears: VisitKind = { ...advises, outcomes: ASSESSMENT_OUTCOMES, asksFor: 'CONDITION' };
const inspects = (kind: keyof typeof INSPECTIONS): VisitKind => ({
  ...advises,
  states: INSPECTIONS[kind],
  inspects: true,
});

/**
 * What each kind of visit may look at and conclude. The words of the assessment and advisory visit, the verification
 * and the assessments are those of the rules; hospitals and the inspections of contingent-owned equipment, of which no
 * list of conclusions is public, use the words of the advisory visit. Only inspections are tied to states of the
 * pledge: their purpose says that the unit is in the mission, or leaves it. The others may come at other times, too.
 */
export const VISIT_KINDS: Readonly<Record<VisitKindCode, VisitKind>> = {
  AAV: advises,
  RDL_VERIFICATION: {
    ...advises,
    outcomes: VERIFICATION_OUTCOMES,
    looksAt: ({ rdlEligible }) => rdlEligible,
  },
  PRE_DEPLOYMENT: clears,
  PRE_ROTATION: clears,
  SKILLS_VALIDATION: { ...clears, components: ASSESSED_COMPONENTS.SKILLS_VALIDATION },
  FPU_ASSESSMENT: {
    ...clears,
    looksAt: ({ unitType }) => FORMED_POLICE_UNITS.includes(unitType),
    components: ASSESSED_COMPONENTS.FPU_ASSESSMENT,
  },
  HOSPITAL: {
    ...advises,
    looksAt: ({ medical }) => medical,
    components: ASSESSED_COMPONENTS.HOSPITAL,
    findsHospitalDeficiencies: true,
  },
  COE_ARRIVAL: inspects('COE_ARRIVAL'),
  COE_READINESS: inspects('COE_READINESS'),
  COE_REPATRIATION: inspects('COE_REPATRIATION'),
};

/**
 * A kind of visit does what is recorded of it.
 * @throws ProblemError OUTCOME_NOT_OF_KIND with the kinds that do
 */
export function ofKindThat(does: (kind: VisitKind) => boolean, kind: VisitKindCode): void {
  if (does(VISIT_KINDS[kind])) return;
  const limit = VISIT_KIND_CODES.filter((code) => does(VISIT_KINDS[code])).join(', ');
  throw ProblemError.invalid('OUTCOME_NOT_OF_KIND', { field: 'visitId', value: kind, limit });
}
