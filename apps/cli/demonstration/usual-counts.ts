import type { Counts } from './counts.js';
import type { SeededRandom } from './random.js';

/** What a usual count finds: most units are short of something, in a share that the bands of the rules tell apart. */
export function countsOf(lot: SeededRandom): Counts {
  const well = {
    personnel: lot.between(91, 100),
    equipment: lot.between(91, 100),
    serviceability: lot.between(90, 96),
  };
  const drawn = lot.upTo(99);
  if (drawn < 38) return well;
  if (drawn < 50) return { ...well, personnel: lot.between(80, 89) };
  if (drawn < 62) return { ...well, serviceability: lot.between(80, 89) };
  if (drawn < 70) return { ...well, selfSustainment: lot.between(90, 98) };
  if (drawn < 80) return { ...well, serviceability: lot.between(45, 78) };
  if (drawn < 88) return { ...well, equipment: lot.between(55, 79), serviceability: lot.between(50, 54) };
  if (drawn < 94) return { ...well, serviceability: null };
  return { ...well, selfSustainment: null };
}
