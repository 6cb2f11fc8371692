import { addDays, type PlainDate } from '#platform/plain-date.js';
import { LEVEL_1_DOCUMENTS, LEVEL_3_DOCUMENTS, type DocumentType } from '#readiness/facts.js';
import { monthsAfter, type Ago } from './calendar.js';
import type { Counts } from './counts.js';
import {
  documentReceived,
  documentsReceived,
  levelDecided,
  measured,
  rdlAgreed,
  screened,
} from './steps-of-evidence.js';
import {
  certificateReceived,
  committed,
  confirmedUntil,
  deploymentPlanned,
  drafted,
  moved,
  registered,
  submitted,
} from './steps-of-life.js';
import { aligned } from './steps-of-requirements.js';
import { unitAssigned } from './steps-of-performance.js';
import { counted, visited, type VisitStory } from './steps-of-visits.js';
import { together, type Step } from './subject.js';

/** How the usual story of a pledge in the pool differs. */
export interface PoolStory {
  /** Months since its registration. */
  readonly registered?: number;
  /** Its latest confirmation. */
  readonly confirmed?: PlainDate;
  /** Months since its assessment and advisory visit; null where there was none. */
  readonly visited?: number | null;
  readonly visit?: Partial<VisitStory>;
  readonly counts?: Counts | null;
  readonly level?: 'LEVEL_1' | 'LEVEL_2' | 'LEVEL_3';
  readonly lacks?: readonly DocumentType[];
  /** Documents whose validity ends, by type: their last day. */
  readonly valid?: Readonly<Partial<Record<DocumentType, PlainDate>>>;
  readonly screening?: 'CERTIFIED' | 'PENDING' | 'REFUSED' | null;
}

/**
 * A pledge in the pool with nothing against it, but for what is told otherwise: submitted with its four documents,
 * registered, kept confirmed, visited, counted, screened, and brought to a level.
 */
export function inPool(ago: Ago, story: PoolStory = {}): Step {
  const { registered: months = 20, lacks = [], valid = {}, level = 'LEVEL_3', counts = {} } = story;
  const { visited: visitedMonths = roundAfter(months), screening = 'CERTIFIED', confirmed = ago(2) } = story;
  const registeredOn = ago(months);
  const visitOn = visitedMonths === null ? null : ago(visitedMonths);
  const countedOn = addDays(visitOn ?? registeredOn, 25);
  const held = (types: readonly DocumentType[], on: PlainDate) =>
    together(
      ...types.filter((type) => !lacks.includes(type)).map((type) => documentReceived(on, type, valid[type])),
    );
  return together(
    enteredWith(registeredOn, (on) => held(LEVEL_1_DOCUMENTS, on)),
    confirmedUntil(registeredOn, confirmed),
    ...(level !== 'LEVEL_1' || lacks.length > 0 ? [] : [levelDecided(addDays(registeredOn, 3), level)]),
    ...(visitOn === null
      ? []
      : [visited({ kind: 'AAV', from: visitOn, outcome: 'SATISFACTORY', ...story.visit })]),
    ...(counts === null ? [] : [measured(countedOn, counts)]),
    ...(screening === null ? [] : [screened(addDays(countedOn, 5), screening)]),
    ...(level === 'LEVEL_1' ? [] : [levelDecided(addDays(countedOn, 10), 'LEVEL_2')]),
    ...(level === 'LEVEL_3'
      ? [
          held(LEVEL_3_DOCUMENTS, addDays(countedOn, 60)),
          aligned(addDays(countedOn, 60)),
          ...(lacks.length > 0 ? [] : [levelDecided(addDays(countedOn, 75), 'LEVEL_3')]),
        ]
      : []),
  );
}

/** Visits to a Member State come in rounds, so that one visit sees several of its units. */
const ROUNDS = [17, 3];
const roundAfter = (registered: number): number =>
  ROUNDS.find((months) => months <= registered - 3) ?? registered - 3;

/** Drafted two months before, submitted with its documents one month before, then registered. */
export const enteredWith = (registeredOn: PlainDate, documents: (on: PlainDate) => Step): Step =>
  together(
    drafted(monthsAfter(registeredOn, -2)),
    documents(addDays(registeredOn, -32)),
    submitted(addDays(registeredOn, -30)),
    registered(registeredOn),
  );

