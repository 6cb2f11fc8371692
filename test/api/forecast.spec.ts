import { addDays, plainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { Mutations } from '#test/support/mutations.js';
import { storedOperation } from '#test/support/operations.js';
import { allNodes } from '#test/support/paged.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const TODAY = plainDate('2025-10-13');
const A_YEAR = 366;
const LATER = addDays(TODAY, A_YEAR);

interface Outcome {
  readonly lifecycle: string;
  readonly level: string;
  readonly status: string;
}
interface Difference {
  readonly pledgeId: string;
  readonly memberState: string;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  readonly reasonsGone: readonly { readonly code: string }[];
  readonly reasonsCome: readonly { readonly code: string }[];
}
interface Change extends Difference {
  readonly day: string;
  readonly preventedBy: readonly { readonly code: string; readonly by: string; readonly text: string }[];
}
interface StateChange {
  readonly day: string;
  readonly memberState: { readonly iso3: string };
  readonly before: object;
  readonly after: object;
  readonly pledgesChanged: number;
  readonly pledges: readonly object[];
}
interface Row {
  readonly id: string;
  readonly memberState: string;
  readonly lifecycle: string;
  readonly status: {
    readonly level: string;
    readonly status: string;
    readonly reasons: readonly {
      readonly severity: string;
      readonly code: string;
      readonly params: object;
    }[];
  };
}

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry(TODAY, 'DEMONSTRATION');
}, DEMONSTRATION_LOADED);
afterAll(() => registry.close());

/** All nodes of the connection `field` of a stored operation's answer, page by page. */
async function nodesOf<Node>(
  operation: string,
  field: string,
  variables: Record<string, unknown> = {},
  as: Principal = STAFF,
): Promise<readonly Node[] | null> {
  const nodes: Node[] = [];
  const cursor = operation === 'comparison' && field === 'memberStates' ? 'afterMemberState' : 'after';
  for (let after: string | null = null; ;) {
    const asked = { first: 150, firstMemberStates: 150, ...variables, [cursor]: after };
    const { body } = await registry.ask(as, storedOperation(operation), asked);
    expect(body.errors).toBeUndefined();
    const [root] = Object.values(body.data ?? {}) as Record<string, unknown>[];
    const page = root?.[field] as {
      nodes: Node[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
    } | null;
    if (page === null || page === undefined) return null;
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(nodes.length);
      return nodes;
    }
    after = page.pageInfo.endCursor;
  }
}

const pledgesOn = (variables: object): Promise<Row[]> =>
  allNodes<Row>(registry, STAFF, 'pledges', { ...variables });
const outcomeOf = ({ lifecycle, status: { level, status } }: Row): Outcome => ({ lifecycle, level, status });

