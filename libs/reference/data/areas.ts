/**
 * What a finding, a recommendation or a condition of a visit is about. The first ten are the checklists annexed to
 * the SOP on assessment and advisory visits (2020.10, annexes C to L); the next four the scope of pre-rotation visits
 * (report of the Secretary-General of 13 October 2025, paragraph 78); the last four the parts of the assessment of a
 * formed police unit.
 */
export const FINDING_AREAS = [
  'GENERAL',
  'TRAINING',
  'CONTINGENT_OWNED_EQUIPMENT',
  'MOVEMENT_CONTROL',
  'MEDICAL',
  'AVIATION',
  'AVIATION_SAFETY',
  'ENGINEERING',
  'UNMANNED_AIRCRAFT_SYSTEMS',
  'INFORMATION_AND_COMMUNICATIONS_TECHNOLOGY',
  'CONDUCT_AND_DISCIPLINE',
  'HUMAN_RIGHTS',
  'GENDER',
  'MILITARY_SKILLS',
  'COMMAND_STAFF',
  'LANGUAGE_AND_DRIVING',
  'FIREARMS',
  'PUBLIC_ORDER',
] as const;
export type FindingArea = (typeof FINDING_AREAS)[number];

export const FINDING_SEVERITIES = ['CRITICAL', 'MAJOR', 'MINOR'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Who has to act on a finding. */
export const FINDING_OWNERS = ['MEMBER_STATE', 'SECRETARIAT', 'MISSION'] as const;
export type FindingOwner = (typeof FINDING_OWNERS)[number];

/**
 * What an in-mission evaluation looks at. After the practice of force and sector commanders' evaluations of
 * subordinate units (SOP 2016.02); the list itself is general knowledge, not a text that we hold.
 */
export const EVALUATION_AREAS = [
  'MANDATE_TASKS',
  'COMMAND_AND_CONTROL',
  'TRAINING_AND_SKILLS',
  'FORCE_PROTECTION',
  'EQUIPMENT_AND_LOGISTICS',
  'MEDICAL_AND_WELFARE',
  'CONDUCT_AND_DISCIPLINE',
  'GENDER',
] as const;

/** The range of a raw score. No verdict is derived from it: the verdict is the evaluators' own. */
export interface EvaluationScale {
  readonly id: string;
  /** Bounds in whole steps, inclusive. */
  readonly lowest: number;
  readonly highest: number;
  readonly source: string;
  readonly sourced: boolean;
}

export const EVALUATION_SCALES = [
  {
    id: 'FIVE_STEP',
    lowest: 1,
    highest: 5,
    source:
      'Appraisal forms of individual officers: 1 unsatisfactory to 5 outstanding; its use for units is unconfirmed',
    sourced: true,
  },
  {
    id: 'PERCENT',
    lowest: 0,
    highest: 100,
    source: 'Ours, for scores that arrive as a percentage; no scale for units was found in a public text',
    sourced: false,
  },
] as const satisfies readonly EvaluationScale[];
export type EvaluationScaleId = (typeof EVALUATION_SCALES)[number]['id'];
