import { evaluated, on, reasonsOf } from '#test/support/sound-facts.js';
import type { AavFact, CriticalFinding, Facts } from '../facts.js';

/** A pledge confirmed late enough that only its visit is in question. */
const visited = (
  aav: Partial<AavFact> | null,
  lifecycle: Facts['lifecycle'] = 'REGISTERED',
): Partial<Facts> => ({
  lifecycle,
  registeredOn: on('2022-01-01'),
  confirmedOn: on('2025-09-01'),
  registeredLevel: 'NONE',
  rdl: null,
  aav: aav && {
    date: on('2022-10-13'),
    outcome: 'SATISFACTORY',
    openRecommendations: 0,
    criticalFindings: [],
    ...aav,
  },
});

describe('the assessment and advisory visit', () => {
  it('missing is a gap, whatever the lifecycle', () => {
    expect(reasonsOf(visited(null))).toEqual(['GAP NO_AAV']);
    expect(reasonsOf(visited(null, 'DEPLOYED'))).toEqual(['GAP NO_AAV']);
    expect(evaluated(visited(null)).level).toBe('LEVEL_1');
  });

  it.each([
    ['2025-10-13', 'CONDITION AAV_STALE since=2024-10-13', 'LEVEL_3'],
    ['2025-10-14', 'GAP AAV_EXPIRED expired=2025-10-13', 'LEVEL_1'],
  ])('expires after 36 months: on %s', (asOf, reason, level) => {
    expect(reasonsOf(visited({}), asOf)).toEqual([reason]);
    expect(evaluated(visited({}), asOf).level).toBe(level);
  });

  it.each([
    ['2025-10-12', []],
    ['2025-10-13', []],
    ['2025-10-14', ['CONDITION AAV_STALE since=2025-10-13']],
  ])('is stale after 24 months: on %s', (asOf, reasons) => {
    expect(reasonsOf(visited({ date: on('2023-10-13') }), asOf)).toEqual(reasons);
  });

  it('neither ages nor expires once the pledge is selected', () => {
    expect(reasonsOf(visited({ date: on('2010-01-01') }, 'SELECTED'))).toEqual([]);
    expect(evaluated(visited({ date: on('2010-01-01') }, 'SELECTED')).level).toBe('LEVEL_3');
  });

  it('unsatisfactory is a failure that never ages, carries no level and hides no recommendation behind it', () => {
    const aav = { outcome: 'UNSATISFACTORY', openRecommendations: 3, date: on('2020-02-29') } as const;
    expect(reasonsOf(visited(aav))).toEqual(['FAIL AAV_UNSATISFACTORY date=2020-02-29']);
    expect(evaluated(visited(aav)).level).toBe('LEVEL_1');
  });

  it.each([
    ['SATISFACTORY', '2025-01-01', 1, ['CONDITION AAV_RECOMMENDATIONS_OPEN count=1']],
    ['SATISFACTORY_WITH_RECOMMENDATIONS', '2025-01-01', 4, ['CONDITION AAV_RECOMMENDATIONS_OPEN count=4']],
    ['SATISFACTORY_WITH_RECOMMENDATIONS', '2025-01-01', 0, []],
    ['SATISFACTORY_WITH_RECOMMENDATIONS', '2022-10-12', 4, ['GAP AAV_EXPIRED expired=2025-10-12']],
  ] as const)('%s of %s with %i open recommendations', (outcome, date, openRecommendations, reasons) => {
    expect(reasonsOf(visited({ outcome, date: on(date), openRecommendations }))).toEqual(reasons);
  });

  it('keeps its recommendations open beside staleness, and once selected at any age', () => {
    const aav = { openRecommendations: 2 };
    expect(reasonsOf(visited(aav))).toEqual([
      'CONDITION AAV_RECOMMENDATIONS_OPEN count=2',
      'CONDITION AAV_STALE since=2024-10-13',
    ]);
    expect(reasonsOf(visited(aav, 'PDV'), '2035-01-01')).toEqual([
      'CONDITION AAV_RECOMMENDATIONS_OPEN count=2',
    ]);
  });
});

describe('a critical finding', () => {
  const finding = (dueOn: string, closedOn: string | null, id = 'F-1'): CriticalFinding => ({
    id,
    dueOn: on(dueOn),
    closedOn: closedOn === null ? null : on(closedOn),
  });
  const found = (criticalFindings: CriticalFinding[], aav: Partial<AavFact> = {}) =>
    visited({ date: on('2025-01-01'), criticalFindings, ...aav });

  it.each([
    ['2025-10-12', 'CONDITION AAV_CRITICAL_FINDING_OPEN finding=F-1 due=2025-10-13', 'LEVEL_3'],
    ['2025-10-13', 'CONDITION AAV_CRITICAL_FINDING_OPEN finding=F-1 due=2025-10-13', 'LEVEL_3'],
    ['2025-10-14', 'FAIL AAV_CRITICAL_FINDING_OVERDUE finding=F-1 due=2025-10-13', 'LEVEL_1'],
  ])('is overdue from the day after it is due: on %s', (asOf, reason, level) => {
    expect(reasonsOf(found([finding('2025-10-13', null)]), asOf)).toEqual([reason]);
    expect(evaluated(found([finding('2025-10-13', null)]), asOf).level).toBe(level);
  });

  it.each([
    ['2025-10-12', ['FAIL AAV_CRITICAL_FINDING_OVERDUE finding=F-1 due=2025-01-31']],
    ['2025-10-13', []],
  ])('is closed from the day it is closed on: on %s', (asOf, reasons) => {
    expect(reasonsOf(found([finding('2025-01-31', '2025-10-13')]), asOf)).toEqual(reasons);
  });

  it('stands whatever the outcome or age of the visit, each by itself', () => {
    const findings = [
      finding('2025-10-31', null, 'F-2'),
      finding('2025-01-31', null),
      finding('2025-01-31', '2025-02-01', 'F-3'),
    ];
    expect(reasonsOf(found(findings, { outcome: 'UNSATISFACTORY', date: on('2019-01-01') }))).toEqual([
      'FAIL AAV_CRITICAL_FINDING_OVERDUE finding=F-1 due=2025-01-31',
      'FAIL AAV_UNSATISFACTORY date=2019-01-01',
      'CONDITION AAV_CRITICAL_FINDING_OPEN finding=F-2 due=2025-10-31',
    ]);
  });
});
