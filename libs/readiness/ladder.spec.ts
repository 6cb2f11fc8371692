import { on, PARAMETERS, SOUND } from '#test/support/sound-facts.js';
import type { Facts } from './facts.js';
import { GATE_CODES, ladder, nextStep } from './ladder.js';

const climbed = (change: Partial<Facts>, asOf = '2025-10-13') =>
  ladder({ ...SOUND, ...change }, on(asOf), PARAMETERS);
const missing = (change: Partial<Facts>, asOf?: string) => {
  const step = nextStep(climbed(change, asOf));
  return (
    step && [
      step.level,
      ...step.gates.filter(({ met }) => !met).map(({ code, params }) => ({ code, params })),
    ]
  );
};

describe('the ladder', () => {
  it('has four steps, each with its gates, all met by a sound pledge', () => {
    const steps = climbed({});
    expect(steps.map(({ level, gates }) => [level, gates.length])).toEqual([
      ['LEVEL_1', 6],
      ['LEVEL_2', 3],
      ['LEVEL_3', 5],
      ['RDL', 6],
    ]);
    expect(steps.every(({ reached, gates }) => reached && gates.every(({ met }) => met))).toBe(true);
    expect(nextStep(steps)).toBeUndefined();
    expect(steps[2]?.gates[0]).toEqual({
      code: 'DOCUMENT_HELD',
      met: true,
      params: { doc: 'SUR_ALIGNMENT' },
    });
  });

  it('has a place for every gate of the table', () => {
    const codes = climbed({}).flatMap(({ gates }) => gates.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(GATE_CODES));
  });

  it('does not reach a step above one that is missing, though its own gates are met', () => {
    const steps = climbed({ aav: null });
    expect(steps.map(({ reached }) => reached)).toEqual([true, false, false, false]);
    expect(steps[3]?.gates.every(({ met }) => met)).toBe(true);
  });

  it.each<[string, Partial<Facts>, unknown[]]>([
    [
      'documents',
      { documents: SOUND.documents.slice(1) },
      ['LEVEL_1', { code: 'DOCUMENT_HELD', params: { doc: 'NOTE_VERBALE' } }],
    ],
    [
      'an expired document',
      {
        documents: SOUND.documents.map((document) =>
          document.type === 'LOAD_LIST' ? { ...document, validUntil: on('2025-10-12') } : document,
        ),
      },
      ['LEVEL_3', { code: 'DOCUMENT_HELD', params: { doc: 'LOAD_LIST', validUntil: '2025-10-12' } }],
    ],
    [
      'a lapsed pledge',
      { registeredOn: on('2024-09-12') },
      ['LEVEL_1', { code: 'PLEDGE_NOT_LAPSED', params: { validUntil: '2025-09-12' } }],
    ],
    [
      'a pledge that has returned',
      { lifecycle: 'RETURNED' },
      ['LEVEL_1', { code: 'PLEDGE_ACTIVE', params: { state: 'RETURNED' } }],
    ],
    [
      'a visit',
      { aav: null },
      ['LEVEL_2', { code: 'AAV_NOT_UNSATISFACTORY', params: {} }, { code: 'AAV_NOT_EXPIRED', params: {} }],
    ],
    [
      'a better and newer visit',
      {
        aav: {
          date: on('2022-10-12'),
          outcome: 'UNSATISFACTORY',
          openRecommendations: 0,
          criticalFindings: [{ id: 'F-1', dueOn: on('2025-10-12'), closedOn: null }],
        },
      },
      [
        'LEVEL_2',
        { code: 'AAV_NOT_UNSATISFACTORY', params: { date: '2022-10-12' } },
        { code: 'AAV_NOT_EXPIRED', params: { expired: '2025-10-12' } },
        { code: 'NO_CRITICAL_FINDING_OVERDUE', params: { finding: 'F-1', due: '2025-10-12' } },
      ],
    ],
    [
      'all of a rapid deployment agreement',
      { rdl: null, measurements: { ...SOUND.measurements, serviceability: null } },
      [
        'RDL',
        { code: 'RDL_AGREEMENT_IN_FORCE', params: {} },
        { code: 'RDL_VERIFICATION_PASSED', params: {} },
        { code: 'RDL_VERIFICATION_CURRENT', params: {} },
        { code: 'RDL_COMMITMENT_SHORT_ENOUGH', params: {} },
        { code: 'RDL_SERVICEABILITY_REPORTED', params: {} },
        { code: 'RDL_SERVICEABILITY_HIGH_ENOUGH', params: {} },
      ],
    ],
    [
      'the terms of a rapid deployment agreement',
      {
        rdl: {
          agreementFrom: on('2025-01-01'),
          agreementUntil: on('2025-10-12'),
          commitmentDays: 61,
          verification: { date: on('2024-10-12'), outcome: 'PASS' },
        },
        measurements: { ...SOUND.measurements, serviceability: { required: 1000, available: 899 } },
      },
      [
        'RDL',
        { code: 'RDL_AGREEMENT_IN_FORCE', params: { until: '2025-10-12' } },
        { code: 'RDL_VERIFICATION_CURRENT', params: { expired: '2025-10-12' } },
        { code: 'RDL_COMMITMENT_SHORT_ENOUGH', params: { days: 61 } },
        { code: 'RDL_SERVICEABILITY_HIGH_ENOUGH', params: { pct: 89.9 } },
      ],
    ],
  ])('says that %s is missing for the next level', (_what, change, expected) => {
    expect(missing(change)).toEqual(expected);
  });
});
