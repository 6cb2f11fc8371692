import {
  GENDER_TARGETS,
  type GenderTargetCategory,
  type GenderTargetRow,
} from '#reference/data/gender-targets.js';

/** Where the share of women stands beside its target; the first three are the Department's green, yellow and red. */
export type ShareStanding = 'TARGET_MET' | 'SOME' | 'NONE' | 'NO_TARGET' | 'NOBODY';

/** The target of a year; undefined where none is on file: it is never guessed. */
export const targetOf = (category: GenderTargetCategory, year: number): GenderTargetRow | undefined =>
  GENDER_TARGETS.find((target) => target.category === category && target.year === year);

/** Per cent to one place, cut off rather than rounded, so that it never reads higher than the target it misses. */
export const percentOf = (female: number, total: number): number | null =>
  total === 0 ? null : Math.floor((female * 1000) / total) / 10;

/**
 * Where a share stands beside its target, as the Department colours it: green where the target is met, yellow from one
 * woman in a thousand, red below. Whole numbers, so that no rounding decides.
 * @param target whole per cent, or undefined where none is on file
 */
export function standingOfShare(female: number, total: number, target: number | undefined): ShareStanding {
  if (total === 0) return 'NOBODY';
  if (female * 1000 < total) return 'NONE';
  if (target === undefined) return 'NO_TARGET';
  return female * 100 >= target * total ? 'TARGET_MET' : 'SOME';
}
