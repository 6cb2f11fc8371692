import { dayOf, type PlainDate } from './plain-date.js';

/** When an operation takes place: the instant that its records carry, and the day that it calls today. */
export interface OperationTime {
  readonly now: Date;
  readonly today: PlainDate;
}

/**
 * What a server says of the time to the operations that it begins. What it leaves out comes from the database: its
 * clock, and the day on which its demonstration stands. So the servers of one database agree on what came first and on
 * what today is, however their own clocks differ.
 */
export type Clock = () => Partial<OperationTime>;

/** The database's clock, with the day held where one is given. */
export const databaseClock =
  (heldDay?: PlainDate): Clock =>
  () =>
    heldDay === undefined ? {} : { today: heldDay };

/** A clock that stands until it is moved, for tests. */
export class MovingClock {
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

  /** What a server is to be told. */
  readonly time: Clock = () => ({ now: this.now(), today: this.today() });

  /** Moves to an instant; never backwards, because what was recorded was recorded in that order. */
  moveTo(instant: Date): void {
    if (instant < this.#now) throw new RangeError(`the clock stands at ${this.#now.toISOString()}`);
    this.#now = instant;
  }
}
