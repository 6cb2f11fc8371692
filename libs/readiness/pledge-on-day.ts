import { addDays, addMonths, FOREVER, type Day } from './day.js';
import type { DocumentType, Facts } from './facts.js';
import type { ReadinessParameters } from './parameters.js';

/** Earlier than every day: no copy of a document is held. */
const NOT_HELD = -FOREVER as Day;
const NO_DOCUMENTS: Readonly<Record<DocumentType, Day>> = {
  NOTE_VERBALE: NOT_HELD,
  TABLE_OF_ORGANIZATION: NOT_HELD,
  MAJOR_EQUIPMENT_LIST: NOT_HELD,
  SELF_SUSTAINMENT_LIST: NOT_HELD,
  SUR_ALIGNMENT: NOT_HELD,
  LOAD_LIST: NOT_HELD,
  TRAINING_CERTIFICATE: NOT_HELD,
  HR_SCREENING_CERTIFICATE: NOT_HELD,
  CONDUCT_CERTIFICATE: NOT_HELD,
};

/**
 * The facts of one pledge, looked at on one day: what every gate and rule is handed.
 *
 * The day itself is out of their reach on purpose. They ask whether something has come or is past, and each
 * answer that a later day would turn is noted in `nextFlip`. Until that day every question has the answer it
 * has today, so the outcome is the same: this is what `nextChangeOn` is derived from.
 */
export class PledgeOnDay {
  /** The first later day on which a question asked so far has another answer. */
  nextFlip: Day = FOREVER;
  private documents: Readonly<Record<DocumentType, Day>> | undefined;

  constructor(
    readonly facts: Facts,
    private readonly day: Day,
    readonly parameters: ReadinessParameters,
  ) {}

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

  /**
   * The last day on which a document of this type is valid: of the copies received, the one that expires last.
   * FOREVER where it never expires, undefined where none has been received.
   */
  documentValidUntil(type: DocumentType): Day | undefined {
    this.documents ??= this.receivedDocuments();
    const validUntil = this.documents[type];
    return validUntil === NOT_HELD ? undefined : validUntil;
  }

  private receivedDocuments(): Readonly<Record<DocumentType, Day>> {
    const received = { ...NO_DOCUMENTS };
    for (const { type, receivedOn, validUntil } of this.facts.documents) {
      const lastDay = validUntil ?? FOREVER;
      if (lastDay > received[type] && this.hasCome(receivedOn)) received[type] = lastDay;
    }
    return received;
  }
}
