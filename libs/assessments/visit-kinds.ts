import type { PledgeStanding } from '#pledges/pledge-standing.js';
import { AAV_OUTCOMES, ASSESSMENT_OUTCOMES, VERIFICATION_OUTCOMES } from '#reference/codes.js';

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

export interface VisitKind {
  readonly outcomes: readonly string[];
  /** Units that such a visit may look at. */
  readonly looksAt: (unit: Pick<PledgeStanding, 'unitType' | 'medical' | 'rdlEligible'>) => boolean;
  /** What such a visit may ask for beside its findings. */
  readonly asksFor: RecommendationKind;
  /** Whether it may find deficiencies of a hospital. */
  readonly findsHospitalDeficiencies: boolean;
}

// The two types of which the police component's formed units are; teams and specialists are assessed one by one.
const FORMED_POLICE_UNITS = ['FORMED_POLICE_UNIT', 'GUARD_FPU'];

const anyUnit = () => true;

const advises = (
  outcomes: readonly string[],
  looksAt: VisitKind['looksAt'] = anyUnit,
  findsHospitalDeficiencies = false,
): VisitKind => ({ outcomes, looksAt, asksFor: 'RECOMMENDATION', findsHospitalDeficiencies });

const clears = (looksAt: VisitKind['looksAt'] = anyUnit): VisitKind => ({
  outcomes: ASSESSMENT_OUTCOMES,
  looksAt,
  asksFor: 'CONDITION',
  findsHospitalDeficiencies: false,
});

/**
 * What each kind of visit may look at and conclude. The words of the assessment and advisory visit, the verification
 * and the assessments are those of the rules; hospitals and the inspections of contingent-owned equipment, of which no
 * list of conclusions is public, use the words of the advisory visit.
 */
export const VISIT_KINDS: Readonly<Record<VisitKindCode, VisitKind>> = {
  AAV: advises(AAV_OUTCOMES),
  RDL_VERIFICATION: advises(VERIFICATION_OUTCOMES, ({ rdlEligible }) => rdlEligible),
  PRE_DEPLOYMENT: clears(),
  PRE_ROTATION: clears(),
  SKILLS_VALIDATION: clears(),
  FPU_ASSESSMENT: clears(({ unitType }) => FORMED_POLICE_UNITS.includes(unitType)),
  HOSPITAL: advises(AAV_OUTCOMES, ({ medical }) => medical, true),
  COE_ARRIVAL: advises(AAV_OUTCOMES),
  COE_READINESS: advises(AAV_OUTCOMES),
  COE_REPATRIATION: advises(AAV_OUTCOMES),
};