export const submittedWithDocuments = (on: PlainDate): Step =>
  together(
    drafted(monthsAfter(on, -1)),
    documentsReceived(addDays(on, -2), LEVEL_1_DOCUMENTS),
    submitted(on),
  );

/** How the rapid deployment level of a pledge differs from the usual. */
export interface RdlStory {
  readonly signed?: PlainDate;
  readonly until?: PlainDate;
  readonly days?: number;
  /** The first day of its verification; null where there was none. */
  readonly verified?: PlainDate | null;
  readonly outcome?: 'PASS' | 'FAIL';
  readonly decided?: PlainDate | null;
}

/** An agreement at the rapid deployment level, verified, and the level decided. */
export function atRdl(ago: Ago, story: RdlStory = {}): Step {
  const { signed = ago(8), until = monthsAfter(signed, 24), days, outcome = 'PASS' } = story;
  const verified = story.verified === undefined ? ago(6) : story.verified;
  const decided = story.decided === undefined && verified ? addDays(verified, 20) : story.decided;
  return together(
    rdlAgreed({ signed, until, ...(days === undefined ? {} : { days }) }),
    ...(verified ? [visited({ kind: 'RDL_VERIFICATION', from: verified, outcome })] : []),
    ...(decided ? [levelDecided(decided, 'RDL')] : []),
  );
}

/** Where a pledge that was selected has come to. */
export interface GenerationStory {
  /** Months since its selection. */
  readonly selected: number;
  readonly last: 'SELECTED' | 'MOU_NEGOTIATION' | 'PDV' | 'CLEARED';
  readonly mission: string;
  readonly deployment?: PlainDate;
  readonly pool?: PoolStory;
}

/** A pledge out of the pool, on its way to a mission. */
export function inGeneration(ago: Ago, { selected, last, mission, deployment, pool }: GenerationStory): Step {
  return together(
    inPool(ago, {
      registered: selected + 18,
      visited: selected + 15,
      confirmed: ago(selected + 1),
      ...pool,
    }),
    committed(ago(selected), last, mission),
    ...(deployment === undefined ? [] : [deploymentPlanned(addDays(ago(selected), 20), deployment, mission)]),
  );
}

export interface MissionStory {
  /** Months since its deployment. */
  readonly deployed: number;
  readonly mission: string;
  /** Where a unit's equipment was inspected half a year after it came, what was counted. */
  readonly inspected?: Counts;
  readonly pool?: PoolStory;
}

const DAYS_TO_PDV_VISIT = 95;

/** Generated in half a year, certified in time, deployed, its equipment inspected on arrival. */
export function inMission(ago: Ago, { deployed, mission, inspected, pool = {} }: MissionStory): Step {
  const selected = deployed + 6;
  const deployedOn = ago(deployed);
  const arrival = { kind: 'COE_ARRIVAL', from: addDays(deployedOn, 20), outcome: 'SATISFACTORY' } as const;
  return together(
    inGeneration(ago, { selected, last: 'CLEARED', mission, deployment: deployedOn, pool }),
    visited({
      kind: 'PRE_DEPLOYMENT',
      from: addDays(ago(selected), DAYS_TO_PDV_VISIT),
      outcome: 'PASS',
    }),
    certificateReceived(addDays(deployedOn, -45)),
    moved(deployedOn, { to: 'DEPLOYED', mission }),
    unitAssigned(addDays(deployedOn, 10)),
    visited({ ...arrival, lasts: 2 }),
    counted(arrival, addDays(deployedOn, 30), {}),
    ...(inspected === undefined ? [] : [inspectedAfterHalfYear(ago(deployed - 6), inspected)]),
  );
}

function inspectedAfterHalfYear(from: PlainDate, counts: Counts): Step {
  const inspection = { kind: 'COE_READINESS', from, outcome: 'SATISFACTORY' } as const;
  return together(visited({ ...inspection, lasts: 2 }), counted(inspection, addDays(from, 9), counts));
}
