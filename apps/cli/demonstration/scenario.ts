import type { Status } from '#readiness/facts.js';
import type { Ago } from './calendar.js';
import type { Step } from './subject.js';

/** A story of which the registry holds one or several, each of another pledge and on other days. */
export interface Scenario {
  /** What it comes to on the demonstration's day, where no bar of the whole Member State stands in the way. */
  readonly comesTo: Status;
  readonly steps: (ago: Ago) => readonly Step[];
}
