import type { PlainDate } from '#platform/plain-date.js';
import type { PersonnelType } from './personnel-types.js';

/** One published figure: personnel of a type whom a Member State had in a mission on the last day of a month. */
export interface Figure {
  readonly month: PlainDate;
  readonly mission: string;
  readonly memberState: string;
  readonly personnelType: PersonnelType;
  readonly male: number;
  readonly female: number;
}

/** The columns of a published file, in its order. */
export const COLUMNS = ['as_of', 'mission', 'country', 'personnel_type', 'male', 'female', 'total'] as const;
export type Column = (typeof COLUMNS)[number];

/** Rules that a file of contributions may break; each has its text in the catalogue. */
export type FaultCode =
  | 'FILE_NOT_READABLE'
  | 'FILE_NOT_UTF8'
  | 'FILE_WITHOUT_ROWS'
  | 'COLUMN_MISSING'
  | 'COLUMN_TWICE'
  | 'ROW_NOT_WHOLE'
  | 'NO_DAY'
  | 'NOT_END_OF_MONTH'
  | 'MONTH_NOT_OVER'
  | 'UNKNOWN_MISSION'
  | 'UNKNOWN_MEMBER_STATE'
  | 'UNKNOWN_PERSONNEL_TYPE'
  | 'NO_COUNT'
  | 'TOTAL_DIFFERS'
  | 'SAID_TWICE'
  | 'CONTRADICTION'
  | 'NO_LONGER_SAID';

/** What is wrong in a file, and where a person finds it. */
export interface Fault {
  readonly code: FaultCode;
  readonly file: string;
  /** From 1, the header's line included, as an editor counts; null for what a file leaves out. */
  readonly line: number | null;
  /** Null where the whole row or the whole file is meant. */
  readonly column: Column | null;
  /** As it is written in the file. */
  readonly value: string;
  /** What helps to mend it: the nearest known name, the sum, the figure that stands elsewhere. */
  readonly instead: string | null;
  /** The line that says otherwise, with its file where that is another. */
  readonly elsewhere: string | null;
}
