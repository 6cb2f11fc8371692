import { evaluated, on, reasonsOf } from '#test/support/sound-facts.js';
import type { CaveatFact, LifecycleState } from '../facts.js';

describe('caveats', () => {
  const caveat = (kind: CaveatFact['kind'], resolveBy: string | null, resolvedOn: string | null) => ({
    caveats: [
      {
        id: 'C-1',
        kind,
        resolveBy: resolveBy === null ? null : on(resolveBy),
        resolvedOn: resolvedOn === null ? null : on(resolvedOn),
      },
    ],
  });

  it.each([
    ['2025-10-12', ['CONDITION CAVEAT_DECLARED caveat=C-1']],
    ['2025-10-13', []],
    ['2025-10-14', []],
  ])('declared are a condition until the day they are resolved: on %s', (asOf, reasons) => {
    expect(reasonsOf(caveat('DECLARED', null, '2025-10-13'), asOf)).toEqual(reasons);
  });

  it('declared stay a condition, whatever day was set for them', () => {
    expect(reasonsOf(caveat('DECLARED', '2025-01-01', null))).toEqual([
      'CONDITION CAVEAT_DECLARED caveat=C-1',
    ]);
  });

  it.each([
    ['2025-10-13', ['FAIL CAVEAT_UNDECLARED_OPEN caveat=C-1 resolveBy=2025-10-13'], 'NOT_READY'],
    ['2025-10-14', ['BLOCKER CAVEAT_UNDECLARED_OVERDUE caveat=C-1 resolveBy=2025-10-13'], 'BLOCKED'],
    ['2025-10-15', [], 'READY'],
  ])(
    'undeclared fail, block after their day and end with their resolution: on %s',
    (asOf, reasons, status) => {
      const change = caveat('UNDECLARED', '2025-10-13', '2025-10-15');
      expect(reasonsOf(change, asOf)).toEqual(reasons);
      expect(evaluated(change, asOf).status).toBe(status);
    },
  );

  it('undeclared cannot be judged without a day to resolve them by', () => {
    expect(() => evaluated(caveat('UNDECLARED', null, null))).toThrow('resolveBy');
  });
});

describe('human-rights screening', () => {
  it('refused blocks', () => {
    expect(reasonsOf({ humanRightsScreening: 'REFUSED' })).toEqual(['BLOCKER HR_SCREENING_REFUSED']);
  });

  it.each<[LifecycleState, string]>([
    ['REGISTERED', 'INFO HR_SCREENING_PENDING'],
    ['SELECTED', 'GAP HR_SCREENING_PENDING'],
    ['MOU_NEGOTIATION', 'GAP HR_SCREENING_PENDING'],
    ['PDV', 'GAP HR_SCREENING_PENDING'],
    ['CLEARED', 'GAP HR_SCREENING_PENDING'],
    ['DEPLOYED', 'GAP HR_SCREENING_PENDING'],
  ])('pending while %s', (lifecycle, reason) => {
    expect(reasonsOf({ lifecycle, humanRightsScreening: 'PENDING' })).toEqual([reason]);
  });
});

describe('bars', () => {
  const bar = (decision: string, from: string, until: string | null) => ({
    decision,
    from: on(from),
    until: until === null ? null : on(until),
  });

  it.each([
    ['2025-10-12', []],
    ['2025-10-13', ['BLOCKER DEPLOYMENT_BAR decision=D-1']],
    ['2025-10-20', ['BLOCKER DEPLOYMENT_BAR decision=D-1']],
    ['2025-10-21', []],
  ])('are in force on their first and last day: on %s', (asOf, reasons) => {
    expect(reasonsOf({ bars: [bar('D-1', '2025-10-13', '2025-10-20')] }, asOf)).toEqual(reasons);
  });

  it('without an end stay in force, each named', () => {
    const bars = [
      bar('D-2', '2025-01-01', null),
      bar('D-1', '2020-01-01', null),
      bar('D-3', '2025-01-01', '2024-12-31'),
    ];
    expect(reasonsOf({ bars }, '2025-12-31')).toEqual([
      'BLOCKER DEPLOYMENT_BAR decision=D-1',
      'BLOCKER DEPLOYMENT_BAR decision=D-2',
    ]);
  });
});
