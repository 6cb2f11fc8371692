import type { Id } from '#platform/ids.js';
import { addDays, plainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import { coursesOf, sinceOf, turnsOf } from '#status/course.js';
import { statesOverTime } from '#status/member-state-course.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { askedDirectly, dayByDay, saidOf, type Changed, type PledgeSaid } from '#test/support/day-by-day.js';
import { Mutations } from '#test/support/mutations.js';
import { storedOperation } from '#test/support/operations.js';
import { allNodes } from '#test/support/paged.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { byHand } from '#test/support/thoroughness.js';

const TODAY = plainDate('2025-10-13');
const FIVE_YEARS = [plainDate('2020-10-14'), TODAY] as const;
const [FROM, UNTIL] = FIVE_YEARS;
const MOST_STATES = byHand(10, 3, 2);
const MOST_PLEDGES = byHand(50, 20, 8);
const LEAST_CHANGES = 5;

const REASON = '{ severity code params }';
const SAID = `{ lifecycle level status reasons ${REASON} }`;
const PLEDGE_HISTORY = `query ($id: ID!, $from: PlainDate, $until: PlainDate, $knownOn: DateTime, $after: String) {
  pledgeHistory(id: $id, from: $from, until: $until, knownOn: $knownOn) { since before ${SAID} after ${SAID}
    changes(first: 200, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
      day before ${SAID} after ${SAID} reasonsGone ${REASON} reasonsCome ${REASON} happened { kind id } } } } }`;
const STATE = `{ word flags pool committed deployed counts { level status count } limiting { code count }
  bestLevel rdl evidence { complete pool } }`;
const STATE_HISTORY = `query ($iso3: ID!, $from: PlainDate, $until: PlainDate, $after: String) {
  memberStateHistory(iso3: $iso3, from: $from, until: $until) { since before ${STATE} after ${STATE}
    changes(first: 200, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
      day before ${STATE} after ${STATE} bars { id } pledgesChanged
      pledges { pledgeId reasonsGone ${REASON} reasonsCome ${REASON} } } } } }`;

interface Row {
  readonly id: Id;
  readonly memberState: string;
}
interface PledgeNode extends Changed<PledgeSaid> {
  readonly reasonsGone: readonly object[];
  readonly reasonsCome: readonly object[];
  readonly happened: readonly object[];
}
interface StateNode extends Changed<object> {
  readonly bars: readonly object[];
  readonly pledgesChanged: number;
  readonly pledges: readonly object[];
}
interface History<Node> {
  readonly since: string | null;
  readonly before: object | null;
  readonly after: object;
  readonly changes: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Node[];
  };
}

