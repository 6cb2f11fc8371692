import type { PlainDate } from '#platform/plain-date.js';
import { together, type Step } from './subject.js';

/** A life as it is told: what would happen after its last day does not. */
export class Told {
  readonly #steps: Step[] = [];

  constructor(readonly until: PlainDate) {}

  add(...steps: readonly Step[]): void {
    this.#steps.push(...steps);
  }

  /** @returns whether it happened */
  on(day: PlainDate, step: (on: PlainDate) => Step): boolean {
    if (day > this.until) return false;
    this.#steps.push(step(day));
    return true;
  }

  step(): Step {
    return together(...this.#steps);
  }
}
