import { REASON_CODES, REASONS, sameReasons, type Reason } from './reasons.js';

describe('the table of reasons', () => {
  it('names each code with at least one severity', () => {
    for (const code of REASON_CODES) expect(REASONS[code].severities.length).toBeGreaterThan(0);
  });
});

describe('two lists of reasons', () => {
  const rating = (params: Reason<'RATING_2'>['params']): Reason[] => [
    { severity: 'CONDITION', code: 'RATING_2', params },
  ];
  const plain = rating({ dimension: 'equipmentOnHand', pct: 85 });

  it('are the same by what they say', () => {
    expect(sameReasons(plain, rating({ pct: 85, dimension: 'equipmentOnHand' }))).toBe(true);
  });

  it.each<[string, Reason[]]>([
    ['a value', rating({ dimension: 'equipmentOnHand', pct: 85.1 })],
    ['a parameter more', rating({ dimension: 'equipmentOnHand', pct: 85, criticalLine: 'APC' })],
    [
      'a severity',
      [{ severity: 'FAIL', code: 'RATING_2', params: { dimension: 'equipmentOnHand', pct: 85 } }],
    ],
    [
      'a code',
      [{ severity: 'CONDITION', code: 'RATING_3', params: { dimension: 'equipmentOnHand', pct: 85 } }],
    ],
    ['a reason fewer', []],
  ])('differ by %s', (_what, other) => {
    expect(sameReasons(plain, other)).toBe(false);
    expect(sameReasons(other, plain)).toBe(false);
  });
});
