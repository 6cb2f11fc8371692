import { setTimeout } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import pg from 'pg';
import { mutationDocument } from './documents.js';

/** Sends one request; fails when the server is gone. */
export type Send = (query: string, variables: object) => Promise<Answer>;

export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** A pledge that a hand was about to draft, and how far it got: what was sent, and what was acknowledged. */
interface Attempt {
  readonly reference: string;
  readonly sent: Set<Mutation>;
  readonly acknowledged: Set<Mutation>;
}

const LINES = 3;
const CATEGORIES = 2;

/** In this order, each on the pledge that the first one drafted. */
const MUTATIONS = {
  draftPledge: (reference: string) => ({
    ...{ memberState: 'RWA', unitType: 'INFANTRY_BATTALION', reference, describedOn: '2025-01-02' },
    ...{ title: 'Infantry battalion', deployableWithinDays: 60, languages: ['fr'] },
    contactPost: 'Military adviser',
  }),
  recordMeasurement: (_reference: string, pledgeId: string) => ({
    ...{ pledgeId, measuredOn: '2025-03-01', basis: 'BY_LINE' },
    personnel: { required: 850, available: 840, women: 60 },
    equipmentLines: Array.from({ length: LINES }, (_none, line) => ({
      item: `LINE_${line}`,
      ...{ critical: line === 0, agreed: 10, present: 10, serviceable: 9 },
    })),
    selfSustainmentCategories: ['CATERING', 'LAUNDRY'].map((category) => ({
      ...{ category, required: 850, available: 850 },
    })),
  }),
  submitPledge: (_reference: string, pledgeId: string) => ({
    ...{ pledgeId, expectedVersion: 1, occurredOn: '2025-03-02' },
  }),
} satisfies Record<string, (reference: string, pledgeId: string) => object>;
type Mutation = keyof typeof MUTATIONS;

/** What one pledge has in the database: each count is nought or all of it. */
interface Rows {
  readonly reference: string;
  readonly version: number;
  readonly descriptions: number;
  readonly drafted: number;
  readonly submitted: number;
  readonly measurements: number;
  readonly lines: number;
  readonly categories: number;
}

const ROWS = `
SELECT p.reference, p.version,
  (SELECT count(*)::int FROM pledge_description d WHERE d.pledge_id = p.id) AS descriptions,
  (SELECT count(*)::int FROM lifecycle_step s WHERE s.pledge_id = p.id AND s.state = 'DRAFT') AS drafted,
  (SELECT count(*)::int FROM lifecycle_step s WHERE s.pledge_id = p.id AND s.state = 'SUBMITTED') AS submitted,
  (SELECT count(*)::int FROM measurement m WHERE m.pledge_id = p.id) AS measurements,
  (SELECT count(*)::int FROM measurement_equipment_line l WHERE l.pledge_id = p.id) AS lines,
  (SELECT count(*)::int FROM measurement_self_sustainment c WHERE c.pledge_id = p.id) AS categories
FROM pledge p WHERE p.reference LIKE 'KILL-%'`;

/** Hands that draft, measure and submit pledges, one after the other, while servers are killed under them. */
export class Hands {
  readonly #attempts: Attempt[] = [];
  readonly #documents: Readonly<Record<Mutation, string>>;
  #told = false;

