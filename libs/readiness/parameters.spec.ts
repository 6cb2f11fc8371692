import { evaluate } from './evaluate.js';
import { contradictionIn, PARAMETER_NAMES, PARAMETER_SET_1, parametersOf, valuesOf } from './parameters.js';
import { on, PARAMETERS, SOUND } from '#test/support/sound-facts.js';

describe('parameter set 1', () => {
  it('holds the values of the rules', () => {
    expect(parametersOf(PARAMETER_SET_1)).toEqual({
      initialValidityMonths: 12,
      renewalValidityMonths: 6,
      graceDays: 30,
      aavCurrentMonths: 24,
      aavExpiresMonths: 36,
      rdlVerificationMonths: 12,
      rdlCommitmentDays: 60,
      rdlServiceabilityPercent: 90,
      unitCertificateMonths: 1,
      evaluationRelevantMonths: 24,
      assessmentRelevantMonths: 24,
      bands: {
        personnel: [90, 80, 70],
        equipmentOnHand: [90, 80, 65],
        serviceability: [90, 80, 60],
        selfSustainment: [100, 90, 75],
      },
    });
  });

  it('says of each value where it comes from, and which are stated by a public text', () => {
    for (const name of PARAMETER_NAMES) expect(PARAMETER_SET_1[name].source).not.toBe('');
    expect(PARAMETER_NAMES.filter((name) => PARAMETER_SET_1[name].sourced)).toEqual([
      'initialValidityMonths',
      'renewalValidityMonths',
      'rdlCommitmentDays',
      'rdlServiceabilityPercent',
      'unitCertificateMonths',
    ]);
  });

  it('is taken apart into what it was assembled from', () => {
    const values = valuesOf(PARAMETERS);
    expect(values).toEqual(
      Object.fromEntries(PARAMETER_NAMES.map((name) => [name, PARAMETER_SET_1[name].value])),
    );
    expect(contradictionIn(values)).toBeUndefined();
    expect(contradictionIn({ ...values, serviceabilityBand3: 81 })).toEqual([
      'serviceabilityBand2',
      'serviceabilityBand3',
    ]);
  });

  it('is what the rules take, never a constant of theirs', () => {
    const strict = { ...PARAMETERS, initialValidityMonths: 6, rdlCommitmentDays: 30 };
    const { reasons } = evaluate(SOUND, on('2025-07-02'), strict);
    expect(reasons.map(({ code }) => code)).toEqual([
      'PLEDGE_CONFIRMATION_OVERDUE',
      'LEVEL_DISCREPANCY',
      'RDL_COMMITMENT_TOO_LONG',
    ]);
  });
});
