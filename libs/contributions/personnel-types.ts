import type { GenderTargetCategory } from '#reference/data/gender-targets.js';
import { nameKey } from '#reference/data/member-states.js';

/** Types of uniformed personnel, as the Department's monthly reports of contributors tell them apart. */
export const PERSONNEL_TYPES = [
  'TROOPS',
  'FORMED_POLICE_UNITS',
  'INDIVIDUAL_POLICE',
  'STAFF_OFFICERS',
  'EXPERTS_ON_MISSION',
] as const;
export type PersonnelType = (typeof PERSONNEL_TYPES)[number];

interface PersonnelTypeRow {
  /** As reports print it, today's way first. */
  readonly printed: readonly string[];
  /** The category of the Uniformed Gender Parity Strategy whose target its women count towards. */
  readonly targets: GenderTargetCategory;
}

export const PERSONNEL_TYPE_TABLE: Readonly<Record<PersonnelType, PersonnelTypeRow>> = {
  TROOPS: { printed: ['Troops', 'Contingent Troops', 'Contingent Troop'], targets: 'CONTINGENTS' },
  FORMED_POLICE_UNITS: {
    printed: ['Formed Police Units', 'Formed Police Unit', 'FPU'],
    targets: 'FORMED_POLICE_UNITS',
  },
  INDIVIDUAL_POLICE: {
    printed: ['Individual Police', 'Police', 'IPO', 'UN Police'],
    targets: 'INDIVIDUAL_POLICE',
  },
  STAFF_OFFICERS: {
    printed: ['Staff Officer', 'Staff Officers'],
    targets: 'OBSERVERS_AND_STAFF_OFFICERS',
  },
  // Military observers and liaison officers, as experts on mission are since 2016.
  EXPERTS_ON_MISSION: {
    printed: ['Experts on Mission', 'Expert on Mission', 'UNMEM', 'Military Observers'],
    targets: 'OBSERVERS_AND_STAFF_OFFICERS',
  },
};

const byPrintedName: ReadonlyMap<string, PersonnelType> = new Map(
  PERSONNEL_TYPES.flatMap((type) =>
    [type, ...PERSONNEL_TYPE_TABLE[type].printed].map((name) => [nameKey(name), type] as const),
  ),
);

/** The type that a printed name or a code stands for; accents, case and punctuation do not matter. */
export const resolvePersonnelType = (name: string): PersonnelType | undefined =>
  byPrintedName.get(nameKey(name));