describe('a forecast', () => {
  it('equals what history later shows when the clock has moved', async () => {
    const ahead = (await nodesOf<Change>('forecast', 'pledges', { days: A_YEAR })) ?? [];
    const states =
      (await nodesOf<StateChange>('member-states-forecast', 'memberStates', { days: A_YEAR })) ?? [];
    expect(ahead.length).toBeGreaterThan(200);
    expect(states.length).toBeGreaterThan(50);
    const days = [ahead.map(({ day }) => day), states.map(({ day }) => day)];
    for (const each of days) expect(each).toEqual([...each].sort());
    const month = await nodesOf<Change>('forecast', 'pledges', { days: 30 });
    expect(month).toEqual(ahead.filter(({ day }) => day <= addDays(TODAY, 30)));
    const rows = await pledgesOn({});
    const one = ahead[0]?.pledgeId ?? '';
    const ofOne = ahead.filter(({ pledgeId }) => pledgeId === one);
    expect(await nodesOf<Change>('forecast', 'pledges', { days: A_YEAR, pledgeId: one })).toEqual(ofOne);
    const [{ memberState: { iso3 } } = { memberState: { iso3: '' } }] = states;
    const ofState = { days: A_YEAR, memberState: iso3 };
    expect(await nodesOf('forecast', 'pledges', ofState)).toEqual(
      ahead.filter((change) => change.memberState === iso3),
    );
    expect(await nodesOf('member-states-forecast', 'memberStates', ofState)).toEqual(
      states.filter((change) => change.memberState.iso3 === iso3),
    );

    registry.clock.moveTo(new Date(`${LATER}T12:00:00Z`));
    const period = { from: addDays(TODAY, 1), until: LATER };
    for (const { id } of rows) {
      const history = await nodesOf<Change>('pledge-history', 'changes', { id, ...period });
      const told = ahead.filter(({ pledgeId }) => pledgeId === id);
      expect((history ?? []).map(changeOf)).toEqual(told.map(changeOf));
    }
    for (const state of new Set(rows.map((row) => row.memberState))) {
      const history = await nodesOf<StateChange>('member-state-history', 'changes', {
        iso3: state,
        ...period,
      });
      const told = states.filter((change) => change.memberState.iso3 === state);
      const plain = (changes: readonly StateChange[]) =>
        changes.map(({ day, after, pledgesChanged }) => ({ day, ...wordOf(after), pledgesChanged }));
      expect([state, plain(history ?? [])]).toEqual([state, plain(told)]);
    }
    // And what the plain list says on that day.
    const last = new Map(ahead.map(({ pledgeId, after }) => [pledgeId, after]));
    const before = new Map(rows.map((row) => [row.id, outcomeOf(row)]));
    for (const row of await pledgesOn({})) {
      expect([row.id, outcomeOf(row)]).toEqual([row.id, last.get(row.id) ?? before.get(row.id)]);
    }
  }, 180_000);

  const changeOf = ({ day, before, after, reasonsGone, reasonsCome }: Change) => ({
    ...{ day, before, after, reasonsGone, reasonsCome },
  });
  const wordOf = (outcome: object) => {
    const { word, flags, counts } = outcome as { word: string; flags: object; counts: object };
    return { word, flags, counts };
  };

  it('says what would prevent what gets worse, by the day before it', async () => {
    const asOf = { asOf: TODAY, days: A_YEAR };
    const ahead = (await nodesOf<Change>('forecast', 'pledges', asOf)) ?? [];
    const codes = new Set(ahead.flatMap(({ preventedBy }) => preventedBy.map(({ code }) => code)));
    for (const code of ['CONFIRM_PLEDGE', 'RECEIVE_DOCUMENT', 'HOLD_AAV']) expect(codes).toContain(code);
    const ranks = ['READY', 'CONDITIONAL', 'NOT_ESTABLISHED', 'NOT_READY', 'BLOCKED'];
    const worse = ahead.filter(
      ({ before, after }) => ranks.indexOf(after?.status ?? '') > ranks.indexOf(before?.status ?? ''),
    );
    expect(worse.length).toBeGreaterThan(50);
    for (const { day, preventedBy, reasonsCome } of worse) {
      expect([day, reasonsCome, preventedBy.length > 0]).toEqual([day, reasonsCome, true]);
      for (const { by, text } of preventedBy) {
        expect(by).toBe(addDays(plainDate(day), -1));
        expect(text).toMatch(/\.$/);
      }
    }
    const better = ahead.filter(({ reasonsCome, before, after }) => {
      return reasonsCome.length === 0 && before?.level === after?.level;
    });
    expect(better.flatMap(({ preventedBy }) => preventedBy)).toEqual([]);
  }, 60_000);

  it('refuses more days than a year, and fewer than one', async () => {
    for (const [days, code] of [
      [367, 'TOO_LARGE'],
      [0, 'TOO_SMALL'],
    ]) {
      const { body } = await registry.ask(STAFF, storedOperation('forecast'), { days });
      expect(body.errors?.[0]?.extensions).toMatchObject({ code, field: 'days' });
    }
  });

  it('of what does not exist is none, rather than one in which nothing changes', async () => {
    const unknown = { pledgeId: '018cf262-a400-77a6-94f9-ed6e6473fa8f' };
    for (const asked of [
      unknown,
      { pledgeId: 'DEMO-KEN-3' },
      { memberState: 'ken' },
      { memberState: 'ZZZ' },
    ]) {
      expect(await nodesOf('forecast', 'pledges', asked)).toBeNull();
    }
    expect(await nodesOf('comparison', 'pledges', { memberState: 'ken' })).toBeNull();
  });

  it('tells a Member State of itself, an evaluator of what is assigned and of no Member State', async () => {
    const asOf = { asOf: TODAY, days: A_YEAR };
    const all = (await nodesOf<Change>('forecast', 'pledges', asOf)) ?? [];
    const iso3 = all[0]?.memberState ?? '';
    const own = all.filter((change) => change.memberState === iso3);
    expect(await nodesOf('forecast', 'pledges', asOf, memberState(iso3))).toEqual(own);
    const states = await nodesOf<StateChange>(
      'member-states-forecast',
      'memberStates',
      asOf,
      memberState(iso3),
    );
    expect(new Set(states?.map((change) => change.memberState.iso3))).toEqual(new Set([iso3]));
    const foreign = all.find((change) => change.memberState !== iso3);
    for (const asked of [{ pledgeId: foreign?.pledgeId }, { memberState: foreign?.memberState }]) {
      expect(await nodesOf('forecast', 'pledges', { ...asOf, ...asked }, memberState(iso3))).toBeNull();
    }
    const evaluator = { ...EVALUATOR, subject: 'evaluator-2' };
    const assigned = (await allNodes<Row>(registry, evaluator, 'pledges')).map(({ id }) => id);
    expect(await nodesOf('forecast', 'pledges', asOf, evaluator)).toEqual(
      all.filter(({ pledgeId }) => assigned.includes(pledgeId)),
    );
    expect(await nodesOf('member-states-forecast', 'memberStates', asOf, evaluator)).toBeNull();
  }, 60_000);
});

