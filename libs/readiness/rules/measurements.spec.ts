import { evaluated, reasonsOf, SOUND } from '#test/support/sound-facts.js';
import type { CriticalLine, Dimension, Facts, Measurement } from '../facts.js';

const measured = (
  dimension: Dimension,
  measurement: Measurement | null,
  criticalLines: CriticalLine[] = [],
) => ({
  registeredLevel: 'NONE' as const,
  rdl: null,
  measurements: { ...SOUND.measurements, [dimension]: measurement } satisfies Facts['measurements'],
  criticalLines,
});
const line = (item: string, required: number, available: number): CriticalLine => ({
  item,
  required,
  available,
});

describe('the band of a dimension', () => {
  it.each([
    ['personnel', 900, []],
    ['personnel', 899, ['CONDITION RATING_2 dimension=personnel pct=89.9']],
    ['personnel', 800, ['CONDITION RATING_2 dimension=personnel pct=80']],
    ['personnel', 799, ['FAIL RATING_3 dimension=personnel pct=79.9']],
    ['personnel', 700, ['FAIL RATING_3 dimension=personnel pct=70']],
    ['personnel', 699, ['FAIL RATING_4 dimension=personnel pct=69.9']],
    ['equipmentOnHand', 900, []],
    ['equipmentOnHand', 899, ['CONDITION RATING_2 dimension=equipmentOnHand pct=89.9']],
    ['equipmentOnHand', 800, ['CONDITION RATING_2 dimension=equipmentOnHand pct=80']],
    ['equipmentOnHand', 799, ['FAIL RATING_3 dimension=equipmentOnHand pct=79.9']],
    ['equipmentOnHand', 650, ['FAIL RATING_3 dimension=equipmentOnHand pct=65']],
    ['equipmentOnHand', 649, ['FAIL RATING_4 dimension=equipmentOnHand pct=64.9']],
    ['serviceability', 900, []],
    ['serviceability', 899, ['CONDITION RATING_2 dimension=serviceability pct=89.9']],
    ['serviceability', 800, ['CONDITION RATING_2 dimension=serviceability pct=80']],
    ['serviceability', 799, ['FAIL RATING_3 dimension=serviceability pct=79.9']],
    ['serviceability', 600, ['FAIL RATING_3 dimension=serviceability pct=60']],
    ['serviceability', 599, ['FAIL RATING_4 dimension=serviceability pct=59.9']],
    ['selfSustainment', 1000, []],
    ['selfSustainment', 999, ['CONDITION RATING_2 dimension=selfSustainment pct=99.9']],
    ['selfSustainment', 900, ['CONDITION RATING_2 dimension=selfSustainment pct=90']],
    ['selfSustainment', 899, ['FAIL RATING_3 dimension=selfSustainment pct=89.9']],
    ['selfSustainment', 750, ['FAIL RATING_3 dimension=selfSustainment pct=75']],
    ['selfSustainment', 749, ['FAIL RATING_4 dimension=selfSustainment pct=74.9']],
    ['selfSustainment', 0, ['FAIL RATING_4 dimension=selfSustainment pct=0']],
  ] as const)('%s: %i of 1000', (dimension, available, reasons) => {
    expect(reasonsOf(measured(dimension, { required: 1000, available }))).toEqual(reasons);
  });

  it('is not rounded before it is banded, and its share never reads higher than it', () => {
    const close = { required: 10_000, available: 8_999 };
    expect(reasonsOf(measured('personnel', close))).toEqual([
      'CONDITION RATING_2 dimension=personnel pct=89.9',
    ]);
    const third = { required: 3, available: 2 };
    expect(reasonsOf(measured('personnel', third))).toEqual(['FAIL RATING_4 dimension=personnel pct=66.6']);
  });

  it('is exact beyond the whole numbers a double can multiply', () => {
    const required = Number.MAX_SAFE_INTEGER;
    const nine = Number((BigInt(required) * 9n) / 10n);
    expect(reasonsOf(measured('personnel', { required, available: nine + 1 }))).toEqual([]);
    expect(reasonsOf(measured('personnel', { required, available: nine }))).toEqual([
      'CONDITION RATING_2 dimension=personnel pct=89.9',
    ]);
  });

  it('passes with more than is required, and where nothing is required', () => {
    expect(reasonsOf(measured('personnel', { required: 100, available: 250 }))).toEqual([]);
    expect(reasonsOf(measured('personnel', { required: 0, available: 0 }))).toEqual([]);
    expect(reasonsOf(measured('personnel', { required: 0, available: 7 }))).toEqual([]);
  });

  it.each(['personnel', 'equipmentOnHand', 'serviceability', 'selfSustainment'] as const)(
    '%s not reported is a gap once there is a visit',
    (dimension) => {
      expect(reasonsOf(measured(dimension, null))).toEqual([`GAP DATA_MISSING dimension=${dimension}`]);
      expect(reasonsOf({ ...measured(dimension, null), aav: null })).toEqual(['GAP NO_AAV']);
    },
  );

  it('leaves the level alone', () => {
    expect(evaluated(measured('personnel', { required: 100, available: 1 })).level).toBe('LEVEL_3');
  });
});

describe('critical lines', () => {
  const total = { required: 100, available: 85 };

  it('speak for equipment on hand where their band is worse', () => {
    expect(reasonsOf(measured('equipmentOnHand', total, [line('AMBULANCE', 4, 3)]))).toEqual([
      'FAIL RATING_3 dimension=equipmentOnHand pct=75 criticalLine=AMBULANCE',
    ]);
  });

  it('do not where their band is the same, though their share is lower', () => {
    expect(reasonsOf(measured('equipmentOnHand', total, [line('AMBULANCE', 100, 80)]))).toEqual([
      'CONDITION RATING_2 dimension=equipmentOnHand pct=85',
    ]);
  });

  it('are taken by the lowest share, then by item, in any order', () => {
    const lines = [line('B', 4, 2), line('C', 3, 2), line('A', 6, 3), line('Z', 10, 9)];
    const reason = ['FAIL RATING_4 dimension=equipmentOnHand pct=50 criticalLine=A'];
    expect(reasonsOf(measured('equipmentOnHand', total, lines))).toEqual(reason);
    expect(reasonsOf(measured('equipmentOnHand', total, lines.toReversed()))).toEqual(reason);
  });

  it('are ignored where nothing is required of them', () => {
    expect(
      reasonsOf(measured('equipmentOnHand', { required: 1, available: 1 }, [line('APC', 0, 0)])),
    ).toEqual([]);
  });

  it('wait where equipment on hand is not reported or not applicable', () => {
    const lines = [line('APC', 10, 0)];
    expect(reasonsOf(measured('equipmentOnHand', null, lines))).toEqual([
      'GAP DATA_MISSING dimension=equipmentOnHand',
    ]);
    expect(reasonsOf(measured('equipmentOnHand', { required: 0, available: 0 }, lines))).toEqual([]);
  });

  it('speak for no other dimension', () => {
    const measurements = { ...SOUND.measurements, equipmentOnHand: null };
    expect(
      reasonsOf({ registeredLevel: 'NONE', aav: null, measurements, criticalLines: [line('APC', 10, 0)] }),
    ).toEqual(['GAP NO_AAV']);
  });
});
