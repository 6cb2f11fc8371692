import type { LifecycleState } from '../codes.js';

/**
 * The kinds of visit that inspect contingent-owned equipment line by line, and the states of the units that each looks
 * at on its last day: in the mission on arrival and every half year, and once more on leaving it, or shortly after.
 */
export const INSPECTIONS = {
  COE_ARRIVAL: ['DEPLOYED'],
  COE_READINESS: ['DEPLOYED'],
  COE_REPATRIATION: ['DEPLOYED', 'RETURNED'],
} as const satisfies Readonly<Record<string, readonly LifecycleState[]>>;

/** Their codes. */
export const INSPECTION_KINDS = Object.keys(INSPECTIONS);

/** From what share of the agreed pieces, serviceable and in whole percent, a line of equipment counts as complete. */
export const COMPLETE_LINE = {
  percent: 90,
  source:
    'COE Manual, chapter 3: major equipment is paid in full while at least 90 % of what was agreed is serviceable',
  sourced: true,
} as const;