  constructor(schema: GraphQLSchema) {
    const names = Object.keys(MUTATIONS) as Mutation[];
    this.#documents = Object.fromEntries(
      names.map((name) => [name, mutationDocument(schema, name)]),
    ) as Record<Mutation, string>;
  }

  /** How many mutations were sent, or acknowledged, so far. */
  total(set: 'sent' | 'acknowledged'): number {
    return this.#attempts.reduce((sum, attempt) => sum + attempt[set].size, 0);
  }

  /** Waits until some more mutations were acknowledged, however fast this machine is: one for each hand, and up to fifty. */
  async advance(hands: number): Promise<void> {
    const wanted = this.total('acknowledged') + hands + Math.random() * 50;
    const deadline = Date.now() + 60_000;
    while (this.total('acknowledged') < wanted) {
      if (Date.now() > deadline) throw new Error('the hands do not get on');
      await setTimeout(1);
    }
  }

  /** Tells all hands to come to an end. */
  tellToEnd(): void {
    this.#told = true;
  }

  /**
   * Mutates through each server in turn until told to end, or until the last of them is gone. A pledge whose mutation
   * was not acknowledged is left as it is.
   * @returns how many of the servers are still there
   */
  async work(name: string, servers: readonly Send[]): Promise<number> {
    this.#told = false;
    let there = servers;
    for (let number = 0; there.length > 0 && !this.#told; number += 1) {
      const attempt: Attempt = { reference: `${name}-${number}`, sent: new Set(), acknowledged: new Set() };
      this.#attempts.push(attempt);
      const gone = await this.#fulfil(attempt, there);
      there = there.filter((server) => server !== gone);
    }
    return there.length;
  }

  /** @returns the server that is gone; undefined where all that were asked are there */
  async #fulfil(attempt: Attempt, servers: readonly Send[]): Promise<Send | undefined> {
    let pledgeId = '';
    for (const mutation of Object.keys(MUTATIONS) as Mutation[]) {
      const server = servers[this.total('sent') % servers.length];
      if (server === undefined) throw new Error('there is no server to send to');
      attempt.sent.add(mutation);
      const input = MUTATIONS[mutation](attempt.reference, pledgeId);
      const answer = await server(this.#documents[mutation], { input }).catch(() => undefined);
      if (answer === undefined) return server;
      const id = acknowledged(answer, mutation);
      if (id === undefined) return undefined;
      attempt.acknowledged.add(mutation);
      pledgeId ||= id;
    }
    return undefined;
  }

  /** Looks into the database, with the login that serves: what was acknowledged is there, and nothing is by half. */
  async expectWhole(appUrl: string): Promise<void> {
    const rows = await rowsOf(appUrl);
    for (const attempt of this.#attempts) expectWhole(attempt, rows.get(attempt.reference));
  }
}

async function rowsOf(appUrl: string): Promise<Map<string, Rows>> {
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    const { rows } = await client.query<Rows>(ROWS);
    return new Map(rows.map((row) => [row.reference, row]));
  } finally {
    await client.end();
  }
}

/** The id in an acknowledgement; undefined where none came. A problem or an error of another kind is a failure. */
function acknowledged({ data, errors }: Answer, mutation: Mutation): string | undefined {
  const { id } = (data?.[mutation] ?? {}) as { id?: string };
  // Its database gone, the server may still say that it failed: that is no acknowledgement.
  const failed = ['INTERNAL_SERVER_ERROR', 'OUTCOME_UNKNOWN'].includes(
    String(errors?.[0]?.extensions?.['code']),
  );
  if (id === undefined && !failed) throw new Error(JSON.stringify({ data, errors }));
  return id;
}

/** All rows of what was acknowledged; all or none of what was only sent. */
function expectWhole({ reference, sent, acknowledged }: Attempt, rows: Rows | undefined): void {
  const of = (mutation: Mutation, done: boolean): boolean => {
    if (acknowledged.has(mutation)) return true;
    return sent.has(mutation) && done;
  };
  if (!of('draftPledge', rows !== undefined)) {
    expect(rows).toBeUndefined();
    return;
  }
  const measured = Number(of('recordMeasurement', rows?.measurements === 1));
  const submitted = Number(of('submitPledge', rows?.submitted === 1));
  expect(rows).toEqual({
    reference,
    version: 1 + submitted,
    descriptions: 1,
    drafted: 1,
    submitted,
    measurements: measured,
    lines: measured * LINES,
    categories: measured * CATEGORIES,
  } satisfies Rows);
}
