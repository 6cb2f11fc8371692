/** Categories of uniformed personnel for which the Uniformed Gender Parity Strategy sets its own targets. */
export const GENDER_TARGET_CATEGORIES = [
  'CONTINGENTS',
  'OBSERVERS_AND_STAFF_OFFICERS',
  'FORMED_POLICE_UNITS',
  'INDIVIDUAL_POLICE',
] as const;
export type GenderTargetCategory = (typeof GENDER_TARGET_CATEGORIES)[number];

/** Target share of women among the deployed, in whole per cent, for one calendar year. */
export interface GenderTargetRow {
  readonly year: number;
  readonly category: GenderTargetCategory;
  readonly percent: number;
  readonly sourced: boolean;
}

/**
 * Year to per cent, in the order of the categories. Targets of the strategy 2018-2028; only those in `SOURCED` are
 * stated by a public text that was read, the others lie on a line between them. For justice and corrections personnel no
 * target is known, so none is listed: «no target on file» is then the answer.
 */
const PERCENT_BY_YEAR: Readonly<Record<number, readonly [number, number, number, number]>> = {
  2018: [5, 15, 7, 20],
  2019: [6, 16, 8, 21],
  2020: [7, 17, 9, 22],
  2021: [8, 18, 11, 23],
  2022: [9, 19, 12, 24],
  2023: [10, 20, 13, 25],
  2024: [11, 21, 15, 26],
  2025: [12, 22, 16, 27],
  2026: [13, 23, 17, 28],
  2027: [14, 24, 19, 29],
  2028: [15, 25, 20, 30],
};

const SOURCED: Readonly<Record<number, readonly GenderTargetCategory[]>> = {
  2021: ['CONTINGENTS', 'OBSERVERS_AND_STAFF_OFFICERS'],
  2022: ['FORMED_POLICE_UNITS'],
  2028: GENDER_TARGET_CATEGORIES,
};

export const GENDER_TARGETS: readonly GenderTargetRow[] = Object.entries(PERCENT_BY_YEAR).flatMap(
  ([year, percents]) =>
    GENDER_TARGET_CATEGORIES.map((category, index) => ({
      year: Number(year),
      category,
      percent: percents[index] ?? 0,
      sourced: (SOURCED[Number(year)] ?? []).includes(category),
    })),
);
