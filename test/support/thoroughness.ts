/** How many cases a property tries: 5,000 by hand, fewer where nobody waits for the last of them. */
export const PROPERTY_RUNS = Number(process.env['MUSTER_PROPERTY_RUNS'] ?? 300);

/** How much of the demonstration a property looks at: all that it is to hold for by hand, a part of it in each run. */
export const byHand = <T>(inFull: T, inPart: T): T => (PROPERTY_RUNS >= 1_000 ? inFull : inPart);
