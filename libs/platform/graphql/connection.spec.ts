import { isId } from '../ids.js';
import { parsePlainDate } from '../plain-date.js';
import { compareKeys, decodeCursor, encodeCursor, pageAmong, pageOf } from './connection.js';

describe('a connection', () => {
  const parts = [parsePlainDate, isId];
  const key = ['2025-10-13', '0199df0a-0000-7000-8000-000000000001'];

  it('gives back the key of its cursor', () => {
    expect(decodeCursor(encodeCursor(key), parts)).toEqual(key);
    expect(decodeCursor(null, parts)).toBeUndefined();
  });

  it.each(['', 'nonsense', encodeCursor(['2025-10-13']), encodeCursor(['2025-02-30', key[1] ?? '']), 'e30'])(
    'refuses the cursor «%s»',
    (cursor) => {
      expect(() => decodeCursor(cursor, parts)).toThrow(
        expect.objectContaining({ problem: expect.objectContaining({ code: 'NOT_FOUND' }) }),
      );
    },
  );

  it('knows by one node more that a page follows', () => {
    const keyOf = (node: number) => [node];
    expect(pageOf([1, 2, 3], { first: 2 }, 9, keyOf)).toEqual({
      nodes: [1, 2],
      pageInfo: { hasNextPage: true, endCursor: encodeCursor([2]) },
      totalCount: 9,
    });
    expect(pageOf([], { first: 2 }, 0, keyOf).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it('goes on in a list that is at hand after the place of a cursor, though what stood there is gone', () => {
    const list = [10, 20, 30, 40];
    const page = (after: number | null, first = 2) =>
      pageAmong(list, { first, after: after === null ? null : encodeCursor([after]) }, (node) => [node], [
        Number.isInteger,
      ]);
    expect(page(null)).toMatchObject({ nodes: [10, 20], pageInfo: { hasNextPage: true }, totalCount: 4 });
    expect(page(20)).toMatchObject({ nodes: [30, 40], pageInfo: { hasNextPage: false }, totalCount: 4 });
    expect(page(25)).toMatchObject({ nodes: [30, 40] });
    expect(page(40)).toMatchObject({ nodes: [], totalCount: 4 });
    const keys = [
      ['2025-01-01', 2, 'B'],
      [null, 1, 'A'],
      ['2025-01-01', 10, 'A'],
    ];
    expect([...keys].sort(compareKeys)).toEqual([keys[1], keys[0], keys[2]]);
  });
});
