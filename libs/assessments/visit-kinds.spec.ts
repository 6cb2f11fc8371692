import { UNIT_TYPES } from '#reference/data/unit-types.js';
import { VISIT_KIND_CODES, VISIT_KINDS, VISIT_OUTCOMES, type VisitKindCode } from './visit-kinds.js';

describe('kinds of visit', () => {
  const lookedAtBy = (kind: VisitKindCode) =>
    UNIT_TYPES.filter(({ code, medical, rdlEligible }) =>
      VISIT_KINDS[kind].looksAt({ unitType: code, medical, rdlEligible }),
    ).map(({ code }) => code);

  it.each(VISIT_KIND_CODES)('%s ends with words that the table of outcomes has', (kind) => {
    const { outcomes } = VISIT_KINDS[kind];
    expect(outcomes.length).toBeGreaterThan(1);
    expect(VISIT_OUTCOMES).toEqual(expect.arrayContaining([...outcomes]));
  });

  it('a hospital assessment looks at medical units alone', () => {
    expect(lookedAtBy('HOSPITAL')).toEqual(
      UNIT_TYPES.filter(({ medical }) => medical).map(({ code }) => code),
    );
  });

  it('a formed police unit assessment looks at formed police units alone', () => {
    expect(lookedAtBy('FPU_ASSESSMENT')).toEqual(['FORMED_POLICE_UNIT', 'GUARD_FPU']);
  });

  it('a verification looks at what may be held at the rapid deployment level', () => {
    const eligible = UNIT_TYPES.filter(({ rdlEligible }) => rdlEligible).map(({ code }) => code);
    expect(lookedAtBy('RDL_VERIFICATION')).toEqual(eligible);
    expect(eligible.length).toBeLessThan(UNIT_TYPES.length);
  });

  it('every other looks at any unit', () => {
    expect(lookedAtBy('AAV')).toHaveLength(UNIT_TYPES.length);
  });
});
