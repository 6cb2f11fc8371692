import type { Principal } from '#platform/principal.js';
import { storedOperation } from '#test/support/operations.js';
import { writePledge, writeRows } from '#test/support/pledge-rows.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

describe('a Member State', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
    await writeRows(registry.appUrl, (write) => {
      writePledge(write, { memberState: 'RWA', reference: 'RWA-1' });
      writePledge(write, { memberState: 'RWA', reference: 'RWA-2', without: ['NOTE_VERBALE'] });
      writePledge(write, { memberState: 'RWA', reference: 'RWA-3', steps: { SELECTED: '2025-03-01' } });
      const withdrawn = { SELECTED: '2025-03-01', WITHDRAWN: '2025-04-01' };
      writePledge(write, { memberState: 'RWA', reference: 'RWA-4', steps: withdrawn });
      writePledge(write, { memberState: 'NPL', reference: 'NPL-1' });
      const bar = {
        member_state: 'NPL',
        decided_on: '2025-06-01',
        from_on: '2025-11-01',
        until_on: '2025-11-30',
      };
      write('bar', '2025-06-01', { ...bar, decision: 'S-1', reason: 'Screening' });
      const barOfNone = { member_state: 'FJI', decided_on: '2025-06-01', from_on: '2025-06-01' };
      write('bar', '2025-06-01', { ...barOfNone, decision: 'S-1', reason: 'Screening' });
    });
  });
  afterAll(() => registry.close());

  const ask = async (
    principal: Principal,
    iso3: string,
    at: Record<string, unknown> = {},
    locale?: string,
  ) => {
    const answer = await registry.ask(principal, storedOperation('member-state'), { iso3, ...at }, locale);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.statements).toBeLessThanOrEqual(4);
    return answer;
  };
  const status = async (iso3: string, at?: Record<string, unknown>) =>
    (await ask(STAFF, iso3, at)).body.data?.['memberState'];

  it('has one word, counts over its pool, and all its pledges', async () => {
    expect(await status('RWA')).toMatchObject({
      basis: { asOf: '2025-10-13', knownOn: '2025-10-13T12:00:00.000Z', parameterSet: 1 },
      memberState: { iso3: 'RWA', m49: '646', regionalGroup: 'AFRICAN', name: 'Rwanda' },
      word: 'AVAILABLE',
      flags: [],
      pool: 2,
      committed: 1,
      deployed: 0,
      counts: [
        { level: 'LEVEL_3', status: 'READY', count: 1 },
        { level: 'NONE', status: 'NOT_ESTABLISHED', count: 1 },
      ],
      limiting: [{ code: 'DOC_MISSING', count: 1 }],
      bestLevel: 'LEVEL_3',
      rdl: 0,
      availablePersonnel: 150,
      evidence: { complete: 1, pool: 2 },
      nextChangeOn: '2026-01-11',
      stateBars: [],
      pledges: [
        { reference: 'RWA-1', status: { status: 'READY' } },
        { reference: 'RWA-2', status: { status: 'NOT_ESTABLISHED', reasons: [{ code: 'DOC_MISSING' }] } },
        { reference: 'RWA-3', lifecycle: 'SELECTED', status: { status: 'READY' } },
        { reference: 'RWA-4', lifecycle: 'WITHDRAWN', status: { status: 'NOT_IN_POOL' } },
      ],
    });
  });

  it('is named in the language asked for', async () => {
    const { body } = await ask(STAFF, 'CIV', {}, 'ru');
    expect(body.data?.['memberState']).toMatchObject({
      memberState: { name: 'Кот-д’Ивуар' },
      word: 'NO_POOL',
    });
  });

  it('warns of a bar that lies ahead, and is restricted while it lasts', async () => {
    expect(await status('NPL')).toMatchObject({
      word: 'AVAILABLE',
      nextChangeOn: '2025-11-01',
      stateBars: [{ decision: 'S-1', from: '2025-11-01', until: '2025-11-30' }],
    });
    expect(await status('NPL', { asOf: '2025-11-30' })).toMatchObject({
      word: 'RESTRICTED',
      flags: ['HAS_BLOCKED_PLEDGE'],
      limiting: [{ code: 'DEPLOYMENT_BAR', count: 1 }],
      nextChangeOn: '2025-12-01',
    });
    expect(await status('NPL', { knownOn: '2025-05-31T00:00:00Z' })).toMatchObject({ stateBars: [] });
  });

  it('is restricted by a bar without any pledge', async () => {
    expect(await status('FJI')).toMatchObject({
      word: 'RESTRICTED',
      pool: 0,
      pledges: [],
      nextChangeOn: null,
    });
    expect(await status('FJI', { asOf: '2025-05-31' })).toMatchObject({ word: 'NO_POOL', stateBars: [] });
  });

  it('has no pledge before the first step', async () => {
    expect(await status('RWA', { asOf: '2025-01-05' })).toMatchObject({ word: 'NO_POOL', pledges: [] });
    expect(await status('RWA', { asOf: '2025-01-09' })).toMatchObject({
      word: 'NO_POOL',
      pledges: [{ lifecycle: 'SUBMITTED' }, {}, {}, {}],
    });
  });

  it('sees itself as staff sees it, and of another what it sees of none', async () => {
    expect((await ask(memberState('NPL'), 'NPL')).text).toBe((await ask(STAFF, 'NPL')).text);
    const other = await ask(memberState('NPL'), 'RWA');
    const none = await ask(memberState('NPL'), 'XXX');
    expect(other.body.data).toEqual({ memberState: null });
    expect([other.text, other.statements]).toEqual([none.text, none.statements]);
    expect((await ask(STAFF, 'XXX')).body.data).toEqual({ memberState: null });
  });

  it('is absent for an evaluator', async () => {
    expect((await ask(EVALUATOR, 'RWA')).body.data).toEqual({ memberState: null });
  });
});
