import { isId } from '../ids.js';
import { parsePlainDate } from '../plain-date.js';
import { decodeCursor, encodeCursor, pageOf } from './connection.js';

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
});
