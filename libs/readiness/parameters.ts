import { DIMENSIONS, type Dimension } from './facts.js';

/** The share of what is required, in percent, from which a dimension is in band 1, 2 and 3; below it is in band 4. */
export type Bands = readonly [first: number, second: number, third: number];

/** The values the rules compare with: whole months, days and percent. */
export interface ReadinessParameters {
  readonly initialValidityMonths: number;
  readonly renewalValidityMonths: number;
  readonly graceDays: number;
  readonly aavCurrentMonths: number;
  readonly aavExpiresMonths: number;
  readonly rdlVerificationMonths: number;
  readonly rdlCommitmentDays: number;
  readonly rdlServiceabilityPercent: number;
  readonly unitCertificateMonths: number;
  readonly evaluationRelevantMonths: number;
  readonly assessmentRelevantMonths: number;
  readonly bands: Readonly<Record<Dimension, Bands>>;
}

export const PARAMETER_UNITS = ['MONTHS', 'DAYS', 'PERCENT'] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/** One value of a set, as it is kept: `sourced` where a public United Nations text states it, else our design. */
export interface ParameterValue {
  readonly value: number;
  readonly unit: ParameterUnit;
  readonly sourced: boolean;
  readonly source: string;
}

const design = (value: number, unit: ParameterUnit, source: string): ParameterValue => ({
  value,
  unit,
  sourced: false,
  source,
});
const sourced = (value: number, unit: ParameterUnit, source: string): ParameterValue => ({
  value,
  unit,
  sourced: true,
  source,
});

const PERSONNEL = 'Design: share of the required strength that is available';
const EQUIPMENT = 'Design: share of the required major equipment that is present';
const SERVICEABILITY = 'Design: share of the agreed major equipment that is serviceable';
const SELF_SUSTAINMENT = 'Design: share of the required self-sustainment categories that are available';

/** Set 1 of the readiness rules, every value with where it comes from. */
export const PARAMETER_SET_1 = {
  initialValidityMonths: sourced(
    12,
    'MONTHS',
    'PCRS questions and answers for Member States: a pledge first runs 12 months',
  ),
  renewalValidityMonths: sourced(
    6,
    'MONTHS',
    'PCRS questions and answers for Member States: confirmed again every 6 months',
  ),
  graceDays: design(30, 'DAYS', 'Design: time to confirm after validity has run out'),
  aavCurrentMonths: design(24, 'MONTHS', 'Design: no public shelf life of an assessment and advisory visit'),
  aavExpiresMonths: design(36, 'MONTHS', 'Design: no public shelf life of an assessment and advisory visit'),
  rdlVerificationMonths: design(
    12,
    'MONTHS',
    'Design: a rapid deployment verification is repeated each year',
  ),
  rdlCommitmentDays: sourced(
    60,
    'DAYS',
    'Rapid deployment level: committed to move within 60 days of a request',
  ),
  rdlServiceabilityPercent: sourced(
    90,
    'PERCENT',
    'COE Manual, chapter 3: full reimbursement from 90 % serviceable',
  ),
  unitCertificateMonths: sourced(
    1,
    'MONTHS',
    'Report of the Secretary-General of 13 October 2025, paragraph 121: certified at least one month before deployment',
  ),
  evaluationRelevantMonths: design(24, 'MONTHS', 'Design: how long an in-mission verdict speaks for a unit'),
  assessmentRelevantMonths: design(24, 'MONTHS', 'Design: how long an assessment speaks for a unit'),
  personnelBand1: design(90, 'PERCENT', PERSONNEL),
  personnelBand2: design(80, 'PERCENT', PERSONNEL),
  personnelBand3: design(70, 'PERCENT', PERSONNEL),
  equipmentOnHandBand1: design(90, 'PERCENT', EQUIPMENT),
  equipmentOnHandBand2: design(80, 'PERCENT', EQUIPMENT),
  equipmentOnHandBand3: design(65, 'PERCENT', EQUIPMENT),
  serviceabilityBand1: design(90, 'PERCENT', SERVICEABILITY),
  serviceabilityBand2: design(80, 'PERCENT', SERVICEABILITY),
  serviceabilityBand3: design(60, 'PERCENT', SERVICEABILITY),
  selfSustainmentBand1: design(100, 'PERCENT', SELF_SUSTAINMENT),
  selfSustainmentBand2: design(90, 'PERCENT', SELF_SUSTAINMENT),
  selfSustainmentBand3: design(75, 'PERCENT', SELF_SUSTAINMENT),
} as const satisfies Record<string, ParameterValue>;

export type ParameterName = keyof typeof PARAMETER_SET_1;
export const PARAMETER_NAMES = Object.keys(PARAMETER_SET_1) as ParameterName[];

/** Assembles the plain values the rules take from a set as it is kept. */
export function parametersOf(
  set: Readonly<Record<ParameterName, { readonly value: number }>>,
): ReadinessParameters {
  const bands = (dimension: Dimension): Bands => [
    set[`${dimension}Band1`].value,
    set[`${dimension}Band2`].value,
    set[`${dimension}Band3`].value,
  ];
  return {
    initialValidityMonths: set.initialValidityMonths.value,
    renewalValidityMonths: set.renewalValidityMonths.value,
    graceDays: set.graceDays.value,
    aavCurrentMonths: set.aavCurrentMonths.value,
    aavExpiresMonths: set.aavExpiresMonths.value,
    rdlVerificationMonths: set.rdlVerificationMonths.value,
    rdlCommitmentDays: set.rdlCommitmentDays.value,
    rdlServiceabilityPercent: set.rdlServiceabilityPercent.value,
    unitCertificateMonths: set.unitCertificateMonths.value,
    evaluationRelevantMonths: set.evaluationRelevantMonths.value,
    assessmentRelevantMonths: set.assessmentRelevantMonths.value,
    bands: {
      personnel: bands('personnel'),
      equipmentOnHand: bands('equipmentOnHand'),
      serviceability: bands('serviceability'),
      selfSustainment: bands('selfSustainment'),
    },
  };
}

/** The values of a set by their names, as `parametersOf` takes them. */
export function valuesOf({ bands, ...others }: ReadinessParameters): Record<ParameterName, number> {
  const bounds = DIMENSIONS.flatMap((dimension) =>
    bands[dimension].map((bound, place) => [`${dimension}Band${place + 1}`, bound] as const),
  );
  return { ...others, ...Object.fromEntries(bounds) } as Record<ParameterName, number>;
}

/** The most that a value may be: whole hundreds of years, and all of what is required. */
export const MOST_OF_UNIT: Readonly<Record<ParameterUnit, number>> = {
  MONTHS: 1_200,
  DAYS: 36_500,
  PERCENT: 100,
};

/** Pairs of which the first value is never below the second. */
const IN_ORDER: readonly (readonly [ParameterName, ParameterName])[] = [
  ['aavExpiresMonths', 'aavCurrentMonths'],
  ...DIMENSIONS.flatMap((dimension) => [
    [`${dimension}Band1`, `${dimension}Band2`] as const,
    [`${dimension}Band2`, `${dimension}Band3`] as const,
  ]),
];

/** The first pair of values that contradict each other: something would end before it begins. Undefined where none do. */
export const contradictionIn = (
  values: Readonly<Record<ParameterName, number>>,
): readonly [ParameterName, ParameterName] | undefined =>
  IN_ORDER.find(([first, second]) => values[first] < values[second]);
