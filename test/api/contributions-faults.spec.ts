import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importFiles } from '#cli/import-contributions.js';
import { plainDate } from '#platform/plain-date.js';
import { contentsOf } from '#test/support/contents.js';
import {
  CONTRIBUTION_HEADER,
  contributionFile,
  CONTRIBUTION_ROWS as ROWS,
} from '#test/support/contributions.js';
import { startRegistry, type TestRegistry } from '#test/support/registry.js';

const WHOLE = contributionFile(...ROWS);
/** The file with something else in its first row, which is line 2. */
const first = (from: string, to: string) => contributionFile(ROWS[0].replace(from, to), ...ROWS.slice(1));
/** The file with one more row, which is line 7. */
const more = (row: string) => contributionFile(...ROWS, row);

/** Each kind of broken file, and what is said of it: line, column and value, the rule in words. */
const BROKEN: readonly (readonly [kind: string, content: string | Buffer, says: string])[] = [
  ['an empty file', '', 'line 1: no row of figures is there'],
  ['a header alone', CONTRIBUTION_HEADER, 'line 1: no row of figures is there'],
  [
    'rows without a header',
    ROWS.join('\n'),
    'line 1: the column as_of is missing; there are 2025-06-30,UNMISS',
  ],
  [
    'a column left out',
    WHOLE.replace(',female', ''),
    'line 1: the column female is missing; there are as_of,',
  ],
  ['a column misspelt', WHOLE.replace('country', 'nation'), 'line 1: the column country is missing'],
  ['a column twice', WHOLE.replace('total', 'total,total'), 'line 1: the column total is there twice'],
  ['columns apart by semicolons', WHOLE.replaceAll(',', ';'), 'line 1: the column as_of is missing'],
  [
    'a row too short',
    more('2025-06-30,UNMISS,Nepal'),
    'line 7: “2025-06-30,UNMISS,Nepal” does not have 7 columns',
  ],
  [
    'a row too long',
    more(`${ROWS[0]},9`),
    'line 7: “2025-06-30,UNMISS,Rwanda,Troops,2000,180,2180,9” does not',
  ],
  ['no day', first('2025-06-30', ''), 'line 2, as_of: “—” is no day'],
  ['a month for a day', first('2025-06-30', '2025-06'), 'line 2, as_of: “2025-06” is no day'],
  ['a day not in the calendar', first('2025-06-30', '2025-06-31'), 'line 2, as_of: “2025-06-31” is no day'],
  ['a day in another order', first('2025-06-30', '06/30/2025'), 'line 2, as_of: “06/30/2025” is no day'],
  [
    'a day with no month of that name',
    first('2025-06-30', '30-Juin-25'),
    'line 2, as_of: “30-Juin-25” is no day',
  ],
  [
    'a day within a month',
    first('2025-06-30', '15-Jun-25'),
    'line 2, as_of: “15-Jun-25” is not the last day of its month, which is 2025-06-30',
  ],
  [
    'a month to come',
    first('2025-06-30', '2025-10-31'),
    'line 2, as_of: the month of “2025-10-31” is not over today, 2025-10-13',
  ],
  ['no mission', first('UNMISS', ''), 'line 2, mission: “—” is no known mission'],
  [
    'an unknown mission',
    first('UNMISS', 'UNMISSS'),
    'line 2, mission: “UNMISSS” is no known mission; the nearest is UNMISS. A new one is admitted with --admit-mission',
  ],
  ['no country', first('Rwanda', ''), 'line 2, country: “—” is no known Member State'],
  [
    'an unknown country',
    first('Rwanda', 'Rwnada'),
    'line 2, country: “Rwnada” is no known Member State; the nearest is Rwanda.',
  ],
  ['a total for a country', first('Rwanda', 'Total'), 'line 2, country: “Total” is no known Member State'],
  [
    'an unknown code',
    first('Rwanda', 'RWD'),
    'line 2, country: “RWD” is no known Member State; the nearest is R',
  ],
  ['no type', first('Troops', ''), 'line 2, personnel_type: “—” is no known type'],
  [
    'an unknown type',
    first('Troops', 'Trops'),
    'line 2, personnel_type: “Trops” is no known type of personnel; the nearest is Troops.',
  ],
  ['no number', first(',180,', ',,'), 'line 2, female: “—” is no whole number'],
  ['a number in words', first('2000', 'many'), 'line 2, male: “many” is no whole number from 0 to 999999'],
  ['half a person', first('2000', '2000.5'), 'line 2, male: “2000.5” is no whole number'],
  ['fewer than nobody', first('180', '-180'), 'line 2, female: “-180” is no whole number'],
  ['more than there are', first('2180', '2180000000'), 'line 2, total: “2180000000” is no whole number'],
  ['a separator in a number', first('2000', '"2,000"'), 'line 2, male: “2,000” is no whole number'],
  [
    'a total that differs',
    first('2180', '2181'),
    'line 2, total: “2181” is not the sum of men and women, 2180',
  ],
  [
    'a row twice',
    more(ROWS[0]),
    'line 7: the figure of 2025-06-30 UNMISS RWA TROOPS stands at line 2 already',
  ],
  [
    'two numbers of women for the same',
    more('2025-06-30,UNMISS,Rwanda,Troops,2000,181,2181'),
    'line 7, female: “181” contradicts line 2, which says 180 of the same month',
  ],
  [
    'a Member State under two names',
    more('2025-06-30,UNIFIL,Turkey,Staff Officer,7,1,8'),
    'line 7, male: “7” contradicts line 4, which says 5',
  ],
  [
    'bytes that are no text',
    Buffer.concat([
      Buffer.from(more('2025-06-30,UNMISS,C')),
      Buffer.from([0xf4]),
      Buffer.from('te,Troops,1,0,1'),
    ]),
    'line 7: what follows “2025-06-30,UNMISS,C” is no UTF-8 text',
  ],
  ['a text of two bytes a letter', Buffer.from(WHOLE, 'utf16le'), 'line 4: what follows “'],
  [
    'a gzip cut short',
    gzipSync(WHOLE).subarray(0, 60),
    'line 1: this cannot be read as a table (unexpected end of file)',
  ],
  [
    'a file cut short',
    WHOLE.slice(0, -4),
    'line 6: “2025-06-30,MONUSCO,Nepal,Individual Police,0” does not have 7',
  ],
  [
    'a quotation mark never closed',
    more('2025-06-30,"UNMISS,Nepal,Troops,1,0,1'),
    'line 7: this cannot be read as a table (CSV_QUOTE_NOT_CLOSED)',
  ],
  ['a web page for a file', '<!doctype html>\n<p>Not found</p>\n', 'line 1: the column as_of is missing'],
];

