import { evaluated, on, PARAMETERS, reasonsOf, SOUND } from '#test/support/sound-facts.js';
import { formatDay } from './day.js';
import { evaluate, explain } from './evaluate.js';
import type { DocumentFact, Facts, LifecycleState, Status } from './facts.js';

const next = (change: Partial<Facts>, asOf?: string): string | null => {
  const { nextChangeOn } = evaluated(change, asOf);
  return nextChangeOn === null ? null : formatDay(nextChangeOn);
};
/** Deployed, so that neither validity nor the visit ages; without an agreement, so that nothing changes. */
const STEADY: Partial<Facts> = { lifecycle: 'DEPLOYED', registeredLevel: 'NONE', rdl: null };

describe('the status', () => {
  const bar = { decision: 'D-1', from: on('2025-01-01'), until: null };
  const caveat = { id: 'C-1', kind: 'DECLARED', resolveBy: null, resolvedOn: null } as const;

  it.each<[Status, Partial<Facts>]>([
    ['READY', {}],
    ['READY', { humanRightsScreening: 'PENDING' }],
    ['CONDITIONAL', { humanRightsScreening: 'PENDING', caveats: [caveat] }],
    ['NOT_ESTABLISHED', { caveats: [caveat], aav: null }],
    ['NOT_READY', { caveats: [caveat], aav: null, hospitalDeficiencies: [{ id: 'H-1', closedOn: null }] }],
    ['BLOCKED', { aav: null, hospitalDeficiencies: [{ id: 'H-1', closedOn: null }], bars: [bar] }],
  ])('%s is what the worst reason says: %j', (status, change) => {
    expect(evaluated(change).status).toBe(status);
  });

  it.each<LifecycleState>(['DRAFT', 'SUBMITTED', 'REJECTED', 'WITHDRAWN', 'RETURNED'])(
    '%s is outside the pool, whatever else is known',
    (lifecycle) => {
      expect(evaluated({ lifecycle, registeredOn: null, bars: [bar], documents: [] })).toEqual({
        level: 'NONE',
        status: 'NOT_IN_POOL',
        reasons: [{ severity: 'INFO', code: 'LIFECYCLE', params: { state: lifecycle } }],
        nextChangeOn: null,
      });
    },
  );
});

describe('the order of reasons', () => {
  it('is by severity, code, then parameters as JSON with sorted keys', () => {
    const bars = ['D-10', 'D-2', 'D-1', '"', 'é', 'Z'].map((decision) => ({
      decision,
      from: on('2025-01-01'),
      until: null,
    }));
    expect(reasonsOf({ bars, aav: null, registeredLevel: 'NONE' })).toEqual([
      'BLOCKER DEPLOYMENT_BAR decision=D-1',
      'BLOCKER DEPLOYMENT_BAR decision=D-10',
      'BLOCKER DEPLOYMENT_BAR decision=D-2',
      'BLOCKER DEPLOYMENT_BAR decision=Z',
      'BLOCKER DEPLOYMENT_BAR decision="',
      'BLOCKER DEPLOYMENT_BAR decision=é',
      'GAP NO_AAV',
    ]);
  });

  it('compares the day a finding is due before its name, as its key comes first', () => {
    const finding = (id: string, dueOn: string) => ({ id, dueOn: on(dueOn), closedOn: null });
    const criticalFindings = [
      finding('F-1', '2026-02-01'),
      finding('F-2', '2026-01-01'),
      finding('F-0', '2026-02-01'),
    ];
    expect(
      reasonsOf({
        aav: { date: on('2025-01-15'), outcome: 'SATISFACTORY', openRecommendations: 0, criticalFindings },
      }),
    ).toEqual([
      'CONDITION AAV_CRITICAL_FINDING_OPEN finding=F-2 due=2026-01-01',
      'CONDITION AAV_CRITICAL_FINDING_OPEN finding=F-0 due=2026-02-01',
      'CONDITION AAV_CRITICAL_FINDING_OPEN finding=F-1 due=2026-02-01',
    ]);
  });

  it('puts a rating decided by a critical line before one that is not', () => {
    const measurements = { ...SOUND.measurements, personnel: { required: 100, available: 85 } };
    const criticalLines = [{ item: 'Z', required: 100, available: 85 }];
    expect(reasonsOf({ measurements, criticalLines })).toEqual([
      'CONDITION RATING_2 dimension=equipmentOnHand pct=85 criticalLine=Z',
      'CONDITION RATING_2 dimension=personnel pct=85',
    ]);
  });
});

