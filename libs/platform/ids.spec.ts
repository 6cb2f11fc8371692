import { idBefore, idMaker, isId, type Id } from './ids.js';

describe('an id before another', () => {
  const make = idMaker();
  const ids = [1_000, 1_000, 1_000, 1_700_000_000_000].map((instant) => make(new Date(instant)));

  it('sorts after all that sort before that one', () => {
    for (const next of ids) {
      const id = idBefore(next, ids);
      expect(isId(id)).toBe(true);
      expect(id < next).toBe(true);
      expect(ids.filter((other) => other < next && other > id)).toEqual([]);
    }
  });

  it('is of version 7, whatever it lies between', () => {
    const next = '01900000-0000-7000-8000-000000000000' as Id;
    expect(idBefore(next, [])).toMatch(/^00c80000-0000-7000-8000-0{12}$/);
    expect(idBefore(next, ['018fffff-ffff-7fff-bfff-ffffffffffff' as Id].slice(1))).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-7/,
    );
  });

  it('leaves room for many, one after the other', () => {
    const [first, next] = [ids[0] ?? ('' as Id), ids[1] ?? ('' as Id)];
    const taken = [first, next];
    for (let count = 0; count < 20; count += 1) {
      const id = idBefore(next, taken);
      expect([
        id >
          (taken
            .filter((each) => each < next)
            .sort()
            .at(-1) ?? ''),
        id < next,
      ]).toEqual([true, true]);
      taken.push(id);
    }
  });

  it('is none where nothing fits between', () => {
    const next = '01900000-0000-7000-8000-000000000001' as Id;
    expect(() => idBefore(next, ['01900000-0000-7000-8000-000000000000' as Id])).toThrow(RangeError);
  });
});
