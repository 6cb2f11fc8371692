import { plainDate } from '#platform/plain-date.js';
import { UNIT_TYPE_CODES } from '#reference/data/unit-types.js';
import { equipmentCounts, personnelCounts, requirementOn, sustainmentCounts, totalsOf } from './counts.js';

const DAY = plainDate('2025-01-01');
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe.each(UNIT_TYPE_CODES)('the counts of %s', (unitType) => {
  const requirement = requirementOn({ unitType }, DAY);

  it.each([100, 96, 90, 80, 65, 40, 0])('come to %d % of what is asked for, and no less', (percent) => {
    const lines = equipmentCounts(requirement, { equipment: percent, serviceability: percent });
    const agreed = sum(lines.map((line) => line.agreed));
    expect(sum(lines.map(({ present }) => present))).toBe(Math.ceil((agreed * percent) / 100));
    const categories = sustainmentCounts(requirement, { selfSustainment: percent });
    const required = sum(categories.map((category) => category.required));
    expect(sum(categories.map(({ available }) => available))).toBe(Math.ceil((required * percent) / 100));
    expect(personnelCounts(requirement, { personnel: percent })?.available).toBe(
      Math.ceil((requirement.strength * percent) / 100),
    );
  });

  it('never have more serviceable than present, or more present than agreed', () => {
    for (const line of equipmentCounts(requirement, { equipment: 80, serviceability: 70 })) {
      expect(line.serviceable).toBeLessThanOrEqual(line.present);
      expect(line.present).toBeLessThanOrEqual(line.agreed);
    }
  });

  it('keep critical lines whole as long as the others can bear what lacks', () => {
    const agreed = sum(requirement.equipment.map(({ quantity }) => quantity));
    const others = requirement.equipment.filter(({ critical }) => !critical);
    const borne = sum(others.map(({ quantity }) => Math.floor(quantity / 2)));
    const equipment = Math.ceil((100 * (agreed - borne)) / agreed);
    for (const line of equipmentCounts(requirement, { equipment })) {
      if (line.critical) expect(line.present).toBe(line.agreed);
    }
  });
});

describe('counts', () => {
  const requirement = requirementOn({ unitType: 'AVIATION_UTILITY_HELO' }, DAY);

  it('leave out what was not counted', () => {
    expect(personnelCounts(requirement, { personnel: null })).toBeNull();
    expect(equipmentCounts(requirement, { equipment: null })).toEqual([]);
    expect(sustainmentCounts(requirement, { selfSustainment: null })).toEqual([]);
    const lines = equipmentCounts(requirement, { serviceability: null });
    expect(lines.map(({ serviceable }) => serviceable)).toEqual(lines.map(() => null));
  });

  it('take away the pieces that are named, and say so in the totals', () => {
    const lines = equipmentCounts(requirement, { equipment: 90, absent: { UTILITY_HELICOPTER: 2 } });
    expect(lines.find(({ item }) => item === 'UTILITY_HELICOPTER')).toMatchObject({ agreed: 4, present: 2 });
    const totals = totalsOf(lines, sustainmentCounts(requirement, {}));
    expect(totals.equipmentOnHand).toEqual({ required: 20, available: 18 });
    expect(totals.equipmentLines.map(({ item }) => item)).toEqual(['UTILITY_HELICOPTER']);
  });

  it('go by the version of the statement that is in force on the day', () => {
    expect(requirementOn({ unitType: 'FORMED_POLICE_UNIT' }, plainDate('2024-06-30')).version).toBe(1);
    expect(requirementOn({ unitType: 'FORMED_POLICE_UNIT' }, plainDate('2024-07-01')).version).toBe(2);
  });
});
