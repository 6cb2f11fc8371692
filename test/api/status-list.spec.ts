import type { Id } from '#platform/ids.js';
import type { Principal } from '#platform/principal.js';
import { storedOperation } from '#test/support/operations.js';
import { writePledge, writeRows } from '#test/support/pledge-rows.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Node {
  readonly id: Id;
  readonly reference: string;
  readonly memberState: string;
  readonly lifecycle: string;
  readonly description: { readonly title: string; readonly deployableWithinDays: number } | null;
  readonly status: {
    readonly level: string;
    readonly status: string;
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
    readonly nextChangeOn: string | null;
  };
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('the list of pledges', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
    await writeRows(registry.appUrl, (write) => {
      const rwanda = { memberState: 'RWA', deployableWithinDays: 30 } as const;
      writePledge(write, { ...rwanda, reference: 'RWA-1', title: 'Unité de police constituée' });
      writePledge(write, {
        ...rwanda,
        reference: 'RWA-2',
        unitType: 'INFANTRY_BATTALION',
        without: ['NOTE_VERBALE'],
        deployableWithinDays: 90,
      });
      writePledge(write, { memberState: 'NPL', reference: 'NPL-1', personnel: 110 });
      writePledge(write, {
        memberState: 'NPL',
        reference: 'NPL-2',
        unitType: 'MEDICAL_LEVEL_2',
        steps: { SELECTED: '2025-03-01' },
      });
      const barred = writePledge(write, { memberState: 'URY', reference: 'URY-1' });
      write('bar', '2025-06-01', {
        member_state: 'URY',
        pledge_id: barred,
        decision: 'D-1',
        decided_on: '2025-06-01',
        from_on: '2025-06-01',
        until_on: '2025-12-01',
        reason: 'Conduct',
      });
    });
  });
  afterAll(() => registry.close());

  const ask = async (
    variables: Record<string, unknown> = {},
    principal: Principal = STAFF,
  ): Promise<Page> => {
    const answer = await registry.ask(principal, storedOperation('pledges'), variables);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.statements).toBeLessThanOrEqual(4);
    return answer.body.data?.['pledges'] as Page;
  };
  const references = async (filter: object, sort?: object) =>
    (await ask({ filter, sort })).nodes.map(({ reference }) => reference);

  it('says of each what it is, where it stands and how ready it is', async () => {
    const { totalCount, nodes } = await ask();
    expect(totalCount).toBe(5);
    expect(
      nodes.map(({ reference, status }) => [reference, status.level, status.status, status.nextChangeOn]),
    ).toEqual([
      ['NPL-1', 'LEVEL_3', 'NOT_READY', '2026-01-11'],
      ['NPL-2', 'LEVEL_3', 'READY', null],
      ['RWA-1', 'LEVEL_3', 'READY', '2026-01-11'],
      ['RWA-2', 'NONE', 'NOT_ESTABLISHED', '2026-01-11'],
      ['URY-1', 'LEVEL_3', 'BLOCKED', '2025-12-02'],
    ]);
    expect(nodes[1]).toMatchObject({ lifecycle: 'SELECTED', memberState: 'NPL' });
    expect(nodes[4]?.status.reasons).toMatchObject([
      { code: 'DEPLOYMENT_BAR', params: { decision: 'D-1' }, records: [{ kind: 'BAR' }] },
    ]);
  });

  it.each<[filter: object, found: string[]]>([
    [{}, ['NPL-1', 'NPL-2', 'RWA-1', 'RWA-2', 'URY-1']],
    [{ memberStates: [] }, ['NPL-1', 'NPL-2', 'RWA-1', 'RWA-2', 'URY-1']],
    [{ memberStates: ['RWA', 'URY'] }, ['RWA-1', 'RWA-2', 'URY-1']],
    [{ regions: ['ASIA_PACIFIC'] }, ['NPL-1', 'NPL-2']],
    [{ unitTypes: ['INFANTRY_BATTALION', 'MEDICAL_LEVEL_2'] }, ['NPL-2', 'RWA-2']],
    [{ components: ['POLICE'] }, ['NPL-1', 'RWA-1', 'URY-1']],
    [{ lifecycles: ['SELECTED'] }, ['NPL-2']],
    [{ levels: ['NONE'] }, ['RWA-2']],
    [{ statuses: ['READY', 'BLOCKED'] }, ['NPL-2', 'RWA-1', 'URY-1']],
    [{ reasonCodes: ['DOC_MISSING', 'RATING_3'] }, ['NPL-1', 'RWA-2']],
    [{ deployableWithinDays: 60 }, ['NPL-1', 'NPL-2', 'RWA-1', 'URY-1']],
    [{ deployableWithinDays: 59 }, ['RWA-1']],
    [{ languages: ['rw'] }, []],
    [{ languages: ['rw', 'fr'] }, ['NPL-1', 'NPL-2', 'RWA-1', 'RWA-2', 'URY-1']],
    [{ nextChangeBefore: '2025-12-02' }, []],
    [{ nextChangeBefore: '2025-12-03' }, ['URY-1']],
    [{ text: 'unite' }, ['RWA-1']],
    [{ text: 'ry-1' }, ['URY-1']],
    [{ text: 'НЕПАЛ' }, ['NPL-1', 'NPL-2']],
    [{ text: '%' }, []],
    [{ text: 'rwanda', statuses: ['READY'], components: ['POLICE'] }, ['RWA-1']],
  ])('%j lets through %j', async (filter, found) => {
    expect(await references(filter)).toEqual(found);
    expect((await ask({ filter, first: 1 })).totalCount).toBe(found.length);
  });

  it.each<[by: string, found: string[]]>([
    ['REFERENCE', ['NPL-1', 'NPL-2', 'RWA-1', 'RWA-2', 'URY-1']],
    ['MEMBER_STATE', ['NPL-1', 'NPL-2', 'RWA-1', 'RWA-2', 'URY-1']],
    ['UNIT_TYPE', ['RWA-1', 'NPL-1', 'URY-1', 'RWA-2', 'NPL-2']],
    ['LEVEL', ['RWA-2', 'RWA-1', 'NPL-1', 'NPL-2', 'URY-1']],
    ['STATUS', ['RWA-1', 'NPL-2', 'RWA-2', 'NPL-1', 'URY-1']],
    ['NEXT_CHANGE_ON', ['URY-1', 'RWA-1', 'RWA-2', 'NPL-1', 'NPL-2']],
    ['DEPLOYABLE_WITHIN_DAYS', ['RWA-1', 'NPL-1', 'NPL-2', 'URY-1', 'RWA-2']],
  ])('sorts by %s, ties by id, both ways and page by page', async (by, found) => {
    expect(await references({}, { by })).toEqual(found);
    expect(await references({}, { by, direction: 'DESC' })).toEqual([...found].reverse());
    for (const filter of [{}, { statuses: ['READY', 'BLOCKED', 'NOT_READY', 'NOT_ESTABLISHED'] }]) {
      for (const [direction, expected] of [
        ['ASC', found],
        ['DESC', [...found].reverse()],
      ] as const) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page: Page = await ask({ filter, sort: { by, direction }, first: 2, after });
          expect(page.totalCount).toBe(5);
          seen.push(...page.nodes.map(({ reference }) => reference));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        expect(seen).toEqual(expected);
      }
    }
  });

  it('names Member State and unit type in the language asked for', async () => {
    const { body } = await registry.ask(STAFF, storedOperation('pledges'), { first: 1 }, 'fr');
    expect(body.data?.['pledges']).toMatchObject({
      nodes: [{ memberStateName: 'Népal', unitTypeName: 'unité de police constituée' }],
    });
  });

  it('knows no pledge before its first step, and says what was said then', async () => {
    expect((await ask({ asOf: '2025-01-05' })).totalCount).toBe(0);
    const drafts = await ask({ asOf: '2025-01-06' });
    expect(drafts.nodes.map(({ lifecycle, status }) => [lifecycle, status.status])).toEqual(
      new Array(5).fill(['DRAFT', 'NOT_IN_POOL']),
    );
    expect((await ask({ knownOn: '2025-01-06T11:59:59Z' })).totalCount).toBe(0);
    const known = await ask({ knownOn: '2025-05-31T00:00:00Z', filter: { memberStates: ['URY'] } });
    expect(known.nodes[0]).toMatchObject({ version: null, status: { status: 'READY' } });
    const now = await ask({ filter: { memberStates: ['URY'] } });
    expect(now.nodes[0]).toMatchObject({ version: 1 });
  });

  it('shows a Member State its own, and an evaluator what is assigned', async () => {
    const own = await ask({}, memberState('NPL'));
    expect(own.totalCount).toBe(2);
    expect(new Set(own.nodes.map((node) => node.memberState))).toEqual(new Set(['NPL']));
    expect((await ask({ filter: { memberStates: ['RWA'] } }, memberState('NPL'))).totalCount).toBe(0);
    expect((await ask({}, EVALUATOR)).totalCount).toBe(0);
  });

  it.each<[variables: object, code: string, field: string]>([
    [{ first: 201 }, 'TOO_LARGE', 'first'],
    [{ first: 0 }, 'TOO_SMALL', 'first'],
    [{ after: 'nonsense' }, 'NOT_FOUND', 'after'],
    [{ filter: { memberStates: ['XXX'] } }, 'UNKNOWN_MEMBER_STATE', 'memberStates'],
    [{ filter: { unitTypes: ['NAVY'] } }, 'UNKNOWN_UNIT_TYPE', 'unitTypes'],
    [{ filter: { statuses: ['GOOD'] } }, 'UNKNOWN_CODE', 'statuses'],
    [{ filter: { languages: ['French'] } }, 'UNKNOWN_CODE', 'languages'],
    [{ filter: { deployableWithinDays: -1 } }, 'NEGATIVE', 'deployableWithinDays'],
    [{ sort: { by: 'SCORE' } }, 'UNKNOWN_CODE', 'by'],
    [{ asOf: '1989-12-31' }, 'AS_OF_OUT_OF_RANGE', 'asOf'],
    [{ knownOn: '2025-10-14T00:00:00Z' }, 'KNOWN_ON_IN_FUTURE', 'knownOn'],
  ])('refuses %j', async (variables, code, field) => {
    const { body } = await registry.ask(STAFF, storedOperation('pledges'), { ...variables });
    expect(body.data).toEqual({ pledges: null });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code, field });
  });
});
