import { DIMENSIONS, type CriticalLine, type Measurement } from '../facts.js';
import type { Bands } from '../parameters.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import { compareShares, isAtLeast, truncatedPercent } from '../share.js';
import type { Rule } from './rule.js';

type Band = 1 | 2 | 3 | 4;

/** The best band whose lower bound is met; what is not required is not applicable and passes. */
function bandOf(measurement: Measurement, [first, second, third]: Bands): Band {
  if (measurement.required === 0 || isAtLeast(first, measurement)) return 1;
  if (isAtLeast(second, measurement)) return 2;
  return isAtLeast(third, measurement) ? 3 : 4;
}

/** The line with the lowest share of what it requires, then the first by item; lines that require nothing are ignored. */
function worstLine(lines: readonly CriticalLine[]): CriticalLine | null {
  let worst: CriticalLine | null = null;
  for (const line of lines) {
    if (line.required === 0) continue;
    const order = worst === null ? -1 : compareShares(line, worst);
    if (worst === null || order < 0 || (order === 0 && line.item < worst.item)) worst = line;
  }
  return worst;
}

/** The critical line that speaks for equipment on hand, where its band is worse than `band`, that of the total. */
function decidingLine({ facts, parameters }: PledgeOnDay, band: Band): CriticalLine | null {
  if (facts.measurements.equipmentOnHand?.required === 0) return null;
  const worst = worstLine(facts.criticalLines);
  return worst !== null && bandOf(worst, parameters.bands.equipmentOnHand) > band ? worst : null;
}

const dimensions: Rule = (pledge, reasons) => {
  const { aav, measurements } = pledge.facts;
  for (const dimension of DIMENSIONS) {
    const measurement = measurements[dimension];
    const bands = pledge.parameters.bands[dimension];
    if (measurement === null) {
      if (aav !== null) reasons.add('GAP', 'DATA_MISSING', { dimension });
      continue;
    }
    const ownBand = bandOf(measurement, bands);
    const line = dimension === 'equipmentOnHand' ? decidingLine(pledge, ownBand) : null;
    const decisive = line ?? measurement;
    const band = bandOf(decisive, bands);
    if (band === 1) continue;
    const pct = truncatedPercent(decisive);
    const params = line === null ? { dimension, pct } : { dimension, pct, criticalLine: line.item };
    if (band === 2) reasons.add('CONDITION', 'RATING_2', params, decisive);
    else reasons.add('FAIL', band === 3 ? 'RATING_3' : 'RATING_4', params, decisive);
  }
};

export const measurementRules = [dimensions];
