import { plainDate, type PlainDate } from '#platform/plain-date.js';
import type { EquipmentItem } from '#reference/data/equipment.js';
import {
  REQUIREMENT_STATEMENTS,
  type RequirementStatementRow,
} from '#reference/data/requirement-statements.js';
import type { UnitTypeCode } from '#reference/data/unit-types.js';
import { DEMONSTRATION_DAY } from './calendar.js';

/** What a unit has of what is asked of it, in whole percent; null where it was not counted. */
export interface Counts {
  readonly personnel?: number | null;
  readonly equipment?: number | null;
  /** Of what was agreed, not of what is present. */
  readonly serviceability?: number | null;
  readonly selfSustainment?: number | null;
  /** Lines are not known, but for the critical ones. */
  readonly totalsOnly?: true;
  /** Pieces of a line that are absent, beside what the percentage says. */
  readonly absent?: Readonly<Partial<Record<EquipmentItem, number>>>;
}

/** What is had where a story does not say otherwise: a sound unit, not a perfect one. */
const SOUND = { personnel: 97, equipment: 96, serviceability: 93, selfSustainment: 100 } as const;

/** In percent, of the personnel available. */
const WOMEN = 11;

/** What a unit is, and whether it goes on being held against the first version of its statement of requirements. */
interface Unit {
  readonly unitType: UnitTypeCode;
  readonly keepsFirstVersion?: true;
}

/** The version of a unit's statement that it goes by on a day. */
export function requirementOn(unit: Unit, day: PlainDate): RequirementStatementRow {
  const [newest] = versionsOf(unit)
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .sort((one, other) => other.version - one.version);
  if (newest === undefined)
    throw new RangeError(`no statement of requirements for ${unit.unitType} on ${day}`);
  return newest;
}

const versionsOf = ({ unitType, keepsFirstVersion }: Unit): RequirementStatementRow[] =>
  REQUIREMENT_STATEMENTS.filter(
    (statement) => statement.unitType === unitType && (statement.version === 1 || !keepsFirstVersion),
  );

/** The days after one, up to the demonstration's, on which a unit takes up a new version of its statement. */
export const versionsAfter = (unit: Unit, day: PlainDate): PlainDate[] =>
  versionsOf(unit)
    .map(({ effectiveOn }) => plainDate(effectiveOn))
    .filter((effectiveOn) => effectiveOn > day && effectiveOn <= DEMONSTRATION_DAY);

export function personnelCounts({ strength }: RequirementStatementRow, counts: Counts) {
  const percent = counts.personnel === undefined ? SOUND.personnel : counts.personnel;
  if (percent === null) return null;
  const available = share(strength, percent);
  return { required: strength, available, women: Math.floor((available * WOMEN) / 100) };
}

export function equipmentCounts({ equipment }: RequirementStatementRow, counts: Counts) {
  const { absent = {} } = counts;
  const percent = counts.equipment === undefined ? SOUND.equipment : counts.equipment;
  const works = counts.serviceability === undefined ? SOUND.serviceability : counts.serviceability;
  if (percent === null) return [];
  const agreed = equipment.map(({ quantity }) => quantity);
  // Critical lines are kept whole as long as the others can bear what lacks.
  const last = (place: number) => (equipment[place]?.critical ? 1 : 0);
  const named = equipment.map(({ item, quantity }) => quantity - (absent[item] ?? 0));
  const present = lessened(named, share(total(agreed), percent), last);
  const serviceable = works === null ? [] : lessened(present, share(total(agreed), works), last);
  return equipment.map(({ item, critical, quantity }, place) => ({
    item,
    critical,
    agreed: quantity,
    present: present[place] ?? 0,
    serviceable: serviceable[place] ?? null,
  }));
}

export function sustainmentCounts({ selfSustainment }: RequirementStatementRow, counts: Counts) {
  const percent = counts.selfSustainment === undefined ? SOUND.selfSustainment : counts.selfSustainment;
  if (percent === null) return [];
  const required = selfSustainment.map((category) => category.required);
  const available = lessened(required, share(total(required), percent), () => 0);
  return selfSustainment.map(({ category, required }, place) => ({
    category,
    required,
    available: available[place] ?? 0,
  }));
}

/** What an inspection finds: a category that lacks anything is not satisfactory. */
export const inspected = (requirement: RequirementStatementRow, counts: Counts) => ({
  personnel: personnelCounts(requirement, counts),
  equipmentLines: equipmentCounts(requirement, counts).map((line) => ({
    ...line,
    serviceable: line.serviceable ?? 0,
  })),
  selfSustainmentCategories: sustainmentCounts(requirement, counts).map(
    ({ category, required, available }) => ({ category, required, satisfactory: available >= required }),
  ),
});

/** The totals that lines make, where nobody kept the lines: as the API takes them. */
export function totalsOf(
  lines: ReturnType<typeof equipmentCounts>,
  categories: ReturnType<typeof sustainmentCounts>,
) {
  const required = total(lines.map(({ agreed }) => agreed));
  return {
    equipmentOnHand: { required, available: total(lines.map(({ present }) => present)) },
    serviceability: { required, available: total(lines.map(({ serviceable }) => serviceable ?? 0)) },
    selfSustainment: {
      required: total(categories.map((category) => category.required)),
      available: total(categories.map(({ available }) => available)),
    },
    equipmentLines: lines.filter(({ critical }) => critical),
  };
}

/** A percentage of a whole, never less than it: a band is held, not missed by rounding. */
const share = (whole: number, percent: number): number => Math.ceil((whole * percent) / 100);

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * The counts lessened until they add up to `most`: line by line, those of the lowest rank first, each giving up at
 * most half, and only then the rest.
 */
function lessened(counts: readonly number[], most: number, rank: (place: number) => number): number[] {
  const left = [...counts];
  let tooMany = total(left) - most;
  const places = [...left.keys()].sort((one, other) => rank(one) - rank(other));
  for (const part of [2, 1]) {
    for (const place of places) {
      const given = Math.max(0, Math.min(tooMany, Math.floor((left[place] ?? 0) / part)));
      left[place] = (left[place] ?? 0) - given;
      tooMany -= given;
    }
  }
  return left;
}
