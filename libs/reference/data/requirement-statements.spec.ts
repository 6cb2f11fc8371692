import { GENDER_TARGETS } from './gender-targets.js';
import { REQUIREMENT_STATEMENTS } from './requirement-statements.js';
import { COMPONENTS, UNIT_TYPE_CODES, UNIT_TYPES } from './unit-types.js';

describe('unit types', () => {
  it('have unique codes, and the medical ones are the hospitals and evacuation teams', () => {
    expect(new Set(UNIT_TYPE_CODES).size).toBe(UNIT_TYPES.length);
    expect(UNIT_TYPES.filter(({ medical }) => medical)).toHaveLength(6);
    expect(new Set(UNIT_TYPES.map(({ component }) => component))).toEqual(new Set(COMPONENTS));
  });

  it('have counter-UAS among them', () => {
    expect(UNIT_TYPES.find(({ code }) => code === 'COUNTER_UAS_UNIT')?.component).toBe('MILITARY');
  });
});

describe('requirement statements', () => {
  it('exist for every unit type, in versions counted from one, each later than the one before', () => {
    for (const unitType of UNIT_TYPE_CODES) {
      const versions = REQUIREMENT_STATEMENTS.filter((statement) => statement.unitType === unitType);
      expect([unitType, versions.map(({ version }) => version)]).toEqual([
        unitType,
        Array.from({ length: versions.length }, (_, index) => index + 1),
      ]);
      expect(versions.length).toBeGreaterThan(0);
      const days = versions.map(({ effectiveOn }) => effectiveOn);
      expect(days).toEqual([...new Set(days)].sort());
    }
    expect(new Set(REQUIREMENT_STATEMENTS.map(({ id }) => id)).size).toBe(REQUIREMENT_STATEMENTS.length);
  });

  it('name each item and each category once, in whole counts above zero', () => {
    for (const { id, strength, equipment, selfSustainment } of REQUIREMENT_STATEMENTS) {
      const names = [
        ...equipment.map(({ item }) => item),
        ...selfSustainment.map(({ category }) => `SS ${category}`),
      ];
      expect([id, new Set(names).size]).toEqual([id, names.length]);
      const counts = [
        strength,
        ...equipment.map(({ quantity }) => quantity),
        ...selfSustainment.map((line) => line.required),
      ];
      expect(counts.every((count) => Number.isInteger(count) && count > 0)).toBe(true);
    }
  });

  it('change in a second version: the formed police unit grew to 180', () => {
    const strengths = REQUIREMENT_STATEMENTS.filter(({ unitType }) => unitType === 'FORMED_POLICE_UNIT').map(
      ({ strength }) => strength,
    );
    expect(strengths).toEqual([160, 180]);
  });

  it('say that they are invented', () => {
    expect(REQUIREMENT_STATEMENTS.every(({ sourced }) => !sourced)).toBe(true);
  });
});

describe('gender targets', () => {
  it('rise to the published end of the strategy', () => {
    const last = GENDER_TARGETS.filter(({ year }) => year === 2028);
    expect(last.map(({ percent, sourced }) => [percent, sourced])).toEqual([
      [15, true],
      [25, true],
      [20, true],
      [30, true],
    ]);
  });
});
