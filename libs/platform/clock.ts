import { dayOf, type PlainDate } from './plain-date.js';

/**
 * The only source of time. Instants say when something was recorded and are always true; the day says what "today"
 * is and may be held (a demonstration stands on one day, a test on another).
 */
export interface Clock {
  now(): Date;
  today(): PlainDate;
}

/** The system's clock, with the day held where one is given. */
export function systemClock(heldDay?: PlainDate): Clock {
  return { now: () => new Date(), today: () => heldDay ?? dayOf(new Date()) };
}

/** A clock that stands until it is moved: for the demonstration's history and for tests. */
export class MovingClock implements Clock {
  #now: Date;

  constructor(start: Date) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  today(): PlainDate {
    return dayOf(this.#now);
  }

  /** Moves to an instant; never backwards, because what was recorded was recorded in that order. */
  moveTo(instant: Date): void {
    if (instant < this.#now) throw new RangeError(`the clock stands at ${this.#now.toISOString()}`);
    this.#now = instant;
  }
}
