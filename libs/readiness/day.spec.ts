import { addDays, addMonths, formatDay, LAST_DAY, parseDay } from './day.js';
import { on } from '#test/support/sound-facts.js';

describe('a day', () => {
  it('counts from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('1969-12-31')).toBe(-1);
    expect(parseDay('2025-10-13')).toBe(Date.UTC(2025, 9, 13) / 86_400_000);
  });

  it('agrees with the calendar of the platform, and is read back as written, for every day of 800 years', () => {
    for (let day = on('1600-01-01'); day < on('2400-01-01'); day = addDays(day, 1)) {
      const written = formatDay(day);
      if (written !== new Date(day * 86_400_000).toISOString().slice(0, 10))
        throw new Error(`wrote ${written}`);
      if (parseDay(written) !== day) throw new Error(`did not read ${written}`);
    }
  });

  it('ends with the year 9999', () => {
    expect(formatDay(LAST_DAY)).toBe('9999-12-31');
    expect(formatDay(on('0001-01-01'))).toBe('0001-01-01');
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '0000-01-01',
    '2025-1-01',
    '25-01-01',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '20250101',
    '',
  ])('does not read %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it.each(['2024-02-29', '2000-02-29', '2025-12-31'])('reads %s', (text) => {
    expect(formatDay(on(text))).toBe(text);
  });
});

describe('months later', () => {
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-10-13', 36, '2028-10-13'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-07-31', -1, '2025-06-30'],
    ['2025-07-30', 0, '2025-07-30'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatDay(addMonths(on(from), months))).toBe(to);
  });
});
