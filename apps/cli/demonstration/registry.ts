import { term } from '#platform/messages/render.js';
import { agoWith, DEMONSTRATION_DAY, inMonths } from './calendar.js';
import { MEMBER_STATES_BY_LOT, PARTS, scenario, type ScenarioName } from './cast.js';
import { requirementOn } from './counts.js';
import { shareVisits, type Happening } from './happening.js';
import { SeededRandom } from './random.js';
import { stateBarred } from './steps-of-evidence.js';
import type { Subject } from './subject.js';
import { usualPledges } from './usual-cast.js';
import { LIVES } from './usual-lives.js';

/** One pledge of the demonstration, and the story it was given. */
export interface Played {
  readonly subject: Subject;
  readonly scenario: ScenarioName;
  /** Days by which its Member State's stories lie earlier. */
  readonly shift: number;
  /** Its whole Member State is barred, by a decision told with its first pledge. */
  readonly statesBar: boolean;
  readonly first: boolean;
}

const LOT = 1_945;
/** Stories keep further than this from the limits that they are to stay within. */
const MOST_DAYS_EARLIER = 9;

/** Who plays what: the same in every load. */
export function playedPledges(): Played[] {
  const lot = new SeededRandom(LOT);
  const memberStates = lot.shuffled(MEMBER_STATES_BY_LOT);
  const numbers = new Map<string, number>();
  return PARTS.flatMap(({ roles, barred: statesBar = false }, index) => {
    const [memberState, ...languages] = memberStates[index] ?? [];
    if (memberState === undefined) throw new RangeError('there are more parts than Member States');
    const shift = lot.upTo(MOST_DAYS_EARLIER);
    return roles.map(([unitType, name], place) => {
      const number = (numbers.get(unitType) ?? 0) + 1;
      numbers.set(unitType, number);
      const title = `Demonstration ${term('en', 'unitType', unitType)} ${number}`;
      const reference = `DEMO-${memberState}-${place + 1}`;
      const subject: Subject = { reference, memberState, unitType, title, languages, evaluator: 1 };
      return { subject, scenario: name, shift, statesBar, first: place === 0 };
    });
  });
}

/** Everything that ever happens in the demonstration, in the order of the days of which it speaks. */
export function allHappenings(): Happening[] {
  const told = playedPledges().flatMap(({ subject, scenario: name, shift, statesBar, first }) => {
    const ago = agoWith(shift);
    const steps = [...scenario(name).steps(ago)];
    if (statesBar && first) {
      const reason = 'Invented for the demonstration: no unit of this Member State is taken for a year.';
      steps.push(stateBarred({ decision: 'DEMO-STATE-BAR-1', from: ago(2), until: inMonths(10), reason }));
    }
    return untilItsEnd(steps.flatMap((step) => step(subject)));
  });
  const lived = usualPledges().flatMap(({ subject, fate, rounds, lot }) => {
    const draw = {
      ago: agoWith(rounds.shift),
      lot,
      rounds,
      unitType: subject.unitType,
      behind: isBehind(subject),
    };
    return untilItsEnd(LIVES[fate](draw).flatMap((step) => step(subject)));
  });
  told.push(...lived);
  const late = told.find(({ day }) => day > DEMONSTRATION_DAY);
  if (late !== undefined) throw new RangeError(`${late.pledges.join()} has something happen on ${late.day}`);
  return shareVisits(told.toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))));
}

const isBehind = (subject: Subject): boolean =>
  requirementOn(subject, DEMONSTRATION_DAY) !==
  requirementOn({ unitType: subject.unitType }, DEMONSTRATION_DAY);

function untilItsEnd(happenings: readonly Happening[]): readonly Happening[] {
  const end = happenings.find(({ ends }) => ends)?.day;
  return end === undefined ? happenings : happenings.filter(({ day }) => day <= end);
}
