import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';
import type { RowReader } from './contribution-row.js';
import { COLUMNS, type Column, type Fault, type FaultCode, type Figure } from './figure.js';

/** A figure, and where it stands. */
export interface FiledFigure {
  readonly figure: Figure;
  readonly file: string;
  readonly line: number;
}

/** What a file says, and all that is wrong in it. */
export interface ReadFile {
  readonly figures: readonly FiledFigure[];
  readonly faults: readonly Fault[];
}

type Details = Partial<Omit<Fault, 'code' | 'file'>>;

/** A fault of a file, with what of it is known. */
export const faultOf = (code: FaultCode, file: string, details: Details): Fault => ({
  ...{ code, file, line: null, column: null, value: '', instead: null, elsewhere: null },
  ...details,
});

/** A file that cannot be read as rows at all. */
class FileFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly details: Details,
  ) {
    super(code);
  }
}

/**
 * Reads a file of monthly contributions as the Department of Peace Operations publishes them: plain or gzip, with or
 * without byte-order mark, CRLF or LF. Every row is looked at, so that a person mends all faults at once.
 * @param file its name, as faults shall give it
 */
export function readContributions(file: string, bytes: Buffer, read: RowReader): ReadFile {
  const faults: Fault[] = [];
  try {
    const { places, width, rows } = tableOf(textOf(bytes));
    const figures: FiledFigure[] = [];
    for (const { record, line } of rows) {
      if (record.length !== width) {
        const details = { line, value: record.join(','), instead: String(width) };
        faults.push(faultOf('ROW_NOT_WHOLE', file, details));
        continue;
      }
      const figure = read(
        (column) => record[places[column]]?.trim() ?? '',
        (code, column, value, instead) => faults.push(faultOf(code, file, { line, column, value, instead })),
      );
      if (figure !== undefined) figures.push({ figure, file, line });
    }
    return { figures, faults };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { figures: [], faults: [faultOf(error.code, file, error.details)] };
  }
}

/** @throws FileFault where the bytes are no text */
function textOf(bytes: Buffer): Buffer {
  const text = unzipped(bytes);
  if (isUtf8(text)) return text;
  // The decoder puts this mark where it can read nothing.
  const [read = ''] = new TextDecoder().decode(text).split('\uFFFD', 1);
  const lines = read.split('\n');
  throw new FileFault('FILE_NOT_UTF8', { line: lines.length, value: lines.at(-1) ?? '' });
}

function unzipped(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new FileFault('FILE_NOT_READABLE', { line: 1, value: (error as Error).message });
  }
}

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

interface Table {
  /** Where each column stands: in whatever order, and among others. */
  readonly places: Readonly<Record<Column, number>>;
  readonly width: number;
  readonly rows: readonly Row[];
}

/** @throws FileFault where the text is no table with these columns */
function tableOf(text: Buffer): Table {
  const [header, ...rows] = rowsOf(text);
  if (header === undefined || rows.length === 0) throw new FileFault('FILE_WITHOUT_ROWS', { line: 1 });
  const names = header.record.map((name) => name.trim().toLowerCase());
  const place = (column: Column): number => {
    const details = { line: header.line, column, value: header.record.join(',') };
    const first = names.indexOf(column);
    if (first === -1) throw new FileFault('COLUMN_MISSING', details);
    if (first !== names.lastIndexOf(column)) throw new FileFault('COLUMN_TWICE', details);
    return first;
  };
  const places = Object.fromEntries(COLUMNS.map((column) => [column, place(column)]));
  return { places: places as Table['places'], width: names.length, rows };
}

/** Named, as the parser would take the first it meets for all: a file that an editor has touched may mix them. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

function rowsOf(text: Buffer): Row[] {
  try {
    return numbered(parse(text, { bom: true, relax_column_count: true, record_delimiter: LINE_ENDS }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    throw new FileFault('FILE_NOT_READABLE', { line, value: error.code });
  }
}

/** Rows by the line on which each begins; the parser could tell it, and would take twice as long. */
function numbered(records: readonly string[][]): Row[] {
  const rows: Row[] = [];
  let line = 1;
  for (const record of records) {
    const isBlank = record.length === 1 && record[0]?.trim() === '';
    if (!isBlank) rows.push({ record, line });
    for (const text of record) if (text.includes('\n')) line += text.split('\n').length - 1;
    line += 1;
  }
  return rows;
}

const cellOf = ({ month, mission, memberState, personnelType }: Figure): string =>
  `${month} ${mission} ${memberState} ${personnelType}`;

/**
 * What several files, or one, say of the same cell: once is right, the same again in another file too; the same again
 * in one file would be counted twice by whoever adds it up, and something else contradicts.
 */
export function onlyOnce(filed: readonly FiledFigure[]): { figures: Figure[]; faults: Fault[] } {
  const said = new Map<string, FiledFigure>();
  const faults: Fault[] = [];
  for (const each of filed) {
    const cell = cellOf(each.figure);
    const before = said.get(cell);
    if (before !== undefined) faults.push(...differencesOf(each, before, cell));
    // The latest, so that what a file repeats is found where an earlier file had said the same.
    said.set(cell, each);
  }
  return { figures: [...said.values()].map(({ figure }) => figure), faults };
}

function differencesOf({ figure, file, line }: FiledFigure, before: FiledFigure, cell: string): Fault[] {
  const elsewhere = before.file === file ? String(before.line) : `${before.line} (${before.file})`;
  const column = (['male', 'female'] as const).find((each) => figure[each] !== before.figure[each]);
  if (column !== undefined) {
    const details = {
      line,
      column,
      value: String(figure[column]),
      instead: String(before.figure[column]),
      elsewhere,
    };
    return [faultOf('CONTRADICTION', file, details)];
  }
  return before.file === file ? [faultOf('SAID_TWICE', file, { line, value: cell, elsewhere })] : [];
}
