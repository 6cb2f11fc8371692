import { term } from '#platform/messages/render.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import { UNIT_TYPES, type UnitTypeCode } from '#reference/data/unit-types.js';
import type { MemberStateCode } from '#reference/data/regional-groups.js';
import { MEMBER_STATES_BY_LOT } from './cast.js';
import { SeededRandom } from './random.js';
import type { Subject } from './subject.js';
import { workingLanguages } from './working-languages.js';

/**
 * What becomes of the pledges that have no story of their own, and of how many of them. The counts are those by which
 * the registry looks like paragraph 76 of the report on which it is founded, together with the told stories; a test
 * asks for the figures.
 */
export const FATES = {
  /** In the pool, and seen by the visits of the reporting period. */
  SEEN_IN_PERIOD: 33,
  IN_POOL: 104,
  LAPSED: 22,
  NEW: 16,
  AT_RDL: 12,
  AT_RDL_BEFORE: 3,
  AT_RDL_SINCE: 2,
  BACK_IN_POOL: 11,
  WITHDRAWN_SINCE: 4,
  SELECTED_SINCE: 5,
  // So far the pledges that were registered on the day after the period.
  DEPLOYED: 34,
  DEPLOYED_SINCE: 2,
  ON_THE_WAY: 7,
  RETURNED: 5,
  WITHDRAWN: 9,
  NEWEST: 5,
  REJECTED: 3,
  SUBMITTED: 4,
  DRAFT: 4,
} as const;
export type Fate = keyof typeof FATES;

/** How many pledges each further Member State has; the first ones are those visited in the reporting period. */
const SEEN = [8, 7, 6, 5, 4, 3];
const OTHERS = [
  ...[13, 9, 10, 9, 9, 8, 8, 7, 7, 6, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 5, 5],
  ...[
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1,
    1, 1, 1,
  ],
];

/** How often a unit type is pledged beside once; what is not named here is rare. */
const OFTEN: Readonly<Partial<Record<UnitTypeCode, number>>> = {
  INFANTRY_BATTALION: 34,
  FORMED_POLICE_UNIT: 36,
  MECH_INFANTRY_COMPANY: 12,
  QUICK_REACTION_FORCE: 12,
  GUARD_UNIT: 8,
  FORCE_PROTECTION_COMPANY: 8,
  SPECIAL_FORCES: 6,
  RECONNAISSANCE: 5,
  UAS_UNIT: 5,
  ENGINEER_CONSTRUCTION: 18,
  ENGINEER_COMBAT: 6,
  EOD_IEDD: 9,
  SIGNALS: 9,
  TRANSPORT: 10,
  LOGISTICS: 6,
  MP_UNIT: 6,
  MEDICAL_LEVEL_1_PLUS: 5,
  MEDICAL_LEVEL_2: 12,
  AVIATION_UTILITY_HELO: 9,
  GUARD_FPU: 5,
  SWAT: 5,
  SPECIALIZED_POLICE_TEAM: 5,
};

/** The unit types at the rapid deployment level: ten of the military component and two of the police. */
const RDL_UNIT_TYPES: readonly UnitTypeCode[] = [
  ...(['FORMED_POLICE_UNIT', 'GUARD_FPU', 'INFANTRY_BATTALION', 'INFANTRY_BATTALION'] as const),
  ...([
    'QUICK_REACTION_FORCE',
    'FORCE_PROTECTION_COMPANY',
    'ENGINEER_CONSTRUCTION',
    'MEDICAL_LEVEL_2',
  ] as const),
  ...(['SIGNALS', 'TRANSPORT', 'AVIATION_ARMED_UTILITY_HELO', 'UAS_UNIT'] as const),
];
/** Those that were at that level before the period, or are since. */
const OTHER_RDL_UNIT_TYPES: readonly UnitTypeCode[] = [
  ...(['GUARD_UNIT', 'ENGINEER_COMBAT', 'FORCE_PROTECTION_COMPANY'] as const),
  ...(['FORCE_PROTECTION_COMPANY', 'FORCE_PROTECTION_COMPANY'] as const),
];

/** When a Member State is visited, in months before the demonstration's day, and by how many days earlier. */
export interface Rounds {
  readonly shift: number;
  /** From the first to the last; a reporting period of other Member States lies between them. */
  readonly visits: readonly number[];
}

export interface UsualPledge {
  readonly subject: Subject;
  readonly fate: Fate;
  readonly rounds: Rounds;
  /** What else is drawn for it, in the same order in every load and apart from all others. */
  readonly lot: SeededRandom;
}

