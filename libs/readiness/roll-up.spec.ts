import { on, PARAMETERS, SOUND } from '#test/support/sound-facts.js';
import { formatDay } from './day.js';
import type { BarFact, Facts } from './facts.js';
import { rollUpFacts } from './roll-up.js';

const READY: Partial<Facts> = {};
const CONDITIONAL: Partial<Facts> = {
  caveats: [{ id: 'C-1', kind: 'DECLARED', resolveBy: null, resolvedOn: null }],
};
const NOT_ESTABLISHED: Partial<Facts> = { registeredLevel: 'NONE', aav: null };
const NOT_READY: Partial<Facts> = { hospitalDeficiencies: [{ id: 'H-1', closedOn: null }] };
const BLOCKED: Partial<Facts> = { humanRightsScreening: 'REFUSED' };
const COMMITTED: Partial<Facts> = { lifecycle: 'SELECTED' };
const DEPLOYED: Partial<Facts> = { lifecycle: 'DEPLOYED' };

const bar = (from: string, until: string | null): BarFact => ({
  decision: 'S-1',
  from: on(from),
  until: until === null ? null : on(until),
});
const rolled = (pledges: Partial<Facts>[], stateBars: BarFact[] = []) =>
  rollUpFacts(
    { asOf: on('2025-10-13'), stateBars, pledges: pledges.map((change) => ({ ...SOUND, ...change })) },
    PARAMETERS,
  );

describe('the word of a Member State', () => {
  it.each([
    ['NO_POOL', []],
    ['NO_POOL', [COMMITTED, DEPLOYED, { lifecycle: 'DRAFT' as const }]],
    ['AVAILABLE', [BLOCKED, NOT_READY, CONDITIONAL, READY]],
    ['AVAILABLE_WITH_CONDITIONS', [BLOCKED, NOT_READY, CONDITIONAL]],
    ['DEVELOPING', [BLOCKED, NOT_READY]],
    ['DEVELOPING', [NOT_ESTABLISHED]],
    ['RESTRICTED', [BLOCKED, BLOCKED]],
    ['NO_POOL', [{ ...BLOCKED, ...COMMITTED }]],
  ])('%s', (word, pledges) => {
    expect(rolled(pledges).word).toBe(word);
  });

  it.each([
    ['2025-10-13', null, 'RESTRICTED'],
    ['2025-10-01', '2025-10-13', 'RESTRICTED'],
    ['2025-10-14', null, 'NO_POOL'],
    ['2025-10-01', '2025-10-12', 'NO_POOL'],
  ])('with a state-wide bar from %s to %s is %s', (from, until, word) => {
    expect(rolled([], [bar(from, until)]).word).toBe(word);
  });
});

describe('the flags of a Member State', () => {
  const overdue: Partial<Facts> = { improvementPlan: { state: 'OPEN', dueOn: on('2025-01-01') } };
  const undeclared: Partial<Facts> = {
    caveats: [{ id: 'C-1', kind: 'UNDECLARED', resolveBy: on('2030-01-01'), resolvedOn: null }],
  };

  it.each<[string, Partial<Facts>, string[]]>([
    ['nothing', READY, []],
    ['blocked in the pool', BLOCKED, ['HAS_BLOCKED_PLEDGE']],
    ['blocked while committed', { ...BLOCKED, ...COMMITTED }, ['HAS_COMMITTED_PLEDGE_NOT_READY']],
    ['not ready while committed', { ...NOT_READY, ...COMMITTED }, ['HAS_COMMITTED_PLEDGE_NOT_READY']],
    ['not established while committed', { ...NOT_ESTABLISHED, ...COMMITTED }, []],
    ['blocked while deployed', { ...BLOCKED, ...DEPLOYED }, []],
    ['a discrepancy in the pool', { rdl: null }, ['HAS_LEVEL_DISCREPANCY']],
    ['a discrepancy while committed', { rdl: null, ...COMMITTED }, []],
    ['an overdue plan in the pool', overdue, ['HAS_OVERDUE_PLAN']],
    ['an overdue plan while deployed', { ...overdue, ...DEPLOYED }, ['HAS_OVERDUE_PLAN']],
    ['an overdue plan of a unit returned', { ...overdue, lifecycle: 'RETURNED' }, []],
    ['an undeclared caveat while deployed', { ...undeclared, ...DEPLOYED }, ['HAS_UNDECLARED_CAVEAT']],
    [
      'an undeclared caveat while committed',
      { ...undeclared, ...COMMITTED },
      ['HAS_COMMITTED_PLEDGE_NOT_READY', 'HAS_UNDECLARED_CAVEAT'],
    ],
  ])('for %s', (_what, pledge, flags) => {
    expect(rolled([READY, pledge]).flags).toEqual(flags);
  });
});

