/** How one component of an assessment went. What was not tested is said; it is never left out. */
export const COMPONENT_RESULTS = ['PASS', 'FAIL', 'NOT_TESTED'] as const;
export type ComponentResultWord = (typeof COMPONENT_RESULTS)[number];

/** One part of an assessment that is judged by itself. Names are in the message catalogue under `assessed.<code>`. */
export interface AssessedComponent {
  readonly code: string;
  readonly source: string;
  /** Whether a public text names it. */
  readonly sourced: boolean;
}

const sourced = (source: string, codes: readonly string[]): AssessedComponent[] =>
  codes.map((code) => ({ code, source, sourced: true }));
const design = (source: string, codes: readonly string[]): AssessedComponent[] =>
  codes.map((code) => ({ code, source, sourced: false }));

const POLICE_TEAM = 'Public explanation of the assessment of formed police units for service in the field';
const CREDENTIALS =
  'Report of the Secretary-General of 13 October 2025, paragraph 75: all health staff are credentialed';
const CURRICULUM =
  'Report of the Secretary-General of 13 October 2025, paragraphs 55 to 57: part of pre-deployment training';

/**
 * What is judged by itself in each kind of visit that has components. No public text holds the checklists of a skills
 * validation or a hospital assessment: their lists are ours, but for what a paragraph of the report names.
 */
export const ASSESSED_COMPONENTS = {
  FPU_ASSESSMENT: sourced(POLICE_TEAM, [
    ...['LANGUAGE', 'DRIVING', 'FIREARMS', 'PUBLIC_ORDER', 'COMMAND_STAFF', 'PERSONNEL', 'EQUIPMENT'],
  ]),
  SKILLS_VALIDATION: [
    ...design('Ours: what an infantry unit is asked to do in the field', [
      ...['WEAPON_HANDLING', 'PATROLLING', 'CHECKPOINTS', 'CONVOY_ESCORT', 'BASE_DEFENCE'],
      ...['EXPLOSIVE_HAZARDS', 'PROTECTION_OF_CIVILIANS', 'COMMAND_AND_COMMUNICATIONS'],
    ]),
    ...sourced(CURRICULUM, ['FIRST_AID']),
  ],
  HOSPITAL: [
    ...design('Ours: the departments of a level 2 hospital, and what they stand on', [
      ...['EMERGENCY', 'SURGERY', 'WARD', 'LABORATORY', 'IMAGING', 'PHARMACY_AND_BLOOD'],
      ...['STERILIZATION_AND_INFECTION_CONTROL', 'RECORDS', 'AMBULANCE_AND_EVACUATION'],
    ]),
    ...sourced(CREDENTIALS, ['STAFF_CREDENTIALS']),
  ],
} as const satisfies Readonly<Record<string, readonly AssessedComponent[]>>;

/** Every code, of whatever kind of visit. */
export const ASSESSED_COMPONENT_CODES: readonly string[] = [
  ...new Set(
    Object.values(ASSESSED_COMPONENTS)
      .flat()
      .map(({ code }) => code),
  ),
];
