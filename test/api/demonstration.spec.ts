import { VISIT_KIND_CODES } from '#assessments/visit-kinds.js';
import { scenario } from '#cli/demonstration/cast.js';
import { playedPledges } from '#cli/demonstration/registry.js';
import { usualPledges } from '#cli/demonstration/usual-cast.js';
import { LIFECYCLE_STATES, STATUSES } from '#readiness/facts.js';
import { REASON_CODES } from '#readiness/reasons.js';
import { FLAGS, WORDS } from '#readiness/roll-up.js';
import { KINDS } from '#status/kinds.js';
import { UNIT_TYPE_CODES, UNIT_TYPES } from '#reference/data/unit-types.js';
import { fillWithDemonstration } from '#test/support/demonstration.js';
import { storedOperation } from '#test/support/operations.js';
import { createDatabase, DEMONSTRATION_LOADED } from '#test/support/database.js';
import { allNodes } from '#test/support/paged.js';
import { countRows, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const TODAY = '2025-10-13';

interface PledgeRow {
  readonly id: string;
  readonly reference: string;
  readonly memberState: string;
  readonly unitType: string;
  readonly lifecycle: string;
  readonly status: { readonly level: string; readonly status: string; readonly reasons: { code: string }[] };
}

interface VisitRow {
  readonly kind: string;
  readonly memberState: string;
  readonly holding: object | null;
  readonly coverage: readonly { readonly pledgeId: string; readonly outcome: object | null }[];
}

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry(TODAY, 'DEMONSTRATION');
}, DEMONSTRATION_LOADED);
afterAll(() => registry.close());

const pledgesOn = (asOf: string, filter: object = {}, principal = STAFF): Promise<PledgeRow[]> =>
  allNodes<PledgeRow>(registry, principal, 'pledges', { asOf, filter });

const visitsOf = (filter: object): Promise<VisitRow[]> =>
  allNodes<VisitRow>(registry, STAFF, 'visits', { filter });

