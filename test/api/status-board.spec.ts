import type { Principal } from '#platform/principal.js';
import { storedOperation } from '#test/support/operations.js';
import { writePledge, writeRows } from '#test/support/pledge-rows.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Row {
  readonly memberState: { readonly iso3: string; readonly name: string };
  readonly word: string;
  readonly pool: number;
}
interface Board {
  readonly rows: readonly Row[];
  readonly totals: {
    readonly memberStates: number;
    readonly words: readonly { readonly word: string; readonly count: number }[];
    readonly pool: number;
    readonly committed: number;
    readonly availablePersonnel: number;
  };
}

describe('the board', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
    await writeRows(registry.appUrl, (write) => {
      writePledge(write, { memberState: 'RWA', reference: 'RWA-1' });
      const incomplete = { memberState: 'RWA', reference: 'RWA-2', without: ['NOTE_VERBALE'] } as const;
      writePledge(write, { ...incomplete, unitType: 'INFANTRY_BATTALION' });
      writePledge(write, { memberState: 'NPL', reference: 'NPL-1', personnel: 125 });
      writePledge(write, { memberState: 'URY', reference: 'URY-1', personnel: 60 });
      const blocked = writePledge(write, { memberState: 'GHA', reference: 'GHA-1' });
      write('bar', '2025-06-01', {
        member_state: 'GHA',
        pledge_id: blocked,
        decision: 'D-1',
        decided_on: '2025-06-01',
        from_on: '2025-06-01',
        reason: 'Conduct',
      });
      const withdrawn = { WITHDRAWN: '2025-04-01' };
      const gone = { memberState: 'FJI', reference: 'FJI-1', unitType: 'CANINE', steps: withdrawn } as const;
      writePledge(write, gone);
    });
  });
  afterAll(() => registry.close());

  const ask = async (variables: object = {}, principal: Principal = STAFF): Promise<Board> => {
    const answer = await registry.ask(principal, storedOperation('board'), { ...variables });
    expect(answer.body.errors).toBeUndefined();
    expect(answer.statements).toBeLessThanOrEqual(4);
    return answer.body.data?.['board'] as Board;
  };
  const states = ({ rows }: Board) => rows.map((row) => row.memberState.iso3);

  it('has all 193 in the order of their English names, those without a pool too', async () => {
    const board = await ask();
    const names = board.rows.map((row) => row.memberState.name);
    expect(names).toHaveLength(193);
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
    expect(
      board.rows.filter(({ word }) => word !== 'NO_POOL').map((row) => [row.memberState.iso3, row.word]),
    ).toEqual([
      ['GHA', 'RESTRICTED'],
      ['NPL', 'AVAILABLE_WITH_CONDITIONS'],
      ['RWA', 'AVAILABLE'],
      ['URY', 'DEVELOPING'],
    ]);
    expect(board.totals).toMatchObject({
      memberStates: 193,
      words: [
        { word: 'RESTRICTED', count: 1 },
        { word: 'NO_POOL', count: 189 },
        { word: 'AVAILABLE', count: 1 },
        { word: 'AVAILABLE_WITH_CONDITIONS', count: 1 },
        { word: 'DEVELOPING', count: 1 },
      ],
      pool: 5,
      availablePersonnel: 275,
    });
  });

  it.each<[filter: object, chosen: string[]]>([
    [{ words: ['AVAILABLE', 'RESTRICTED'] }, ['GHA', 'RWA']],
    [{ flags: ['HAS_BLOCKED_PLEDGE'] }, ['GHA']],
    [{ unitTypes: ['INFANTRY_BATTALION'] }, ['RWA']],
    [{ unitTypes: ['CANINE'] }, []],
    [{ reasonCodes: ['RATING_2', 'DOC_MISSING'] }, ['NPL', 'RWA']],
    [{ reasonCodes: ['LIFECYCLE'] }, []],
    [{ reasonCodes: ['DOC_MISSING'], unitTypes: ['FORMED_POLICE_UNIT'] }, []],
    [{ regions: ['AFRICAN'], words: ['AVAILABLE', 'DEVELOPING'] }, ['RWA']],
  ])('%j chooses %j', async (filter, chosen) => {
    expect(states(await ask({ filter }))).toEqual(chosen);
  });

  it('counts all pledges of the Member States that a filter chooses', async () => {
    const [row] = (await ask({ filter: { unitTypes: ['INFANTRY_BATTALION'] } })).rows;
    const [whole] = (await ask()).rows.filter(({ memberState: state }) => state.iso3 === 'RWA');
    expect(row).toEqual(whole);
    expect(row).toMatchObject({ word: 'AVAILABLE', pool: 2 });
  });

  it('has a region as large as it is', async () => {
    const { totals } = await ask({ filter: { regions: ['WESTERN_EUROPEAN_AND_OTHERS'] } });
    expect(totals).toMatchObject({ memberStates: 29, pool: 0 });
  });

  it('shows a Member State its own row only, as staff sees it', async () => {
    const own = await ask({}, memberState('NPL'));
    const staffs = await ask();
    expect(own.rows).toEqual(staffs.rows.filter(({ memberState: state }) => state.iso3 === 'NPL'));
    expect(own.totals).toMatchObject({ memberStates: 1, pool: 1 });
  });

  it('is absent for an evaluator', async () => {
    const { body } = await registry.ask(EVALUATOR, storedOperation('board'));
    expect(body).toMatchObject({ data: { board: null } });
    expect(body.errors).toBeUndefined();
  });

  it('is asked as of a day and as known on an instant', async () => {
    expect((await ask({ asOf: '2025-01-09' })).totals.pool).toBe(0);
    expect((await ask({ knownOn: '2025-01-09T00:00:00Z' })).totals.pool).toBe(0);
    const before = await ask({ knownOn: '2025-05-31T00:00:00Z', filter: { words: ['AVAILABLE'] } });
    expect(states(before)).toEqual(['GHA', 'RWA']);
  });
});