describe('over five years of the demonstration', () => {
  let registry: TestRegistry;
  let rows: readonly Row[];
  const histories = new Map<Id, readonly PledgeNode[]>();
  beforeAll(async () => {
    registry = await startRegistry(TODAY, 'DEMONSTRATION');
    rows = await allNodes<Row>(registry, STAFF, 'pledges');
    for (const { id } of rows) histories.set(id, (await pledgeHistory(id)).nodes);
  }, DEMONSTRATION_LOADED);
  afterAll(() => registry.close());

  async function asked<Node>(
    name: string,
    query: string,
    variables: Record<string, unknown>,
    as: Principal = STAFF,
  ) {
    const nodes: Node[] = [];
    for (let after: string | null = null; ;) {
      const { body } = await registry.ask(as, query, { ...variables, after });
      expect(body.errors).toBeUndefined();
      const history = body.data?.[name] as History<Node> | null;
      if (history === null) return { history, nodes };
      nodes.push(...history.changes.nodes);
      if (!history.changes.pageInfo.hasNextPage) {
        expect(history.changes.totalCount).toBe(nodes.length);
        return { history, nodes };
      }
      after = history.changes.pageInfo.endCursor;
    }
  }
  const pledgeHistory = (id: string, [from, until]: readonly string[] = FIVE_YEARS, as?: Principal) =>
    asked<PledgeNode>('pledgeHistory', PLEDGE_HISTORY, { id, from, until }, as);
  const stateHistory = (iso3: string, as?: Principal) =>
    asked<StateNode>('memberStateHistory', STATE_HISTORY, { iso3, from: FROM, until: UNTIL }, as);

  const lively = (): Row[] => rows.filter(({ id }) => (histories.get(id)?.length ?? 0) >= LEAST_CHANGES);
  /** The Member States with most pledges that changed often. */
  const states = (): string[] => {
    const counts = new Map<string, number>();
    for (const { memberState: iso3 } of lively()) counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
    const sorted = [...counts].sort((one, other) => other[1] - one[1]);
    return sorted.slice(0, MOST_STATES).map(([iso3]) => iso3);
  };
  const plain = (changes: readonly Changed<unknown>[]) =>
    changes.map(({ day, before, after }) => ({ day, before, after }));
  const missing = (of: readonly object[], there: readonly object[]) => {
    const said = there.map((reason) => JSON.stringify(reason));
    return of.filter((reason) => !said.includes(JSON.stringify(reason)));
  };

  it('the history of Member States and of pledges is what each day says itself', async () => {
    const compared = new Set<Id>();
    const check = (found: ReadonlyMap<Id, readonly Changed<PledgeSaid>[]>) => {
      for (const [id, changes] of found) {
        const told = histories.get(id) ?? [];
        expect(plain(told)).toEqual(changes);
        for (const { before, after, reasonsGone, reasonsCome } of told) {
          expect(reasonsGone).toEqual(missing(before?.reasons ?? [], after.reasons));
          expect(reasonsCome).toEqual(missing(after.reasons, before?.reasons ?? []));
        }
        if (changes.length >= LEAST_CHANGES) compared.add(id);
      }
    };
    const chosen = states();
    expect(chosen).toHaveLength(MOST_STATES);
    for (const iso3 of chosen) {
      const { nodes, history } = await stateHistory(iso3);
      expect(history?.since).toBeNull();
      const ids = rows.filter(({ memberState: each }) => each === iso3).map(({ id }) => id);
      const days = await askedDirectly(registry, async (context) => {
        const [state] = await statesOverTime(context, iso3, context.now);
        return dayByDay(context, ids, FIVE_YEARS, { bars: state?.stateBars ?? [] });
      });
      expect(plain(nodes)).toEqual(days.memberState);
      for (const { pledges, pledgesChanged, bars } of nodes) {
        expect(pledges).toHaveLength(pledgesChanged);
        expect(pledgesChanged + bars.length).toBeGreaterThan(0);
      }
      check(days.pledges);
    }
    const others = lively().filter(({ id }) => !compared.has(id));
    const missed = others.slice(0, Math.max(0, MOST_PLEDGES - compared.size)).map(({ id }) => id);
    check((await askedDirectly(registry, (context) => dayByDay(context, missed, FIVE_YEARS))).pledges);
    expect(compared.size).toBeGreaterThanOrEqual(MOST_PLEDGES);
  }, 300_000);

  it('is what the plain questions say of the days around a change, with the same records behind it', async () => {
    const records = '{ severity code params records { kind id } }';
    const outcome = `{ lifecycle level status reasons ${records} }`;
    const history = `query ($id: ID!, $from: PlainDate, $until: PlainDate) {
      pledgeHistory(id: $id, from: $from, until: $until) { changes(first: 200) { nodes {
        day before ${outcome} after ${outcome} } } } }`;
    const plainly = `query ($id: ID!, $asOf: PlainDate) {
      pledge(id: $id, asOf: $asOf) { lifecycle status { level status reasons ${records} } } }`;
    const on = async (id: string, asOf: string) => {
      const { body } = await registry.ask(STAFF, plainly, { id, asOf });
      const found = body.data?.['pledge'] as { lifecycle: string; status: object } | null;
      return found && { lifecycle: found.lifecycle, ...found.status };
    };
    for (const { id } of lively().filter((_, place) => place % 12 === 0)) {
      const { body } = await registry.ask(STAFF, history, { id, from: FROM, until: UNTIL });
      const { changes } = body.data?.['pledgeHistory'] as History<PledgeNode>;
      for (const { day, before, after } of changes.nodes) {
        expect([id, day, await on(id, addDays(day, -1))]).toEqual([id, day, before]);
        expect([id, day, await on(id, day)]).toEqual([id, day, after]);
      }
    }
    for (const iso3 of states().slice(0, 3)) {
      for (const { day, before, after } of (await stateHistory(iso3)).nodes.slice(0, 20)) {
        for (const [asOf, said] of [
          [addDays(day, -1), before],
          [day, after],
        ]) {
          const { body } = await registry.ask(
            STAFF,
            `query ($iso3: ID!, $asOf: PlainDate) { memberState(iso3: $iso3, asOf: $asOf) ${STATE} }`,
            { iso3, asOf },
          );
          expect([iso3, asOf, body.data?.['memberState']]).toEqual([iso3, asOf, said]);
        }
      }
    }
  }, 120_000);

  it('names the records of the day, none where time alone passed', () => {
    const all = [...histories.values()].flat();
    const counts = { records: 0, time: 0 };
    for (const { happened } of all) counts[happened.length > 0 ? 'records' : 'time'] += 1;
    expect(counts.records).toBeGreaterThan(200);
    expect(counts.time).toBeGreaterThan(100);
  });

  it('begins on the eve of its first day, and goes on where another ends', async () => {
    const { id } = lively()[0] ?? { id: '' };
    const whole = histories.get(id as Id) ?? [];
    const day = whole[2]?.day ?? TODAY;
    const first = await pledgeHistory(id, [FROM, addDays(day, -1)]);
    const second = await pledgeHistory(id, [day, UNTIL]);
    expect([...first.nodes, ...second.nodes]).toEqual(whole);
    expect(first.history?.after).toEqual(second.history?.before);
    expect(second.nodes[0]?.before).toEqual(second.history?.before);
    expect(second.nodes.at(-1)?.after).toEqual(second.history?.after);
  });

  it('says since when, where there are too many days to look at all', async () => {
    const [iso3 = ''] = states();
    await askedDirectly(registry, async (context) => {
      const ids = rows.filter((row) => row.memberState === iso3).map(({ id }) => id);
      const stretch = { from: FROM, until: UNTIL, knownOn: context.now };
      const whole = await coursesOf(context, ids, { ...stretch, most: 20_000 });
      expect(sinceOf(whole)).toBeNull();
      for (const most of [1, ids.length, 3 * ids.length]) {
        const before = context.statements;
        const cut = await coursesOf(context, ids, { ...stretch, most });
        expect(context.statements - before).toBe(2);
        const since = sinceOf(cut) ?? '';
        expect(since > FROM).toBe(true);
        const told = (courses: typeof whole) =>
          [...courses].map(([id, course]) => [
            id,
            turnsOf(course)
              .filter(({ day }) => day > since)
              .map(({ day, before, after }) => [day, saidOf(before), saidOf(after)]),
          ]);
        expect(told(cut)).toEqual(told(whole));
        expect([...cut.values()].flatMap(turnsOf).every(({ day }) => day > since)).toBe(true);
      }
    });
  });

  it('counts the words of the board month by month', async () => {
    const { body } = await registry.ask(STAFF, storedOperation('board-history'), { months: 24 });
    const { since, months } = body.data?.['boardHistory'] as {
      since: string | null;
      months: { day: string; words: object[] }[];
    };
    expect(since).toBeNull();
    expect(months.map(({ day }) => day)).toHaveLength(24);
    expect([months[0]?.day, months.at(-1)?.day]).toEqual(['2023-11-01', '2025-10-01']);
    for (const { day, words } of months.filter((_, place) => place % 4 === 3)) {
      const board = await registry.ask(STAFF, storedOperation('board'), { asOf: day });
      const { totals } = board.body.data?.['board'] as { totals: { words: object[] } };
      expect([day, words]).toEqual([day, totals.words]);
    }
    const [iso3 = ''] = states();
    const own = await registry.ask(memberState(iso3), storedOperation('board-history'), { months: 2 });
    const counted = (own.body.data?.['boardHistory'] as { months: { words: { count: number }[] }[] }).months;
    expect(counted.map(({ words }) => words.reduce((sum, { count }) => sum + count, 0))).toEqual([1, 1]);
  }, 60_000);

  it('tells when a bar begins and ends of a Member State whose pledges would not tell it', async () => {
    const [memberState, decision] = ['TUV', 'S-9'];
    expect(rows.some((row) => row.memberState === memberState)).toBe(false);
    const days = { decidedOn: '2025-01-10', fromOn: '2025-02-01', untilOn: '2025-03-31' };
    const mutations = await Mutations.of(registry);
    const barId = await mutations.do('barMemberState', { memberState, decision, ...days, reason: 'Conduct' });
    const { nodes } = await stateHistory(memberState);
    expect(nodes.map(({ day, after, bars }) => ({ day, bars, ...(after as { word: string }) }))).toEqual([
      expect.objectContaining({ day: '2025-02-01', word: 'RESTRICTED', bars: [{ id: barId }] }),
      expect.objectContaining({ day: '2025-04-01', word: 'NO_POOL', bars: [{ id: barId }] }),
    ]);
  });

  it('is seen as the status is: a Member State its own, an evaluator what is assigned', async () => {
    const [iso3 = '', other = ''] = states();
    const own = lively().find((row) => row.memberState === iso3)?.id ?? '';
    const foreign = lively().find((row) => row.memberState === other)?.id ?? '';
    expect(await pledgeHistory(own, FIVE_YEARS, memberState(iso3))).toEqual(await pledgeHistory(own));
    expect(await stateHistory(iso3, memberState(iso3))).toEqual(await stateHistory(iso3));
    expect((await pledgeHistory(foreign, FIVE_YEARS, memberState(iso3))).history).toBeNull();
    expect((await stateHistory(other, memberState(iso3))).history).toBeNull();
    expect((await stateHistory('XXX')).history).toBeNull();
    const evaluator = { ...EVALUATOR, subject: 'evaluator-2' };
    const assigned = await allNodes<Row>(registry, evaluator, 'pledges');
    expect(assigned.length).toBeGreaterThan(0);
    for (const { id } of assigned.slice(0, 3)) {
      expect(await pledgeHistory(id, FIVE_YEARS, evaluator)).toEqual(await pledgeHistory(id));
    }
    const unseen = rows.find(({ id }) => !assigned.some((each) => each.id === id))?.id ?? '';
    expect((await pledgeHistory(unseen, FIVE_YEARS, evaluator)).history).toBeNull();
    expect((await stateHistory(iso3, evaluator)).history).toBeNull();
    const words = await registry.ask(evaluator, storedOperation('board-history'));
    expect(words.body.data).toEqual({ boardHistory: null });
  });

  it.each([
    ['pledge-history', { from: '2025-02-01', until: '2025-01-31' }, 'INTERVAL_REVERSED', 'until'],
    ['pledge-history', { from: '1989-12-31' }, 'AS_OF_OUT_OF_RANGE', 'from'],
    ['member-state-history', { until: '2036-01-01' }, 'AS_OF_OUT_OF_RANGE', 'until'],
    ['pledge-history', { knownOn: '2025-10-13T12:00:01Z' }, 'KNOWN_ON_IN_FUTURE', 'knownOn'],
    ['board-history', { months: 121 }, 'TOO_LARGE', 'months'],
    ['board-history', { months: 0 }, 'TOO_SMALL', 'months'],
    ['board-history', { until: '1991-01-01', months: 100 }, 'AS_OF_OUT_OF_RANGE', 'months'],
    ['pledge-history', { after: 'nonsense' }, 'NOT_FOUND', 'after'],
  ])('%s refuses %o', async (name, variables, code, field) => {
    const asked = { id: lively()[0]?.id, iso3: 'RWA', ...variables };
    const { body } = await registry.ask(STAFF, storedOperation(name), asked);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code, field });
  });

  it('is told as known at an instant, whatever was recorded or voided later', async () => {
    const knownOn = new Date('2024-12-31T23:59:59Z');
    const voided = `query ($id: ID!) { pledge(id: $id) { timeline(first: 200) { nodes { voided { at } } } } }`;
    const corrected: Id[] = [];
    for (const { id } of rows) {
      const { text } = await registry.ask(STAFF, voided, { id });
      if (text.includes('"at":')) corrected.push(id);
    }
    expect(corrected.length).toBeGreaterThan(0);
    const asked = [...corrected.slice(0, 4), ...lively().map(({ id }) => id)].slice(0, 8);
    const period = [plainDate('2024-06-01'), plainDate('2025-06-01')] as const;
    const { pledges } = await askedDirectly(registry, (context) =>
      dayByDay(context, asked, period, { knownOn }),
    );
    let others = 0;
    for (const [id, changes] of pledges) {
      const [from, until] = period;
      const variables = { id, from, until };
      const now = await registry.ask(STAFF, PLEDGE_HISTORY, variables);
      const then = await registry.ask(STAFF, PLEDGE_HISTORY, { ...variables, knownOn });
      const told = (then.body.data?.['pledgeHistory'] as History<PledgeNode> | null)?.changes.nodes ?? [];
      expect(plain(told)).toEqual(changes);
      if (now.text !== then.text) others += 1;
    }
    expect(others).toBeGreaterThan(2);
  }, 60_000);
});
