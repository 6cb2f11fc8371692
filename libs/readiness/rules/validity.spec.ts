import { evaluated, on, reasonsOf } from '#test/support/sound-facts.js';

const registered = { registeredOn: on('2024-08-31'), registeredLevel: 'NONE' as const };

describe('validity of a registered pledge', () => {
  it.each([
    ['2025-08-30', []],
    ['2025-08-31', []],
    ['2025-09-01', ['CONDITION PLEDGE_CONFIRMATION_OVERDUE validUntil=2025-08-31']],
    ['2025-09-30', ['CONDITION PLEDGE_CONFIRMATION_OVERDUE validUntil=2025-08-31']],
    ['2025-10-01', ['GAP PLEDGE_LAPSED validUntil=2025-08-31']],
  ])('runs 12 months from registration and 30 days of grace: on %s', (asOf, reasons) => {
    expect(reasonsOf(registered, asOf)).toEqual(reasons);
    expect(evaluated(registered, asOf).level).toBe(asOf === '2025-10-01' ? 'NONE' : 'RDL');
  });

  it.each([
    ['2026-02-28', []],
    ['2026-03-01', ['CONDITION PLEDGE_CONFIRMATION_OVERDUE validUntil=2026-02-28']],
    ['2026-03-30', ['CONDITION PLEDGE_CONFIRMATION_OVERDUE validUntil=2026-02-28']],
    ['2026-03-31', ['GAP PLEDGE_LAPSED validUntil=2026-02-28']],
  ])('runs 6 months from a confirmation, clamped to the end of the month: on %s', (asOf, reasons) => {
    expect(reasonsOf({ ...registered, confirmedOn: on('2025-08-31') }, asOf)).toEqual(reasons);
  });

  it('is not shortened by an early confirmation', () => {
    const early = { ...registered, confirmedOn: on('2024-09-15') };
    expect(reasonsOf(early, '2025-08-31')).toEqual([]);
    expect(reasonsOf(early, '2025-09-01')).toEqual([
      'CONDITION PLEDGE_CONFIRMATION_OVERDUE validUntil=2025-08-31',
    ]);
  });

  it.each(['SELECTED', 'MOU_NEGOTIATION', 'PDV', 'CLEARED', 'DEPLOYED'] as const)(
    'no longer runs once %s',
    (lifecycle) => {
      const old = { ...registered, registeredOn: on('2015-01-01'), lifecycle };
      expect(reasonsOf(old)).toEqual([]);
      expect(evaluated(old).level).toBe('RDL');
    },
  );

  it('cannot be told without a day of registration', () => {
    expect(() => evaluated({ registeredOn: null })).toThrow('registeredOn');
  });
});
