import { addDays, type PlainDate } from '#platform/plain-date.js';
import { LEVEL_1_DOCUMENTS, LEVEL_3_DOCUMENTS, type DocumentType } from '#readiness/facts.js';
import type { Level } from '#reference/codes.js';
import { DEMONSTRATION_DAY, earliest, monthsAfter, type Ago } from './calendar.js';
import { countsOf } from './usual-counts.js';
import type { SeededRandom } from './random.js';
import { documentReceived, levelDecided, measured, screened } from './steps-of-evidence.js';
import { confirmedUntil } from './steps-of-life.js';
import { aligned, type Offer } from './steps-of-requirements.js';
import { counted } from './steps-of-visits.js';
import { together, type Step } from './subject.js';
import { enteredWith } from './usual-stories.js';
import { Told } from './told.js';
import { Remarks, type Outcome } from './usual-visits.js';

/** A pledge's years in the pool, as far as the lot does not decide them. */
export interface Pooled {
  /** Months before the demonstration's day, as are the others. */
  readonly registered: number;
  /** Visits to its Member State, the earliest first; those before it was registered did not see it. */
  readonly visits: readonly number[];
  /** When it left the pool; left out where it is still in it. */
  readonly until?: number;
  /** Its latest confirmation; left out, a recent one. */
  readonly confirmed?: PlainDate;
  /** Nothing is against it: it is visited well, counted well, screened, and renews what it sent. */
  readonly sound?: true;
}

interface Seen {
  readonly from: PlainDate;
  readonly outcome: Outcome;
}

/** In days after the first day of a visit. */
const COUNTED = 20;
const DECIDED = 35;
const SENT_FOR_LEVEL_3 = 85;
const DECIDED_ON_LEVEL_3 = 100;
const SETTLED = 120;

/** Registered, visited, counted, screened, brought to a level and kept there or not, over the years. */
export function inPoolForYears(ago: Ago, lot: SeededRandom, life: Pooled): Step {
  const { registered, until = 0, confirmed = ago(lot.between(0, 4), lot.between(1, 20)), sound } = life;
  const registeredOn = ago(registered);
  const told = new Told(until === 0 ? DEMONSTRATION_DAY : addDays(ago(until), -1));
  const visits = life.visits
    .filter((months) => months <= registered - 2 && months > until)
    .map((months): Seen => ({ from: ago(months), outcome: sound ? 'SATISFACTORY' : outcomeOf(lot) }));
  // What a level rests on is renewed at least until it was decided on.
  const settledOn = addDays(visits.at(-1)?.from ?? registeredOn, SETTLED);
  const keep = (types: readonly DocumentType[], on: PlainDate) =>
    together(...types.map((type) => kept(lot, type, on, sound ? told.until : settledOn, told)));

  told.add(
    enteredWith(registeredOn, (on) => keep(LEVEL_1_DOCUMENTS, on)),
    confirmedUntil(registeredOn, earliest(confirmed, told.until)),
    levelDecided(addDays(registeredOn, 3), 'LEVEL_1'),
  );
  const remarks = new Remarks(lot, told);
  for (const visit of visits) remarks.of(visit, sound ?? false);
  countedYearly(lot, told, visits, registeredOn, sound);
  decided(told, lot, visits, (sound ?? false) || lot.chance(42), (on) => keep(LEVEL_3_DOCUMENTS, on));
  told.on(addDays(visits[0]?.from ?? registeredOn, 45), (on) =>
    screened(on, sound ? 'CERTIFIED' : screeningOf(lot)),
  );
  return told.step();
}

function outcomeOf(lot: SeededRandom): Outcome {
  const drawn = lot.upTo(99);
  if (drawn < 50) return 'SATISFACTORY';
  return drawn < 88 ? 'SATISFACTORY_WITH_RECOMMENDATIONS' : 'UNSATISFACTORY';
}

function screeningOf(lot: SeededRandom): 'CERTIFIED' | 'PENDING' | 'REFUSED' {
  const drawn = lot.upTo(99);
  if (drawn < 85) return 'CERTIFIED';
  return drawn < 98 ? 'PENDING' : 'REFUSED';
}

/** Half of all documents are valid for ever; the others are renewed in time, and after `surely` not always. */
function kept(lot: SeededRandom, type: DocumentType, on: PlainDate, surely: PlainDate, told: Told): Step {
  if (type === 'NOTE_VERBALE' || lot.chance(55)) return documentReceived(on, type);
  const months = lot.oneOf([18, 24, 24, 36]);
  const steps: Step[] = [];
  for (let sentOn = on; sentOn <= told.until;) {
    const validUntil = monthsAfter(sentOn, months);
    steps.push(documentReceived(sentOn, type, validUntil));
    if (validUntil > surely && lot.chance(22)) break;
    sentOn = addDays(validUntil, -lot.between(5, 40));
  }
  return together(...steps);
}

function offerOf(lot: SeededRandom): Offer {
  const drawn = lot.upTo(99);
  if (drawn < 55) return {};
  if (drawn < 62) return { withoutLastCategory: true };
  const short = { place: lot.upTo(3), percent: lot.between(60, 95) };
  return drawn < 88 ? { short, variation: 'The mission provides the rest.' } : { short };
}

/** The level follows what each visit concluded; the third is asked for once, and kept while visits go well. */
function decided(
  told: Told,
  lot: SeededRandom,
  visits: readonly Seen[],
  asksForLevel3: boolean,
  documents: (on: PlainDate) => Step,
): void {
  let level: Level = 'LEVEL_1';
  let sent = false;
  const decide = (on: PlainDate, to: Level) => {
    if (level !== to) told.on(on, () => levelDecided(on, to));
    level = to;
  };
  for (const { from, outcome } of visits) {
    if (outcome === 'UNSATISFACTORY') {
      decide(addDays(from, DECIDED), 'LEVEL_1');
      continue;
    }
    if (sent) {
      decide(addDays(from, DECIDED), 'LEVEL_3');
      continue;
    }
    decide(addDays(from, DECIDED), 'LEVEL_2');
    if (!asksForLevel3 || addDays(from, DECIDED_ON_LEVEL_3) > told.until) continue;
    told.on(addDays(from, SENT_FOR_LEVEL_3), (on) => together(documents(on), aligned(on, offerOf(lot))));
    decide(addDays(from, DECIDED_ON_LEVEL_3), 'LEVEL_3');
    sent = true;
  }
}

/** Counted by the team of some visits, else by the Member State, and once a year between them. */
function countedYearly(
  lot: SeededRandom,
  told: Told,
  visits: readonly Seen[],
  registeredOn: PlainDate,
  sound: true | undefined,
): void {
  const counts = () => (sound ? {} : countsOf(lot));
  if (visits.length === 0 && lot.chance(50))
    told.on(addDays(registeredOn, COUNTED), (on) => measured(on, counts()));
  if (!sound && lot.chance(6)) return;
  for (const [place, { from }] of visits.entries()) {
    told.on(addDays(from, COUNTED), (on) =>
      lot.chance(35) ? counted({ kind: 'AAV', from }, on, counts()) : measured(on, counts()),
    );
    const next = visits[place + 1]?.from ?? told.until;
    for (let on = monthsAfter(addDays(from, COUNTED), 11); addDays(on, 60) < next; on = monthsAfter(on, 11)) {
      told.on(on, () => measured(on, counts()));
    }
  }
}
