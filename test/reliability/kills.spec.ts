import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import pg from 'pg';
import { issueToken, openKeys } from '#access/tokens.js';
import { databaseRoles } from '#platform/database/roles.js';
import { introspected, mutationDocument } from '#test/support/documents.js';
import { startMuster, type MusterProcess } from '#test/support/muster-process.js';
import { STAFF } from '#test/support/registry.js';

/** Kills of the server and as many of its database: ten by hand, fewer where nobody waits for the last of them. */
const KILLS = Number(process.env['MUSTER_KILLS'] ?? 3);
const HANDS = 6;

type Victim = 'server' | 'database';

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
    ...{ title: 'Infantry battalion', deployableWithinDays: 60, languages: ['French'] },
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

interface Answer {
  readonly data?: Partial<Record<string, { readonly id?: string } | null>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

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

describe('kill -9 amid mutations in flight', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-kills-'));
  // For the user who runs the database where the tests are run by root.
  chmodSync(dataDir, 0o711);
  const attempts: Attempt[] = [];
  let server: MusterProcess;
  let url: string;
  let token: string;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    await start();
    token = await issueToken(await openKeys(dataDir), STAFF);
    schema = await introspected(async (query) => (await ask(token, query)).data);
  }, 180_000);
  afterAll(async () => {
    server.child.kill('SIGINT');
    await server.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    server = startMuster(['start'], { MUSTER_DATA_DIR: dataDir });
    url = `${(await server.says(/http:\/\/[\d.]+:\d+/))[0]}/graphql`;
  }

  /** The process of the database server and its port, in its own words. */
  function databaseServer(): { pid: number; port: string } {
    const lines = readFileSync(join(dataDir, 'cluster', 'data', 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: lines[3] ?? '' };
  }

  async function rows(): Promise<Map<string, Rows>> {
    const secrets = readFileSync(join(dataDir, 'cluster', 'passwords.json'), 'utf8');
    const { app } = JSON.parse(secrets) as { app: string };
    const { port } = databaseServer();
    const client = new pg.Client(`postgres://${databaseRoles.app}:${app}@127.0.0.1:${port}/muster`);
    await client.connect();
    try {
      await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
      const { rows: found } = await client.query<Rows>(ROWS);
      return new Map(found.map((row) => [row.reference, row]));
    } finally {
      await client.end();
    }
  }

  /** Mutates until the server is gone. */
  async function work(name: string): Promise<void> {
    for (let number = 0; ; number += 1) {
      const attempt: Attempt = { reference: `${name}-${number}`, sent: new Set(), acknowledged: new Set() };
      attempts.push(attempt);
      let pledgeId = '';
      for (const mutation of Object.keys(MUTATIONS) as Mutation[]) {
        attempt.sent.add(mutation);
        const id = await mutate(mutation, MUTATIONS[mutation](attempt.reference, pledgeId));
        if (id === undefined) return;
        attempt.acknowledged.add(mutation);
        pledgeId ||= id;
      }
    }
  }

  /** The id in an acknowledgement; undefined where none came. A problem or an error of another kind is a failure. */
  async function mutate(mutation: Mutation, input: object): Promise<string | undefined> {
    const answer = await ask(token, mutationDocument(schema, mutation), { input }).catch(() => undefined);
    if (answer === undefined) return undefined;
    const id = answer.data?.[mutation]?.id;
    // Its database gone, the server may still say that it failed: that is no acknowledgement.
    const failed = answer.errors?.[0]?.extensions.code === 'INTERNAL_SERVER_ERROR';
    if (id === undefined && !failed) throw new Error(JSON.stringify(answer));
    return id;
  }

  async function ask(token: string, query: string, variables: object = {}): Promise<Answer> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Answer;
  }

  const victims = Array.from({ length: KILLS }, (): Victim[] => ['server', 'database']).flat();
  it.each(victims.map((victim, round) => [round + 1, victim] as const))(
    'round %i: after a kill of the %s, what was acknowledged is there and nothing is there by half',
    async (round, victim) => {
      const hands = Array.from({ length: HANDS }, (_none, hand) => work(`KILL-${round}-${hand}`));
      await setTimeout(100 + Math.random() * 900);
      process.kill(victim === 'server' ? server.pid : databaseServer().pid, 'SIGKILL');
      await Promise.all(hands);
      await server.ended;
      await start();
      const found = await rows();
      for (const attempt of attempts) expectWhole(attempt, found.get(attempt.reference));
    },
    120_000,
  );

  it('had requests acknowledged and requests in flight', () => {
    const total = (set: 'sent' | 'acknowledged') =>
      attempts.reduce((sum, attempt) => sum + attempt[set].size, 0);
    expect(total('acknowledged')).toBeGreaterThan(victims.length * HANDS);
    expect(total('sent')).toBeGreaterThan(total('acknowledged'));
  });
});

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
