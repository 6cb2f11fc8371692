import { addDays, addMonths, FOREVER, type Day } from './day.js';

/**
 * One day, for those who compare with it.
 *
 * The day itself is out of their reach on purpose. They ask whether something has come or is past, and each
 * answer that a later day would turn is noted in `nextFlip`. Until that day every question has the answer it
 * has today, so the outcome is the same: this is what `nextChangeOn` is derived from.
 */
export class OnDay {
  /** The first later day on which a question asked so far has another answer. */
  nextFlip: Day = FOREVER;

  constructor(private readonly day: Day) {}

  /** Whether `day` is today or earlier: what happens on it counts. */
  hasCome(day: Day): boolean {
    if (day <= this.day) return true;
    if (day < this.nextFlip) this.nextFlip = day;
    return false;
  }

  /** Whether today is after `lastDay`, which itself still counts. */
  isPast(lastDay: Day): boolean {
    return this.hasCome(addDays(lastDay, 1));
  }

  /** Whether something that may have been closed (resolved, settled) is still open: it is closed from its day on. */
  isOpen(closedOn: Day | null): boolean {
    return closedOn === null || !this.hasCome(closedOn);
  }

  /** Whether today is at most `months` after `day`. */
  isWithin(months: number, day: Day): boolean {
    return !this.isPast(addMonths(day, months));
  }
}