const LOT = 2_015;
const FIRST_EVALUATOR = 2;
const MEMBER_STATES_EACH = 9;

/** Who pledges what, and what becomes of it: the same in every load. */
export function usualPledges(): UsualPledge[] {
  const lot = new SeededRandom(LOT);
  const told = new Set(MEMBER_STATES_BY_LOT.map(([iso3]) => iso3));
  const memberStates = lot.shuffled(MEMBER_STATES.map(({ iso3 }) => iso3).filter((iso3) => !told.has(iso3)));
  const { SEEN_IN_PERIOD: seen, ...others } = FATES;
  const fates = [
    ...Array.from({ length: seen }, () => 'SEEN_IN_PERIOD' as const),
    ...lot.shuffled(
      Object.entries(others).flatMap(([fate, count]) => Array.from({ length: count }, () => fate as Fate)),
    ),
  ];
  const units = new Units(lot);
  let dealt = 0;
  return [...SEEN, ...OTHERS].flatMap((size, index) => {
    const memberState = memberStates[index];
    if (memberState === undefined) throw new RangeError('there are more parts than Member States');
    const rounds = roundsOf(lot, index < SEEN.length);
    return Array.from({ length: size }, (_none, place): UsualPledge => {
      const fate = fates[dealt];
      if (fate === undefined) throw new RangeError('there are fewer fates than pledges');
      dealt += 1;
      const evaluator = FIRST_EVALUATOR + Math.floor(index / MEMBER_STATES_EACH);
      return {
        subject: { ...units.next(memberState, place + 1, fate), evaluator, ...versionKept(lot, fate) },
        fate,
        rounds,
        lot: new SeededRandom(Math.imul(LOT + dealt, 0x9e37_79b1)),
      };
    });
  });
}

/** Some pledges of units whose statement has a newer version are still held against the first. */
const versionKept = (lot: SeededRandom, fate: Fate): Pick<Subject, 'keepsFirstVersion'> =>
  ['SEEN_IN_PERIOD', 'IN_POOL', 'DEPLOYED'].includes(fate) && lot.chance(30)
    ? { keepsFirstVersion: true }
    : {};

const MOST_DAYS_EARLIER = 9;

function roundsOf(lot: SeededRandom, inPeriod: boolean): Rounds {
  const shift = lot.upTo(MOST_DAYS_EARLIER);
  if (inPeriod) return { shift, visits: [lot.between(36, 44), lot.between(5, 14)] };
  const last = lot.chance(30) ? lot.between(1, 3) : lot.between(16, 27);
  return { shift, visits: [lot.between(44, 56), lot.between(30, 40), last] };
}

/** Units as they are dealt: each type at least once, and numbered on from those of the told stories. */
class Units {
  readonly #types: UnitTypeCode[];
  readonly #rdl: UnitTypeCode[] = [...RDL_UNIT_TYPES];
  readonly #otherRdl: UnitTypeCode[] = [...OTHER_RDL_UNIT_TYPES];
  readonly #numbers = new Map<string, number>();

  constructor(lot: SeededRandom) {
    const often = UNIT_TYPES.flatMap(({ code }) =>
      Array.from({ length: 1 + (OFTEN[code] ?? 0) }, () => code),
    );
    this.#types = lot.shuffled(often);
  }

  next(memberState: MemberStateCode, place: number, fate: Fate): Omit<Subject, 'evaluator'> {
    const unitType = this.#typeFor(fate);
    const number = (this.#numbers.get(unitType) ?? FIRST_NUMBER) + 1;
    this.#numbers.set(unitType, number);
    return {
      reference: `DEMO-${memberState}-${place}`,
      memberState,
      unitType,
      title: `Demonstration ${term('en', 'unitType', unitType)} ${number}`,
      languages: workingLanguages(memberState),
    };
  }

  #typeFor(fate: Fate): UnitTypeCode {
    const unitType = (fate === 'AT_RDL' ? this.#rdl : isRdl(fate) ? this.#otherRdl : this.#types).shift();
    if (unitType === undefined) throw new RangeError('there are fewer unit types than pledges');
    return unitType;
  }
}

const isRdl = (fate: Fate): boolean => fate === 'AT_RDL_BEFORE' || fate === 'AT_RDL_SINCE';
/** Beyond what the told stories need. */
const FIRST_NUMBER = 20;
