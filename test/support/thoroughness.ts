/** How many cases a property tries: 5,000 by hand, 300 in a run, fewer where the suite runs once more on another server. */
export const PROPERTY_RUNS = Number(process.env['MUSTER_PROPERTY_RUNS'] ?? 300);

/**
 * How much a test looks at: all that it is to hold for by hand, a part of it in each run, and the least that still asks
 * every statement where the run is about the SQL of another server, which chance does not change.
 */
export const byHand = <T>(inFull: T, inPart: T, onceMore: T = inPart): T => {
  if (PROPERTY_RUNS >= 1_000) return inFull;
  return PROPERTY_RUNS >= 300 ? inPart : onceMore;
};
