import { addDays } from '#platform/plain-date.js';
import { inMonths, monthsAfter, type Ago } from './calendar.js';
import type { SeededRandom } from './random.js';
import type { UnitTypeCode } from '#reference/data/unit-types.js';
import type { Step } from './subject.js';
import { confirmed, described, drafted, moved, rejected, submitted, withdrawn } from './steps-of-life.js';
import { reviewed } from './steps-of-requirements.js';
import {
  barred,
  caveatDeclared,
  caveatReported,
  caveatSettled,
  levelDecided,
  screened,
} from './steps-of-evidence.js';
import { visitCancelled, visited, visitPlanned } from './steps-of-visits.js';
import { atRdl, inGeneration, inMission, submittedWithDocuments } from './usual-stories.js';
import { inPoolForYears, type Pooled } from './usual-pool.js';
import { countsOf } from './usual-counts.js';
import { seenBy } from './usual-visits.js';
import { servedInMission } from './usual-service.js';
import { CAVEATS, MISSIONS, REVIEWS, WITHDRAWALS } from './usual-remarks.js';
import type { Fate, Rounds } from './usual-cast.js';

/** What a life is drawn from. */
export interface Draw {
  readonly ago: Ago;
  readonly lot: SeededRandom;
  readonly rounds: Rounds;
  readonly unitType: UnitTypeCode;
  /** It is held against an older version of its statement of requirements than the newest. */
  readonly behind: boolean;
}

const pooled = ({ ago, lot, rounds }: Draw, life: Partial<Pooled> = {}): Step =>
  inPoolForYears(ago, lot, { registered: lot.between(7, 58), visits: rounds.visits, ...life });

/** What befalls some pledges beside: a caveat, a new description. */
function besides({ ago, lot, behind }: Draw): Step[] {
  const steps: Step[] = [];
  if (behind && lot.chance(50)) {
    const [conclusion, reason] = lot.oneOf(REVIEWS);
    steps.push(reviewed(ago(lot.between(1, 3)), conclusion, reason));
  }
  if (lot.chance(14)) {
    const since = lot.between(4, 6);
    steps.push(caveatDeclared(ago(since), 'C-1', lot.oneOf(CAVEATS)));
    if (lot.chance(50)) steps.push(caveatSettled(ago(since - 3), 'C-1', 'Withdrawn by note verbale.'));
  }
  if (lot.chance(12)) steps.push(described(ago(lot.between(1, 6)), 60, 'Equipment is now kept packed.'));
  if (lot.chance(4)) {
    steps.push(
      caveatReported(ago(1), 'C-2', inMonths(lot.between(-1, 2)), 'A task in another sector was declined.'),
    );
  }
  if (lot.chance(4)) {
    const from = ago(lot.between(2, 5));
    const reason = 'Decision of a performance meeting, until the training has been repeated.';
    steps.push(
      barred({ decision: 'DEMO-BAR-UNIT', from, until: monthsAfter(from, lot.between(3, 12)), reason }),
    );
  }
  return steps;
}

/** Verified each year since it was signed. */
function atRdlFor(ago: Ago, signed: number): Step[] {
  const again: Step[] = [];
  for (let month = signed - 13; month > 0; month -= 11) {
    again.push(visited({ kind: 'RDL_VERIFICATION', from: ago(month), outcome: 'PASS' }));
  }
  const until = monthsAfter(ago(signed), 36);
  return [atRdl(ago, { signed: ago(signed), until, verified: ago(signed - 2) }), ...again];
}

/** A pledge that has all that the rapid deployment level asks for: visited well and counted well. */
const sound = (draw: Draw, ...visits: readonly [number, ...number[]]): Step =>
  pooled(draw, { registered: visits[0] + draw.lot.between(3, 9), visits, sound: true });

