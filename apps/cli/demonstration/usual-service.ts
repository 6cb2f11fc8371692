import { addDays } from '#platform/plain-date.js';
import type { UnitTypeCode } from '#reference/data/unit-types.js';
import { DEMONSTRATION_DAY, monthsAfter, type Ago } from './calendar.js';
import type { SeededRandom } from './random.js';
import {
  actionExtended,
  actionProgressed,
  evaluated,
  planClosed,
  planExtended,
  planOpened,
  type Verdict,
} from './steps-of-performance.js';
import {
  counted,
  deficiencyClosed,
  deficiencyRaised,
  recommendationAnswered,
  visited,
} from './steps-of-visits.js';
import type { Step } from './subject.js';
import { Told } from './told.js';
import { countsOf } from './usual-counts.js';
import { seenBy } from './usual-visits.js';
import { ACTIONS } from './usual-remarks.js';

/** When a unit served, in months before the demonstration's day; `until` 0 where it still does. */
interface Service {
  readonly deployed: number;
  readonly until: number;
  readonly mission: string;
}

/** What a unit's service consists of beside what `inMission` tells. */
interface Draw {
  readonly ago: Ago;
  readonly lot: SeededRandom;
  readonly unitType: UnitTypeCode;
}

const MONTHS_BETWEEN_INSPECTIONS = 6;

/** Inspected every half-year after the first, evaluated, with plans that are kept or not, and visited before it rotates. */
export function servedInMission({ ago, lot, unitType }: Draw, { deployed, until, mission }: Service): Step {
  const told = new Told(until === 0 ? DEMONSTRATION_DAY : ago(until));
  for (
    let month = deployed - 2 * MONTHS_BETWEEN_INSPECTIONS;
    month > until;
    month -= MONTHS_BETWEEN_INSPECTIONS
  ) {
    const from = ago(month);
    const inspection = { kind: 'COE_READINESS', from, outcome: 'SATISFACTORY' } as const;
    told.add(visited({ ...inspection, lasts: 2 }));
    told.on(addDays(from, 9), (on) => counted(inspection, on, countsOf(lot)));
  }
  for (let month = deployed - lot.between(4, 7); month > until; month -= lot.between(8, 11)) {
    evaluatedWithPlan(told, lot, ago(month), mission);
  }
  if (lot.chance(30)) rotated(told, lot, ago(until + lot.between(2, 4)));
  assessed(told, lot, unitType, ago(until + lot.between(1, 9)));
  if (seenBy('HOSPITAL', unitType)) hospitalSeen(told, lot, ago(until + lot.between(3, 7)));
  return told.step();
}

type Day = ReturnType<Ago>;

function verdictOf(lot: SeededRandom): Verdict {
  const drawn = lot.upTo(99);
  if (drawn < 58) return 'SATISFACTORY';
  return drawn < 90 ? 'NEEDS_IMPROVEMENT' : 'UNSATISFACTORY';
}

function evaluatedWithPlan(told: Told, lot: SeededRandom, on: Day, mission: string): void {
  told.add(evaluated(on, verdictOf(lot), mission));
  const opened = addDays(on, lot.between(8, 25));
  const due = monthsAfter(opened, lot.between(4, 6));
  if (lot.chance(8)) return;
  const action = lot.oneOf(ACTIONS);
  if (!told.on(opened, () => planOpened({ after: on, opened, due, actions: [action] }))) return;
  told.on(addDays(opened, 40), (day) =>
    actionProgressed(day, action, 'IN_PROGRESS', 'A first report is enclosed.'),
  );
  const drawn = lot.upTo(99);
  if (drawn < 74) {
    const state = lot.chance(90) ? 'DONE' : 'DROPPED';
    const note = state === 'DONE' ? 'The mission was shown it.' : 'The mission no longer asks for it.';
    told.on(addDays(due, -45), (day) => actionProgressed(day, action, state, note));
    told.on(addDays(due, -lot.between(2, 30)), (day) =>
      planClosed(on, day, 'ACHIEVED', 'Seen by the mission.'),
    );
  } else if (drawn < 82) {
    told.on(addDays(due, 6), (day) =>
      planClosed(on, day, 'NOT_ACHIEVED', 'Half of it was done by the day due.'),
    );
  } else if (drawn < 92) {
    const later = monthsAfter(due, 3);
    told.on(addDays(due, -7), (day) => planExtended(on, day, later, 'Spare parts came late.'));
    told.on(addDays(due, -6), (day) => actionExtended(on, day, action, later, 'Spare parts came late.'));
  }
}

function rotated(told: Told, lot: SeededRandom, from: Day): void {
  const conditions = lot.chance(50);
  const reference = 'C-ROTATION';
  told.add(
    visited({
      kind: 'PRE_ROTATION',
      from,
      outcome: conditions ? 'PASS_WITH_CONDITIONS' : 'PASS',
      ...(conditions
        ? {
            recommendations: [
              { reference, area: 'TRAINING', statement: 'Exercise convoys at company strength.' },
            ],
          }
        : {}),
    }),
  );
  if (conditions && lot.chance(60)) {
    told.on(addDays(from, 40), (on) =>
      recommendationAnswered(on, reference, 'Exercised with all companies.'),
    );
  }
}

/** Formed police units are assessed before their officers change; of infantry battalions some show their skills. */
function assessed(told: Told, lot: SeededRandom, unitType: UnitTypeCode, from: Day): void {
  const police = seenBy('FPU_ASSESSMENT', unitType);
  if (!police && !(unitType === 'INFANTRY_BATTALION' && lot.chance(40))) return;
  const outcome = lot.oneOf(['PASS', 'PASS', 'PASS', 'PASS_WITH_CONDITIONS', 'FAIL']);
  told.add(visited({ kind: police ? 'FPU_ASSESSMENT' : 'SKILLS_VALIDATION', from, outcome }));
}

function hospitalSeen(told: Told, lot: SeededRandom, from: Day): void {
  told.add(visited({ kind: 'HOSPITAL', from, outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS' }));
  if (!lot.chance(60)) return;
  const reference = 'H-1';
  const raised = addDays(from, 10);
  const statement = 'The anaesthesia machine had not been calibrated within the year.';
  const severity = lot.chance(50) ? 'CRITICAL' : 'MAJOR';
  told.add(deficiencyRaised({ reference, visit: from, raised, due: addDays(from, 75), severity, statement }));
  if (lot.chance(65)) {
    told.on(addDays(from, 60), (on) =>
      deficiencyClosed(on, reference, 'The certificate of calibration was seen.'),
    );
  }
}
