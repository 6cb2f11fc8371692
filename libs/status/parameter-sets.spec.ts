import { plainDate } from '#platform/plain-date.js';
import { PARAMETER_SET_1, parametersOf } from '#readiness/parameters.js';
import { inForceOn, type RuleParameters } from './parameter-sets.js';

const set = (number: number, effectiveOn: string): RuleParameters => ({
  number,
  effectiveOn: plainDate(effectiveOn),
  parameters: parametersOf(PARAMETER_SET_1),
});

describe('the parameter set in force', () => {
  const sets = [set(1, '1990-01-01'), set(2, '2026-01-01'), set(3, '2027-01-01')];
  const on = (day: string) => {
    const { set: found, untilDay } = inForceOn(sets, plainDate(day));
    return [found.number, untilDay];
  };

  it('is the last that has taken effect; the next change is when a later one does', () => {
    expect(on('1990-01-01')).toEqual([1, '2026-01-01']);
    expect(on('2025-12-31')).toEqual([1, '2026-01-01']);
    expect(on('2026-01-01')).toEqual([2, '2027-01-01']);
    expect(on('2030-01-01')).toEqual([3, null]);
  });

  it('is the first for days before it, which a record may carry', () => {
    expect(on('1950-01-01')).toEqual([1, '1990-01-01']);
    expect(on('1989-12-31')).toEqual([1, '1990-01-01']);
    expect(() => inForceOn([], plainDate('2025-01-01'))).toThrow();
  });
});