describe('the next change', () => {
  const note = (receivedOn: string, validUntil: string | null): DocumentFact => ({
    type: 'NOTE_VERBALE',
    receivedOn: on(receivedOn),
    validUntil: validUntil === null ? null : on(validUntil),
  });
  const notes = (...documents: DocumentFact[]): Partial<Facts> => ({
    ...STEADY,
    documents: [...SOUND.documents.filter(({ type }) => type !== 'NOTE_VERBALE'), ...documents],
  });

  it('is none where nothing lies ahead', () => {
    expect(next(STEADY)).toBeNull();
  });

  it.each<[string, Partial<Facts>, string | null]>([
    ['validity', { registeredLevel: 'NONE', rdl: null }, '2026-01-02'],
    ['an expiry', notes(note('2025-01-01', '2025-12-31')), '2026-01-01'],
    ['a document to come', notes(note('2025-11-01', null)), '2025-11-01'],
    [
      'the copy that expires last, not the others',
      notes(note('2025-01-01', '2025-12-31'), note('2025-01-01', '2026-03-31')),
      '2026-04-01',
    ],
    [
      'no copy beside one without an end',
      notes(note('2025-01-01', null), note('2025-02-01', '2025-12-31')),
      null,
    ],
    ['no second copy to come', notes(note('2025-01-01', null), note('2025-11-01', null)), null],
    [
      'the expiry of a copy to come',
      notes(note('2025-01-01', '2025-12-31'), note('2025-11-01', '2026-06-30')),
      '2026-07-01',
    ],
    [
      'an expiry as the next copy arrives: no change',
      notes(note('2025-01-01', '2025-12-31'), note('2026-01-01', null)),
      null,
    ],
    [
      'an expiry one day before the next copy',
      notes(note('2025-01-01', '2025-12-30'), note('2026-01-01', null)),
      '2025-12-31',
    ],
    [
      'a document to come that has expired by then names another day',
      notes(note('2025-01-01', '2025-01-31'), note('2025-11-01', '2025-02-28')),
      '2025-11-01',
    ],
    [
      'a bar ahead',
      { ...STEADY, bars: [{ decision: 'D-1', from: on('2026-01-10'), until: null }] },
      '2026-01-10',
    ],
    [
      'a bar’s end',
      { ...STEADY, bars: [{ decision: 'D-1', from: on('2025-01-01'), until: on('2025-10-13') }] },
      '2025-10-14',
    ],
    [
      'a bar that is never in force',
      { ...STEADY, bars: [{ decision: 'D-1', from: on('2026-01-10'), until: on('2026-01-09') }] },
      null,
    ],
    [
      'a closing that comes after the due day',
      {
        ...STEADY,
        aav: {
          date: on('2025-01-15'),
          outcome: 'SATISFACTORY',
          openRecommendations: 0,
          criticalFindings: [{ id: 'F-1', dueOn: on('2025-12-01'), closedOn: on('2025-12-10') }],
        },
      },
      '2025-12-02',
    ],
    [
      'a resolution',
      {
        ...STEADY,
        caveats: [
          { id: 'C-1', kind: 'UNDECLARED', resolveBy: on('2025-12-31'), resolvedOn: on('2025-12-01') },
        ],
      },
      '2025-12-01',
    ],
    [
      'a certificate in time',
      {
        ...STEADY,
        lifecycle: 'CLEARED',
        plannedDeploymentOn: on('2026-01-31'),
        unitCertificateOn: on('2025-12-01'),
      },
      '2025-12-01',
    ],
    [
      'a certificate’s due day',
      { ...STEADY, lifecycle: 'CLEARED', plannedDeploymentOn: on('2026-03-31') },
      '2026-03-01',
    ],
    [
      'a verdict that no longer speaks',
      { ...STEADY, lastEvaluation: { date: on('2024-02-29'), verdict: 'UNSATISFACTORY' } },
      '2026-03-01',
    ],
  ])('is the day of %s', (_what, change, expected) => {
    expect(next(change)).toBe(expected);
  });

  it('passes over days on which one reason takes the place of the same: one bar of a decision after another', () => {
    const bars = [
      { decision: 'D-1', from: on('2025-01-01'), until: on('2025-10-31') },
      { decision: 'D-1', from: on('2025-11-01'), until: on('2025-11-30') },
    ];
    expect(next({ ...STEADY, bars })).toBe('2025-12-01');
  });

  it('is none where it lies beyond the calendar', () => {
    expect(next(notes(note('2025-01-01', '9999-12-30')))).toBe('9999-12-31');
    expect(next(notes(note('2025-01-01', '9999-12-31')))).toBeNull();
  });
});

describe('the facts', () => {
  it('may carry further keys, which change nothing', () => {
    const kept = {
      ...SOUND,
      recordIds: { lifecycle: 'x' },
      documents: SOUND.documents.map((document) => ({ ...document, id: 'y' })),
    };
    expect(evaluate(kept, on('2025-10-13'), PARAMETERS)).toEqual(evaluated({}));
  });

  it('that a reason rests on are told with it', () => {
    const expired = {
      type: 'NOTE_VERBALE',
      receivedOn: on('2025-01-01'),
      validUntil: on('2025-03-31'),
      id: 'document',
    } as const;
    const older = { ...expired, validUntil: on('2025-02-28'), id: 'older' };
    const documents = [...SOUND.documents.filter(({ type }) => type !== 'NOTE_VERBALE'), older, expired];
    const facts: Facts = { ...SOUND, documents, humanRightsScreening: 'PENDING', aav: null };
    const explained = explain(facts, on('2026-01-20'), PARAMETERS);
    expect(explained.map(({ reason }) => reason)).toEqual(
      evaluate(facts, on('2026-01-20'), PARAMETERS).reasons,
    );
    expect(explained.map(({ reason, basis }) => [reason.code, basis])).toEqual([
      ['DOC_EXPIRED', [expired]],
      ['NO_AAV', []],
      ['PLEDGE_CONFIRMATION_OVERDUE', ['registeredOn']],
      ['HR_SCREENING_PENDING', ['humanRightsScreening']],
      ['LEVEL_DISCREPANCY', ['registeredLevel']],
    ]);
  });
});
