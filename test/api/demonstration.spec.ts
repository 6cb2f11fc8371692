import { VISIT_KIND_CODES } from '#assessments/visit-kinds.js';
import { scenario } from '#cli/demonstration/cast.js';
import type { Summary } from '#cli/demonstration/load.js';
import { playedPledges } from '#cli/demonstration/registry.js';
import { LIFECYCLE_STATES, STATUSES } from '#readiness/facts.js';
import { REASON_CODES } from '#readiness/reasons.js';
import { FLAGS, WORDS } from '#readiness/roll-up.js';
import { fillWithDemonstration } from '#test/support/demonstration.js';
import { storedOperation } from '#test/support/operations.js';
import { createDatabase } from '#test/support/database.js';
import {
  countRows,
  EVALUATOR,
  memberState,
  STAFF,
  startRegistry,
  type TestRegistry,
} from '#test/support/registry.js';

interface PledgeRow {
  readonly id: string;
  readonly reference: string;
  readonly memberState: string;
  readonly lifecycle: string;
  readonly status: { readonly level: string; readonly status: string; readonly reasons: { code: string }[] };
}

const BOARD = storedOperation('board');
const PLEDGES = storedOperation('pledges');
const PLEDGE = storedOperation('pledge');
const VISITS = storedOperation('visits');

describe('the demonstration registry', () => {
  let registry: TestRegistry;
  let summary: Summary;

  beforeAll(async () => {
    registry = await startRegistry('2025-10-13', async (appUrl) => {
      summary = await fillWithDemonstration(appUrl);
    });
  }, 120_000);
  afterAll(() => registry.close());

  const pledgesOn = async (asOf: string, principal = STAFF): Promise<PledgeRow[]> => {
    const { body } = await registry.ask(principal, PLEDGES, { first: 200, asOf });
    return (body.data?.['pledges'] as { nodes: PledgeRow[] }).nodes;
  };

  it('holds some 60 pledges of 25 Member States, and says in every answer that it is invented', async () => {
    expect(summary.memberStates).toBe(25);
    expect(summary.pledges).toBeGreaterThanOrEqual(55);
    expect(await pledgesOn('2025-10-13')).toHaveLength(summary.pledges);
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
    const found = new Map((await pledgesOn('2025-10-13')).map((pledge) => [pledge.reference, pledge.status]));
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
    expect(new Set(shown.map(({ status }) => status))).toEqual(new Set(STATUSES));
  });

  it('shows every word and every flag on its board', async () => {
    const { body } = await registry.ask(STAFF, BOARD);
    const { rows } = body.data?.['board'] as { rows: { word: string; flags: string[] }[] };
    expect(new Set(rows.map(({ word }) => word))).toEqual(new Set(WORDS));
    expect(new Set(rows.flatMap(({ flags }) => flags))).toEqual(new Set(FLAGS));
  });

  it('shows every reason and every state of the lifecycle on some day', async () => {
    const codes = new Set<string>();
    const states = new Set<string>();
    for (const day of monthly('2023-07-20', '2025-10-13')) {
      for (const { lifecycle, status } of await pledgesOn(day)) {
        states.add(lifecycle);
        for (const { code } of status.reasons) codes.add(code);
      }
    }
    expect(REASON_CODES.filter((code) => !codes.has(code))).toEqual([]);
    expect(LIFECYCLE_STATES.filter((state) => !states.has(state))).toEqual([]);
  }, 60_000);

  it('has visits of every kind, held and planned, some of several pledges', async () => {
    interface VisitRow {
      readonly kind: string;
      readonly holding: object | null;
      readonly coverage: readonly object[];
    }
    const { body } = await registry.ask(STAFF, VISITS, { first: 200 });
    const { nodes } = body.data?.['visits'] as { nodes: VisitRow[] };
    const kinds = (held: boolean) =>
      new Set(nodes.filter(({ holding }) => (holding !== null) === held).map(({ kind }) => kind));
    expect(kinds(true)).toEqual(new Set(VISIT_KIND_CODES));
    expect(kinds(false)).toEqual(new Set(VISIT_KIND_CODES));
    expect(nodes.filter(({ coverage }) => coverage.length > 1).length).toBeGreaterThan(3);
  });

  it('has records that were wrong, voided with a reason', async () => {
    const all = await pledgesOn('2025-10-13');
    const corrected = playedPledges().filter(({ scenario: name }) => name === 'COUNTED_WRONGLY');
    expect(corrected).toHaveLength(1);
    const id = all.find(({ reference }) => reference === corrected[0]?.subject.reference)?.id;
    const { body } = await registry.ask(STAFF, PLEDGE, { id, first: 200 });
    const { timeline } = body.data?.['pledge'] as { timeline: { nodes: { voided: object | null }[] } };
    expect(timeline.nodes.map(({ voided }) => voided).filter((voided) => voided !== null)).toMatchObject([
      { reason: 'The reserve company was left out.' },
    ]);
  });

  it('has one Member State with most pledges, and an evaluator to whom units are assigned', async () => {
    const all = await pledgesOn('2025-10-13');
    const counts = new Map<string, number>();
    for (const pledge of all) counts.set(pledge.memberState, (counts.get(pledge.memberState) ?? 0) + 1);
    const [[first, most] = ['', 0], [, second] = ['', 0]] = [...counts].sort(
      (one, other) => other[1] - one[1],
    );
    expect(most).toBeGreaterThan(second);
    expect(await pledgesOn('2025-10-13', memberState(first))).toHaveLength(most);
    const assigned = await pledgesOn('2025-10-13', EVALUATOR);
    expect(assigned.length).toBeGreaterThan(0);
  });

  it('is the same in two databases, down to its ids', async () => {
    const other = await startRegistry('2025-10-13', (appUrl) => fillWithDemonstration(appUrl));
    try {
      const [pledge] = await pledgesOn('2025-10-13');
      for (const [question, variables] of [
        [BOARD, {}],
        [PLEDGES, { first: 200 }],
        [VISITS, { first: 200 }],
        [storedOperation('evaluations'), {}],
        [storedOperation('follow-ups'), {}],
        [PLEDGE, { id: pledge?.id, first: 200 }],
      ] as const) {
        const one = await registry.ask(STAFF, question, variables);
        const two = await other.ask(STAFF, question, variables);
        expect(two.text).toBe(one.text);
      }
    } finally {
      await other.close();
    }
  }, 120_000);
});

function monthly(first: string, last: string): string[] {
  const days: string[] = [];
  for (
    let day = new Date(`${first}T00:00:00Z`);
    day.toISOString() < last;
    day.setUTCMonth(day.getUTCMonth() + 1)
  ) {
    days.push(day.toISOString().slice(0, 10));
  }
  return [...days, last];
}