describe('the demonstration registry', () => {
  it('holds some 350 pledges of some 90 Member States, and says in every answer that it is invented', async () => {
    const all = await pledgesOn(TODAY);
    expect(all).toHaveLength(playedPledges().length + usualPledges().length);
    expect(all.length).toBeGreaterThan(330);
    expect(new Set(all.map((pledge) => pledge.memberState)).size).toBe(91);
    expect(new Set(all.map(({ unitType }) => unitType))).toEqual(new Set(UNIT_TYPE_CODES));
    const { body } = await registry.ask(STAFF, '{ viewer { today } }');
    expect(body.extensions).toMatchObject({ demonstration: true });
  });

  it('refuses to be loaded into a registry that holds anything', async () => {
    await expect(fillWithDemonstration(registry.appUrl)).rejects.toThrow(
      /^The registry holds \d+ pledges already/,
    );
  });

  it('leaves nothing behind when it is broken off', async () => {
    const database = await createDatabase();
    try {
      const before = await countRows(database.ownerUrl);
      const breakOff = (done: number) => {
        if (done === 100) throw new Error('broken off');
      };
      await expect(fillWithDemonstration(database.appUrl, breakOff)).rejects.toThrow('broken off');
      expect(await countRows(database.ownerUrl)).toEqual(before);
    } finally {
      await database.drop();
    }
  }, 30_000);

  it('brings each story to what it says, and shows every status', async () => {
    const all = await pledgesOn(TODAY);
    const found = new Map(all.map((pledge) => [pledge.reference, pledge.status]));
    const told = playedPledges().map(({ subject, scenario: name, statesBar }) => ({
      story: name,
      reference: subject.reference,
      status: statesBar ? 'BLOCKED' : scenario(name).comesTo,
    }));
    const shown = told.map(({ story, reference }) => ({
      story,
      reference,
      status: found.get(reference)?.status,
    }));
    expect(shown).toEqual(told);
    expect(new Set(all.map(({ status }) => status.status))).toEqual(new Set(STATUSES));
  });

  it('shows every word and every flag on its board', async () => {
    const { body } = await registry.ask(STAFF, storedOperation('board'));
    const { rows } = body.data?.['board'] as { rows: { word: string; flags: string[] }[] };
    expect(new Set(rows.map(({ word }) => word))).toEqual(new Set(WORDS));
    expect(new Set(rows.flatMap(({ flags }) => flags))).toEqual(new Set(FLAGS));
  });

  it('shows every reason and every state of the lifecycle on some day', async () => {
    const codes = new Set<string>();
    const states = new Set<string>();
    for (const day of quarterly('2020-08-13', TODAY)) {
      for (const { lifecycle, status } of await pledgesOn(day)) {
        states.add(lifecycle);
        for (const { code } of status.reasons) codes.add(code);
      }
    }
    expect(REASON_CODES.filter((code) => !codes.has(code))).toEqual([]);
    expect(LIFECYCLE_STATES.filter((state) => !states.has(state))).toEqual([]);
  }, 60_000);

  it('has visits of every kind, held and planned, some of several pledges', async () => {
    const all = await visitsOf({});
    const kinds = (held: boolean) =>
      new Set(all.filter(({ holding }) => (holding !== null) === held).map(({ kind }) => kind));
    expect(kinds(true)).toEqual(new Set(VISIT_KIND_CODES));
    expect(kinds(false)).toEqual(new Set(VISIT_KIND_CODES));
    expect(all.filter(({ coverage }) => coverage.length > 1).length).toBeGreaterThan(30);
  });

  it('has records that were wrong, voided with a reason', async () => {
    const corrected = playedPledges().filter(({ scenario: name }) => name === 'COUNTED_WRONGLY');
    expect(corrected).toHaveLength(1);
    const [pledge] = await pledgesOn(TODAY, { text: corrected[0]?.subject.reference });
    const { body } = await registry.ask(STAFF, storedOperation('pledge'), { id: pledge?.id, first: 200 });
    const { timeline } = body.data?.['pledge'] as { timeline: { nodes: { voided: object | null }[] } };
    expect(timeline.nodes.map(({ voided }) => voided).filter((voided) => voided !== null)).toMatchObject([
      { reason: 'The reserve company was left out.' },
    ]);
  });

  it('has one Member State with most pledges, and evaluators to whom units are assigned', async () => {
    const counts = new Map<string, number>();
    for (const pledge of await pledgesOn(TODAY)) {
      counts.set(pledge.memberState, (counts.get(pledge.memberState) ?? 0) + 1);
    }
    const [[first, most] = ['', 0], [, second] = ['', 0]] = [...counts].sort(
      (one, other) => other[1] - one[1],
    );
    expect(most).toBeGreaterThan(second);
    expect(await pledgesOn(TODAY, {}, memberState(first))).toHaveLength(most);
    for (const { evaluator: number } of usualPledges().map(({ subject }) => subject)) {
      expect(number).toBeGreaterThan(1);
    }
    const evaluator = { role: 'EVALUATOR', subject: 'evaluator-2', memberState: null } as const;
    expect((await pledgesOn(TODAY, {}, evaluator)).length).toBeGreaterThan(0);
  });
});

