import { percentOf, standingOfShare, targetOf } from './womens-share.js';

describe('the share of women beside its target', () => {
  it.each([
    ['nobody serves', 0, 0, 12, 'NOBODY'],
    ['no woman does', 0, 100, 12, 'NONE'],
    ['fewer than one in a thousand do', 1, 1001, 12, 'NONE'],
    ['one in a thousand does', 1, 1000, 12, 'SOME'],
    ['the target is missed by one', 119, 1000, 12, 'SOME'],
    ['the target is met to the person', 120, 1000, 12, 'TARGET_MET'],
    ['no target is on file', 120, 1000, undefined, 'NO_TARGET'],
    ['no target is on file and no woman serves', 0, 1000, undefined, 'NONE'],
  ] as const)('is told where %s', (_where, female, total, target, standing) => {
    expect(standingOfShare(female, total, target)).toBe(standing);
  });

  it('never reads higher than the target that it misses', () => {
    expect([percentOf(11_999, 100_000), percentOf(12, 100), percentOf(0, 0)]).toEqual([11.9, 12, null]);
  });

  it('has a target for the years of the strategy, and says whose is stated', () => {
    expect(targetOf('CONTINGENTS', 2021)).toMatchObject({ percent: 8, sourced: true });
    expect(targetOf('CONTINGENTS', 2025)).toMatchObject({ percent: 12, sourced: false });
    expect(targetOf('CONTINGENTS', 2017)).toBeUndefined();
  });
});
