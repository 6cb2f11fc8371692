import leven from 'leven';
import { addDays, parsePlainDate, type PlainDate } from '#platform/plain-date.js';
import { MEMBER_STATES, nameKey, resolveMemberState } from '#reference/data/member-states.js';
import type { Column, FaultCode, Figure } from './figure.js';
import { PERSONNEL_TYPE_TABLE, PERSONNEL_TYPES, resolvePersonnelType } from './personnel-types.js';

/** What a row is held against beside the names that every registry knows. */
export interface Known {
  readonly missions: ReadonlySet<string>;
  readonly today: PlainDate;
}

/** What a text means, or the rule that it breaks and what may have been meant. */
type Reading<T> = { readonly value: T } | { readonly code: FaultCode; readonly instead?: string };
type Reader<T> = (text: string) => Reading<T>;

/** Takes down what is wrong in a column. */
export type Say = (code: FaultCode, column: Column, value: string, instead: string | null) => void;

/**
 * Reads one row of a published file, each column by its own reader.
 * @param cell the text of a column
 * @param say hears all faults of the row
 * @returns undefined where anything is wrong
 */
export type RowReader = (cell: (column: Column) => string, say: Say) => Figure | undefined;

export function rowReader(known: Known): RowReader {
  const readers = {
    month: remembered(monthOf(known.today)),
    mission: remembered(missionOf(known.missions)),
    memberState: remembered(memberStateOf),
    personnelType: remembered(personnelTypeOf),
  };
  return (cell, say) => {
    const read = <T>(column: Column, reader: Reader<T>): T | undefined => {
      const text = cell(column);
      const reading = reader(text);
      if ('value' in reading) return reading.value;
      say(reading.code, column, text, reading.instead ?? null);
      return undefined;
    };
    const month = read('as_of', readers.month);
    const mission = read('mission', readers.mission);
    const memberState = read('country', readers.memberState);
    const personnelType = read('personnel_type', readers.personnelType);
    const male = read('male', countOf);
    const female = read('female', countOf);
    const total = read('total', countOf);
    if (male === undefined || female === undefined || total === undefined) return undefined;
    if (male + female !== total) {
      say('TOTAL_DIFFERS', 'total', cell('total'), String(male + female));
      return undefined;
    }
    if (!month || !mission || !memberState || !personnelType) return undefined;
    return { month, mission: successorOf(mission, month), memberState, personnelType, male, female };
  };
}

/** A month has a thousand rows and some hundred names: each is read once. */
function remembered<T>(reader: Reader<T>): Reader<T> {
  const readings = new Map<string, Reading<T>>();
  return (text) => {
    const before = readings.get(text);
    if (before !== undefined) return before;
    const reading = reader(text);
    readings.set(text, reading);
    return reading;
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The reports begin in 1990, so that two digits of a year say its century. */
const FIRST_YEAR = 90;

/** `2021-01-31`, and `31-Jan-21` or `31-Jan-2021` as other downloads have it: always the last day of a month. */
const monthOf =
  (today: PlainDate): Reader<PlainDate> =>
  (text) => {
    const month = parsePlainDate(text) ?? parsePlainDate(printedDay(text));
    if (month === undefined) return { code: 'NO_DAY' };
    const end = endOfMonth(month);
    if (month !== end) return { code: 'NOT_END_OF_MONTH', instead: end };
    return month > today ? { code: 'MONTH_NOT_OVER', instead: today } : { value: month };
  };

function printedDay(text: string): string {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4}|\d\d)$/.exec(text) ?? [];
  const number = MONTHS.indexOf(name.toLowerCase()) + 1;
  const century = Number(year) < FIRST_YEAR ? '20' : '19';
  const whole = year.length === 4 ? year : `${century}${year}`;
  return `${whole}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function endOfMonth(day: PlainDate): PlainDate {
  const next = addDays(day, 1);
  return next.endsWith('-01') ? day : endOfMonth(next);
}

const missionOf =
  (missions: ReadonlySet<string>): Reader<string> =>
  (text) => {
    const code = text.toUpperCase();
    return missions.has(code)
      ? { value: code }
      : { code: 'UNKNOWN_MISSION', instead: nearest(text, [...missions]) };
  };

/** Reports print the mission in Colombia under its first name long after the second had followed it. */
const successorOf = (mission: string, month: PlainDate): string =>
  mission === 'UNMC' && month >= '2017-09-30' ? 'UNVMC' : mission;

const memberStateOf: Reader<string> = (text) => {
  const value = resolveMemberState(text);
  if (value !== undefined) return { value };
  const names = MEMBER_STATES.flatMap((state) => [state.names.en.text, ...state.aliases, state.iso3]);
  return { code: 'UNKNOWN_MEMBER_STATE', instead: nearest(text, names) };
};

const personnelTypeOf: Reader<Figure['personnelType']> = (text) => {
  const value = resolvePersonnelType(text);
  if (value !== undefined) return { value };
  const names = PERSONNEL_TYPES.flatMap((type) => PERSONNEL_TYPE_TABLE[type].printed);
  return { code: 'UNKNOWN_PERSONNEL_TYPE', instead: nearest(text, names) };
};

const countOf: Reader<number> = (text) =>
  /^\d{1,6}$/.test(text) ? { value: Number(text) } : { code: 'NO_COUNT' };

/** The known name that takes the fewest changes of letters; of several the one that begins most alike. */
function nearest(text: string, names: readonly string[]): string {
  const key = nameKey(text);
  const distances = names.map((name) => {
    const known = nameKey(name);
    return { name, changes: leven(key, known), alike: beginsAlike(key, known) };
  });
  const [best] = distances.sort((one, other) => one.changes - other.changes || other.alike - one.alike);
  return best?.name ?? '';
}

/** How many letters two names share from the first on. */
function beginsAlike(one: string, other: string): number {
  const differs = [...one].findIndex((letter, place) => letter !== other[place]);
  return differs === -1 ? one.length : differs;
}