/** What paragraph 76 of the report of 13 October 2025 says of the year from 1 July 2024 to 30 June 2025. */
describe('the year that the founding report speaks of', () => {
  const [FIRST, LAST, AFTER] = ['2024-07-01', '2025-06-30', '2025-07-01'] as const;
  const during = (day: string) => day >= FIRST && day <= LAST;

  interface Entry {
    readonly day: string;
    readonly kind: string;
    readonly content: readonly { readonly name: string; readonly value: unknown }[];
  }
  interface History {
    readonly id: string;
    readonly reference: string;
    readonly unitType: string;
    readonly timeline: { readonly totalCount: number; readonly nodes: readonly Entry[] };
  }
  const HISTORIES = `query ($filter: PledgeFilterInput, $first: Int, $after: String) {
    pledges(filter: $filter, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id reference unitType timeline(first: 200) { totalCount nodes { day kind content { name value } } } }
    }
  }`;

  const said = ({ content }: Entry, name: string) => content.find((part) => part.name === name)?.value;
  /** The entries of a kind, the earliest first. */
  const entries = ({ timeline }: History, kind: string) =>
    timeline.nodes.filter((entry) => entry.kind === kind).reverse();

  let histories: History[];
  beforeAll(async () => {
    histories = [];
    let after: string | null = null;
    do {
      const { body } = await registry.ask(STAFF, HISTORIES, { first: 100, after });
      const { nodes, pageInfo } = body.data?.['pledges'] as {
        nodes: History[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      histories.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }, 120_000);

  /** Those whose decided level was the rapid deployment level on some day of the year. */
  const atRdl = () =>
    histories.filter((history) => {
      const decisions = entries(history, 'LEVEL_DECISION');
      return decisions.some(
        (decision, place) =>
          said(decision, 'level') === 'RDL' &&
          decision.day <= LAST &&
          (decisions[place + 1]?.day ?? '9999-12-31') > FIRST,
      );
    });

  const firstDeployments = () =>
    histories.filter((history) => {
      const [deployed] = entries(history, 'LIFECYCLE_STEP').filter(
        (step) => said(step, 'state') === 'DEPLOYED',
      );
      return deployed !== undefined && during(deployed.day);
    });

  it('ends with 258 pledges registered', async () => {
    expect(await pledgesOn(AFTER, { lifecycles: ['REGISTERED'] })).toHaveLength(258);
  });

  it('shows every kind of record on some timeline, each several times', () => {
    const counts = new Map<string, number>();
    for (const { timeline } of histories) {
      for (const { kind } of timeline.nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect(KINDS.filter(({ name }) => !counts.has(name)).map(({ name }) => name)).toEqual([]);
    expect([...counts].filter(([, times]) => times < 2)).toEqual([]);
  });

  it('knows all of every history', () => {
    for (const { timeline } of histories) expect(timeline.nodes).toHaveLength(timeline.totalCount);
  });

  it('has 15 military and 2 police units at the rapid deployment level', () => {
    const police = UNIT_TYPES.filter(({ component }) => component === 'POLICE').map(({ code }) => code);
    const isPolice = ({ unitType }: History) => police.some((code) => code === unitType);
    expect(atRdl().filter((history) => !isPolice(history))).toHaveLength(15);
    expect(atRdl().filter(isPolice)).toHaveLength(2);
  });

  it('has two units newly deployed, one of them military and from the rapid deployment level', () => {
    expect(firstDeployments()).toHaveLength(2);
    const ready = new Set(atRdl().map(({ id }) => id));
    expect(firstDeployments().filter(({ id }) => ready.has(id))).toMatchObject([
      { unitType: 'INFANTRY_BATTALION' },
    ]);
  });

  it('has assessment and advisory visits to 11 Member States, which verified 42 pledges', async () => {
    const visits = await visitsOf({ kinds: ['AAV'], held: true, from: FIRST, until: LAST });
    const verified = visits.flatMap(({ coverage }) => coverage.filter(({ outcome }) => outcome !== null));
    expect(new Set(visits.map((visit) => visit.memberState)).size).toBe(11);
    expect(new Set(verified.map(({ pledgeId }) => pledgeId)).size).toBe(42);
  });
});

function quarterly(first: string, last: string): string[] {
  const days: string[] = [];
  for (
    let day = new Date(`${first}T00:00:00Z`);
    day.toISOString() < last;
    day.setUTCMonth(day.getUTCMonth() + 3)
  ) {
    days.push(day.toISOString().slice(0, 10));
  }
  return [...days, last];
}
