import { evaluated, on, reasonsOf, SOUND } from '#test/support/sound-facts.js';
import type { Facts, Measurement, RdlFact } from '../facts.js';

const agreed = (rdl: Partial<RdlFact>): Partial<Facts> => ({
  lifecycle: 'DEPLOYED',
  registeredLevel: 'NONE',
  rdl: {
    agreementFrom: on('2025-01-01'),
    agreementUntil: on('2030-12-31'),
    commitmentDays: 60,
    verification: { date: on('2025-06-01'), outcome: 'PASS' },
    ...rdl,
  },
});

describe('the rapid deployment level', () => {
  it.each([
    ['2025-10-12', ['INFO RDL_AGREEMENT_NOT_IN_FORCE until=2025-12-31'], 'LEVEL_3'],
    ['2025-10-13', [], 'RDL'],
    ['2025-12-31', [], 'RDL'],
    ['2026-01-01', ['INFO RDL_AGREEMENT_NOT_IN_FORCE until=2025-12-31'], 'LEVEL_3'],
  ])('needs an agreement in force, first and last day included: on %s', (asOf, reasons, level) => {
    const change = agreed({ agreementFrom: on('2025-10-13'), agreementUntil: on('2025-12-31') });
    expect(reasonsOf(change, asOf)).toEqual(reasons);
    expect(evaluated(change, asOf)).toMatchObject({ level, status: 'READY' });
  });

  it.each([
    ['2026-02-28', [], 'RDL'],
    ['2026-03-01', ['INFO RDL_VERIFICATION_EXPIRED expired=2026-02-28'], 'LEVEL_3'],
  ])('needs a verification within 12 months: on %s', (asOf, reasons, level) => {
    const change = agreed({ verification: { date: on('2025-02-28'), outcome: 'PASS' } });
    expect(reasonsOf(change, asOf)).toEqual(reasons);
    expect(evaluated(change, asOf).level).toBe(level);
  });

  it.each([
    [null],
    [{ date: on('2025-10-13'), outcome: 'FAIL' }],
    [{ date: on('2015-01-01'), outcome: 'FAIL' }],
  ] as const)('is not carried by verification %j, whatever its age', (verification) => {
    expect(reasonsOf(agreed({ verification }))).toEqual(['INFO RDL_VERIFICATION_NOT_PASSED']);
    expect(evaluated(agreed({ verification })).level).toBe('LEVEL_3');
  });

  it.each([
    [59, [], 'RDL'],
    [60, [], 'RDL'],
    [61, ['INFO RDL_COMMITMENT_TOO_LONG days=61'], 'LEVEL_3'],
  ])('needs a commitment of at most 60 days: %i', (commitmentDays, reasons, level) => {
    expect(reasonsOf(agreed({ commitmentDays }))).toEqual(reasons);
    expect(evaluated(agreed({ commitmentDays })).level).toBe(level);
  });

  it.each<[Measurement | null, string[], string]>([
    [{ required: 1000, available: 900 }, [], 'RDL'],
    [
      { required: 1000, available: 899 },
      ['CONDITION RATING_2 dimension=serviceability pct=89.9', 'INFO RDL_SERVICEABILITY_LOW pct=89.9'],
      'LEVEL_3',
    ],
    [{ required: 0, available: 0 }, [], 'RDL'],
    [null, ['GAP DATA_MISSING dimension=serviceability', 'INFO RDL_SERVICEABILITY_UNKNOWN'], 'LEVEL_3'],
  ])('needs serviceability reported and at least 90 %%: %j', (serviceability, reasons, level) => {
    const change = { ...agreed({}), measurements: { ...SOUND.measurements, serviceability } };
    expect(reasonsOf(change)).toEqual(reasons);
    expect(evaluated(change).level).toBe(level);
  });

  it('says nothing where no agreement is on file, and all that is wrong where one is', () => {
    expect(reasonsOf({ rdl: null, registeredLevel: 'NONE' })).toEqual([]);
    const change = agreed({ agreementUntil: on('2025-02-01'), verification: null, commitmentDays: 90 });
    expect(
      reasonsOf({ ...change, measurements: { ...SOUND.measurements, serviceability: null }, aav: null }),
    ).toEqual([
      'GAP NO_AAV',
      'INFO RDL_AGREEMENT_NOT_IN_FORCE until=2025-02-01',
      'INFO RDL_COMMITMENT_TOO_LONG days=90',
      'INFO RDL_SERVICEABILITY_UNKNOWN',
      'INFO RDL_VERIFICATION_NOT_PASSED',
    ]);
  });
});