/** The life of each fate, told with everything that the lot decides. */
export const LIVES: Readonly<Record<Fate, (draw: Draw) => Step[]>> = {
  SEEN_IN_PERIOD: (draw) => [pooled(draw, { registered: draw.lot.between(18, 58) }), ...besides(draw)],
  IN_POOL: (draw) => [pooled(draw), ...besides(draw)],
  LAPSED: (draw) => {
    const { lot, ago } = draw;
    const stale = lot.between(28, 40);
    const confirmed = lot.chance(25) ? ago(6, lot.between(5, 25)) : ago(lot.between(8, 14));
    const planned = ago(lot.between(5, 7));
    return [
      pooled(draw, { registered: stale + lot.between(4, 18), visits: [stale], confirmed }),
      ...(lot.chance(40)
        ? [
            visitPlanned('AAV', planned),
            visitCancelled(addDays(planned, -10), 'AAV', planned, 'The pledge was not confirmed in time.'),
          ]
        : []),
    ];
  },
  NEW: (draw) => [
    pooled(draw, { registered: draw.lot.between(4, 10), visits: [] }),
    ...(draw.lot.chance(50) ? [visitPlanned('AAV', inMonths(draw.lot.between(1, 3)))] : []),
  ],
  AT_RDL: (draw) => {
    const signed = draw.lot.between(15, 24);
    return [sound(draw, signed + 9), ...atRdlFor(draw.ago, signed)];
  },
  AT_RDL_BEFORE: (draw) => {
    const { ago } = draw;
    const until = ago(28);
    return [
      sound(draw, 47, 20),
      atRdl(ago, { signed: ago(40), until, verified: ago(38) }),
      levelDecided(addDays(until, 10), 'LEVEL_3'),
    ];
  },
  AT_RDL_SINCE: (draw) => {
    const { ago } = draw;
    return [sound(draw, 20), atRdl(ago, { signed: ago(4), verified: ago(2), decided: ago(1) })];
  },
  BACK_IN_POOL: (draw) => {
    const { ago, lot } = draw;
    const mission = lot.oneOf(MISSIONS);
    const deployed = lot.between(38, 44);
    const back = lot.between(17, 22);
    return [
      inMission(ago, { deployed, mission, inspected: {} }),
      servedInMission(draw, { deployed, until: back + 2, mission }),
      visited({ kind: 'COE_REPATRIATION', from: ago(back + 1), outcome: 'SATISFACTORY', lasts: 2 }),
      moved(ago(back), { to: 'RETURNED' }),
      moved(ago(back - 1), { to: 'REGISTERED', confirmedOn: ago(back - 1) }),
      ...[6, 11, 16].filter((months) => months < back - 1).map((months) => confirmed(ago(back - 1 - months))),
      screened(ago(back - 1, -20), 'CERTIFIED'),
      ...(lot.chance(60)
        ? [visited({ kind: 'AAV', from: ago(lot.between(1, 3)), outcome: 'SATISFACTORY' })]
        : []),
    ];
  },
  WITHDRAWN_SINCE: (draw) => leaving(draw, draw.lot.between(1, 3)),
  SELECTED_SINCE: (draw) => chosen(draw, draw.lot.between(1, 3)),
  DEPLOYED: (draw) => {
    const { ago, lot } = draw;
    const mission = lot.oneOf(MISSIONS);
    const deployed = lot.between(17, 36);
    return [
      inMission(ago, { deployed, mission, inspected: countsOf(lot) }),
      servedInMission(draw, { deployed, until: 0, mission }),
      ...besides(draw),
    ];
  },
  DEPLOYED_SINCE: (draw) => [inMission(draw.ago, { deployed: draw.lot.between(1, 3), mission: 'UNMISS' })],
  ON_THE_WAY: (draw) => chosen(draw, draw.lot.between(5, 8)),
  RETURNED: (draw) => {
    const { ago, lot } = draw;
    const mission = lot.oneOf(MISSIONS);
    const deployed = lot.between(34, 40);
    const back = lot.between(2, 10);
    return [
      inMission(ago, { deployed, mission, inspected: {} }),
      servedInMission(draw, { deployed, until: back + 2, mission }),
      visited({ kind: 'COE_REPATRIATION', from: ago(back + 1), outcome: 'SATISFACTORY', lasts: 2 }),
      moved(ago(back), { to: 'RETURNED' }),
    ];
  },
  WITHDRAWN: (draw) => leaving(draw, draw.lot.between(5, 26)),
  NEWEST: (draw) => [pooled(draw, { registered: draw.lot.between(1, 3), visits: [] })],
  REJECTED: ({ ago, lot }) => {
    const since = lot.between(2, 24);
    return [
      drafted(ago(since + 2)),
      submitted(ago(since + 1)),
      rejected(ago(since), 'What was enclosed does not describe a unit that can be deployed.'),
    ];
  },
  SUBMITTED: ({ ago, lot }) => [submittedWithDocuments(ago(0, lot.between(3, 40)))],
  DRAFT: ({ ago, lot }) => [drafted(ago(0, lot.between(3, 60)))],
};

/** In the pool until its Member State withdraws it. */
function leaving(draw: Draw, until: number): Step[] {
  const { ago, lot } = draw;
  const registered = until + lot.between(8, 30);
  return [
    pooled(draw, { registered, until, confirmed: ago(until + 1) }),
    withdrawn(ago(until), lot.oneOf(WITHDRAWALS)),
  ];
}

/** Selected so many months ago, and as far on its way as that lets it be. */
function chosen(draw: Draw, selected: number): Step[] {
  const { ago, lot, unitType } = draw;
  const last =
    selected < 2 ? 'SELECTED' : selected < 5 ? 'MOU_NEGOTIATION' : lot.chance(50) ? 'PDV' : 'CLEARED';
  const mission = lot.oneOf(MISSIONS);
  const deployment = inMonths(lot.between(2, 5));
  const kind = seenBy('FPU_ASSESSMENT', unitType) ? 'FPU_ASSESSMENT' : 'SKILLS_VALIDATION';
  return [
    inGeneration(ago, { selected, last, mission, deployment }),
    ...(selected < 5 ? [] : [visited({ kind, from: ago(2), outcome: lot.chance(70) ? 'PASS' : 'FAIL' })]),
  ];
}