describe('a comparison', () => {
  const KNOWN_THEN = '2025-06-30T23:59:59Z';
  // No pledge of that Member State tells that it is barred, or since when that is known.
  beforeAll(async () => {
    const bar = { memberState: 'TUV', decision: 'S-9', decidedOn: '2025-05-01', fromOn: '2025-05-01' };
    await (await Mutations.of(registry)).do('barMemberState', { ...bar, reason: 'Conduct' });
  });

  const reason = ({ severity, code, params }: Row['status']['reasons'][number]) =>
    JSON.stringify([severity, code, params]);

  it.each([
    ['two days', { asOf: '2025-03-31' }, { asOf: TODAY }],
    ['two instants', { asOf: TODAY, knownOn: KNOWN_THEN }, { asOf: TODAY }],
    [
      'both',
      { asOf: '2025-06-30', knownOn: KNOWN_THEN },
      { asOf: '2025-10-01', knownOn: '2025-10-02T00:00:00Z' },
    ],
  ])(
    'of %s is what the two plain answers say',
    async (_name, earlier, later) => {
      const lists = await Promise.all([earlier, later].map(listed));
      const [one = new Map<string, Said>(), other = new Map<string, Said>()] = lists;
      const found = (await nodesOf<Difference>('comparison', 'pledges', { earlier, later })) ?? [];
      expect(found.length).toBeGreaterThan(20);
      const ids = [...new Set([...one.keys(), ...other.keys()])];
      const differing = ids.filter((id) => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)));
      expect(found.map(({ pledgeId }) => pledgeId).sort()).toEqual(differing.sort());
      for (const { pledgeId, before, after, reasonsGone, reasonsCome } of found) {
        const [was, is] = [one.get(pledgeId), other.get(pledgeId)];
        const plain = [was?.outcome ?? null, is?.outcome ?? null];
        expect([pledgeId, before, after]).toEqual([pledgeId, ...plain]);
        const [gone, come] = [reasonsGone, reasonsCome].map((reasons) =>
          (reasons as Row['status']['reasons']).map(reason),
        );
        expect(gone).toEqual((was?.reasons ?? []).filter((each) => !is?.reasons.includes(each)));
        expect(come).toEqual((is?.reasons ?? []).filter((each) => !was?.reasons.includes(each)));
      }
      const boards = await Promise.all([earlier, later].map(board));
      const states = (await nodesOf<StateChange>('comparison', 'memberStates', { earlier, later })) ?? [];
      const changed = [...(boards[0] ?? new Map<string, object>())].filter(
        ([iso3, row]) => JSON.stringify(row) !== JSON.stringify(boards[1]?.get(iso3)),
      );
      const told = new Map(
        states.map(({ memberState: { iso3 }, before, after }) => [iso3, { before, after }]),
      );
      for (const [iso3, row] of changed) {
        expect([iso3, told.get(iso3)]).toMatchObject([iso3, { before: row, after: boards[1]?.get(iso3) }]);
      }
      expect(states.map((state) => state.memberState.iso3)).toEqual(
        [...(boards[0]?.keys() ?? [])].filter((iso3) => told.has(iso3)),
      );
    },
    60_000,
  );

  interface Said {
    readonly outcome: Outcome;
    readonly reasons: readonly string[];
  }

  async function listed(moment: object): Promise<Map<string, Said>> {
    const query = `query ($asOf: PlainDate, $knownOn: DateTime, $after: String) {
      pledges(first: 200, after: $after, asOf: $asOf, knownOn: $knownOn) { pageInfo { hasNextPage endCursor }
        nodes { id lifecycle status { level status reasons { severity code params } } } } }`;
    const rows: Row[] = [];
    for (let after: string | null = null; ;) {
      const { body } = await registry.ask(STAFF, query, { ...moment, after });
      const { nodes, pageInfo } = body.data?.['pledges'] as {
        nodes: Row[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      rows.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    return new Map(
      rows.map((row) => [row.id, { outcome: outcomeOf(row), reasons: row.status.reasons.map(reason) }]),
    );
  }

  async function board(moment: object): Promise<Map<string, object>> {
    const { body } = await registry.ask(STAFF, storedOperation('board'), { ...moment });
    const { rows } = body.data?.['board'] as {
      rows: { memberState: { iso3: string }; word: string; flags: object; counts: object }[];
    };
    return new Map(
      rows.map(({ memberState: { iso3 }, word, flags, counts }) => [iso3, { word, flags, counts }]),
    );
  }

  it('of a moment with itself is empty, and tells each what it may see', async () => {
    const same = { earlier: { asOf: TODAY }, later: { asOf: TODAY } };
    expect(await nodesOf('comparison', 'pledges', same)).toEqual([]);
    expect(await nodesOf('comparison', 'memberStates', same)).toEqual([]);
    const moments = { earlier: { asOf: '2025-03-31' }, later: { asOf: TODAY } };
    const all = (await nodesOf<Difference>('comparison', 'pledges', moments)) ?? [];
    const iso3 = all[0]?.memberState ?? '';
    const own = all.filter((difference) => difference.memberState === iso3);
    expect(await nodesOf('comparison', 'pledges', moments, memberState(iso3))).toEqual(own);
    expect(await nodesOf('comparison', 'pledges', { ...moments, memberState: iso3 })).toEqual(own);
    const other = all.find((difference) => difference.memberState !== iso3)?.memberState;
    const asked = { ...moments, memberState: other };
    expect(await nodesOf('comparison', 'pledges', asked, memberState(iso3))).toBeNull();
    const evaluator = { ...EVALUATOR, subject: 'evaluator-2' };
    const assigned = (await allNodes<Row>(registry, evaluator, 'pledges')).map(({ id }) => id);
    expect(await nodesOf('comparison', 'pledges', moments, evaluator)).toEqual(
      all.filter(({ pledgeId }) => assigned.includes(pledgeId)),
    );
    expect(await nodesOf('comparison', 'memberStates', moments, evaluator)).toBeNull();
  }, 60_000);

  it('names the moment that is out of range', async () => {
    for (const [moments, field] of [
      [{ earlier: { asOf: '1989-12-31' } }, 'earlier.asOf'],
      [{ later: { knownOn: '2030-01-01T00:00:00Z' } }, 'later.knownOn'],
    ] as const) {
      const { body } = await registry.ask(STAFF, storedOperation('comparison'), moments);
      expect(body.errors?.[0]?.extensions).toMatchObject({ field });
    }
  });
});
