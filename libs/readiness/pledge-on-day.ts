import { FOREVER, type Day } from './day.js';
import type { DocumentFact, DocumentType, Facts } from './facts.js';
import { OnDay } from './on-day.js';
import type { ReadinessParameters } from './parameters.js';

type CountingDocuments = Record<DocumentType, DocumentFact | undefined>;

const NO_DOCUMENTS: Readonly<CountingDocuments> = {
  NOTE_VERBALE: undefined,
  TABLE_OF_ORGANIZATION: undefined,
  MAJOR_EQUIPMENT_LIST: undefined,
  SELF_SUSTAINMENT_LIST: undefined,
  SUR_ALIGNMENT: undefined,
  LOAD_LIST: undefined,
  TRAINING_CERTIFICATE: undefined,
  HR_SCREENING_CERTIFICATE: undefined,
  CONDUCT_CERTIFICATE: undefined,
};

/** The facts of one pledge, looked at on one day: what every gate and rule is handed. */
export class PledgeOnDay extends OnDay {
  private documents: Readonly<CountingDocuments> | undefined;

  constructor(
    readonly facts: Facts,
    day: Day,
    readonly parameters: ReadinessParameters,
  ) {
    super(day);
  }

  /** Of the copies of a document received so far, the one that expires last; undefined where none is held. */
  documentOf(type: DocumentType): DocumentFact | undefined {
    this.documents ??= this.countingDocuments();
    return this.documents[type];
  }

  /** The last day a document was valid, where that is past; else null. */
  expiryOf({ validUntil }: DocumentFact): Day | null {
    return validUntil !== null && this.isPast(validUntil) ? validUntil : null;
  }

  private countingDocuments(): Readonly<CountingDocuments> {
    const counting: CountingDocuments = { ...NO_DOCUMENTS };
    for (const document of this.facts.documents) {
      const held = counting[document.type];
      const lastsLonger = held === undefined || lastDayOf(document) > lastDayOf(held);
      if (lastsLonger && this.hasCome(document.receivedOn)) counting[document.type] = document;
    }
    return counting;
  }
}

/** What has no end never expires. */
function lastDayOf({ validUntil }: DocumentFact): Day {
  return validUntil ?? FOREVER;
}
