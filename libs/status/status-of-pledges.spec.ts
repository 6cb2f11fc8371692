import { plainDate } from '#platform/plain-date.js';
import { formatDay } from '#readiness/day.js';
import { PARAMETER_SET_1, parametersOf } from '#readiness/parameters.js';
import { SOUND } from '#test/support/sound-facts.js';
import type { RuleParameters } from './parameter-sets.js';
import { evaluateOn } from './status-of-pledges.js';

const set = (number: number, effectiveOn: string, values: object = {}): RuleParameters => ({
  number,
  effectiveOn: plainDate(effectiveOn),
  parameters: { ...parametersOf(PARAMETER_SET_1), ...values },
});

describe('an evaluation under dated rules', () => {
  const recorded = { ...SOUND, unagreedVerification: null, plans: [], records: {} };
  const sets = [
    set(1, '1990-01-01'),
    set(2, '2025-12-01', { initialValidityMonths: 6 }),
    set(3, '2030-01-01'),
  ];
  const on = (day: string, known = sets) => {
    const { evaluation, parameterSet } = evaluateOn(recorded, plainDate(day), known);
    const { status, nextChangeOn } = evaluation;
    return [parameterSet.number, status, nextChangeOn && formatDay(nextChangeOn)];
  };

  it('compares with the set in force on the day', () => {
    expect(on('2025-11-30')).toEqual([1, 'READY', '2025-12-01']);
    expect(on('2025-12-01')).toEqual([2, 'NOT_ESTABLISHED', '2026-06-02']);
  });

  it('changes no later than the day on which a later known set takes effect', () => {
    expect(on('2025-11-30', sets.slice(0, 1))).toEqual([1, 'READY', '2026-01-02']);
    expect(on('2025-11-30', [set(1, '1990-01-01'), set(2, '2027-01-01')])).toEqual([
      1,
      'READY',
      '2026-01-02',
    ]);
  });
});