describe('the counts of a Member State', () => {
  it('are over its pool, but for its committed and deployed', () => {
    const low = { measurements: { ...SOUND.measurements, personnel: { required: 100, available: 85 } } };
    expect(
      rolled([
        READY,
        low,
        CONDITIONAL,
        NOT_ESTABLISHED,
        { ...NOT_READY, rdl: null },
        COMMITTED,
        DEPLOYED,
        DEPLOYED,
        { lifecycle: 'WITHDRAWN' },
      ]),
    ).toMatchObject({
      pool: 5,
      committed: 1,
      deployed: 2,
      counts: { 'LEVEL_1/NOT_ESTABLISHED': 1, 'LEVEL_3/NOT_READY': 1, 'RDL/CONDITIONAL': 2, 'RDL/READY': 1 },
      limiting: { CAVEAT_DECLARED: 1, HOSPITAL_DEFICIENCY_OPEN: 1, NO_AAV: 1, RATING_2: 1 },
      bestLevel: 'RDL',
      rdl: 3,
      availablePersonnel: 285,
      evidence: { complete: 4, pool: 5 },
    });
  });

  it('name each limiting code once a pledge, and not where it is only information', () => {
    const twice = { bars: [bar('2025-01-01', null), { ...bar('2025-01-01', null), decision: 'S-2' }] };
    expect(rolled([twice, { humanRightsScreening: 'PENDING' }]).limiting).toEqual({ DEPLOYMENT_BAR: 1 });
  });

  it('of an empty pool are empty', () => {
    expect(rolled([])).toEqual({
      word: 'NO_POOL',
      flags: [],
      pool: 0,
      committed: 0,
      deployed: 0,
      counts: {},
      limiting: {},
      bestLevel: 'NONE',
      rdl: 0,
      availablePersonnel: 0,
      evidence: { complete: 0, pool: 0 },
      nextChangeOn: null,
    });
  });
});

describe('a state-wide bar', () => {
  it('is a bar of each of its pledges', () => {
    expect(rolled([READY, COMMITTED], [bar('2025-01-01', null)])).toMatchObject({
      flags: ['HAS_BLOCKED_PLEDGE', 'HAS_COMMITTED_PLEDGE_NOT_READY'],
      counts: { 'RDL/BLOCKED': 1 },
      limiting: { DEPLOYMENT_BAR: 1 },
    });
  });
});

describe('the next change of a Member State', () => {
  const steady: Partial<Facts> = { ...DEPLOYED, registeredLevel: 'NONE', rdl: null };
  const next = (pledges: Partial<Facts>[], stateBars: BarFact[] = []) => {
    const { nextChangeOn } = rolled(pledges, stateBars);
    return nextChangeOn === null ? null : formatDay(nextChangeOn);
  };

  it('is the earliest of its pledges', () => {
    expect(next([steady, { registeredOn: on('2025-03-01') }, READY])).toBe('2026-01-02');
    expect(next([steady])).toBeNull();
  });

  it.each([
    ['2025-10-14', null, '2025-10-14'],
    ['2025-01-01', '2025-10-31', '2025-11-01'],
    ['2025-10-13', '2025-10-13', '2025-10-14'],
    ['2025-10-20', '2025-10-31', '2025-10-20'],
    ['2025-01-01', '2025-10-12', null],
    ['2025-01-01', null, null],
  ])('or of a state-wide bar from %s to %s: %s, with or without pledges', (from, until, expected) => {
    expect(next([], [bar(from, until)])).toBe(expected);
    expect(next([steady], [bar(from, until)])).toBe(expected);
  });

  it('counts each state-wide bar, also behind another one', () => {
    expect(next([], [bar('2025-01-01', null), bar('2025-01-01', '2025-12-31')])).toBe('2026-01-01');
  });
});