describe('a file of contributions that breaks a rule', () => {
  let registry: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    registry = await startRegistry('2089-06-15');
    folder = mkdtempSync(join(tmpdir(), 'muster-contributions-'));
    await bring(contributionFile('2025-05-31,UNMISS,Nepal,Troops,1,0,1', ROWS[0]));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await registry.close();
  });

  async function bring(content: string | Buffer): Promise<void> {
    const path = join(folder, 'broken.csv');
    writeFileSync(path, content);
    await importFiles({ today: plainDate('2025-10-13') }, registry.appUrl, [path], {}, () => undefined);
  }

  it('comes in at least thirty kinds', () => {
    expect(BROKEN.length).toBeGreaterThanOrEqual(30);
  });

  it.each(BROKEN)('is refused whole: %s', async (_kind, content, says) => {
    const before = await contentsOf(registry.ownerUrl);
    const message = await bring(content).then(
      () => 'taken',
      (error: unknown) => String(error),
    );
    expect(message).toContain(`broken.csv, ${says}`);
    expect(message).toMatch(/\nNothing was changed\.$/);
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
  });

  it('is told all its faults at once', async () => {
    const rows = [...ROWS, ROWS[0]].map((row) => row.replace('Nepal', 'Nepall').replace('UNIFIL', 'UNIFUL'));
    await expect(bring(contributionFile(...rows))).rejects.toThrow(
      /line 4, mission: .*\n.*line 6, country: .*\n.*line 7: the figure of/,
    );
    const many = Array.from({ length: 70 }, () => ROWS[0].replace('Rwanda', 'Ruanda'));
    await expect(bring(contributionFile(...many))).rejects.toThrow('\nand 20 more\nNothing was changed.');
  });

  it('repeats itself, whatever another file beside it says', async () => {
    const paths = ['once.csv', 'twice.csv'].map((name) => join(folder, name));
    writeFileSync(String(paths[0]), WHOLE);
    writeFileSync(String(paths[1]), more(ROWS[0]));
    const work = (files: string[]) =>
      importFiles({ today: plainDate('2025-10-13') }, registry.appUrl, files, {}, () => undefined);
    for (const files of [paths, paths.toReversed()]) {
      await expect(work(files)).rejects.toThrow(
        'twice.csv, line 7: the figure of 2025-06-30 UNMISS RWA TROOPS stands at line 2 already',
      );
    }
  });

  it('that cannot be found is named', async () => {
    const missing = join(folder, 'missing.csv');
    const work = importFiles({}, registry.appUrl, [missing], {}, () => undefined);
    await expect(work).rejects.toThrow(`${missing} cannot be read: ENOENT`);
  });
});
