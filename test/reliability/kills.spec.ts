import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openKeys } from '#access/tokens.js';
import { databaseRoles } from '#platform/database/roles.js';
import { introspected } from '#test/support/documents.js';
import { Hands, type Send } from '#test/support/hands.js';
import { startMuster, type MusterProcess } from '#test/support/muster-process.js';
import { askWith, STAFF, type ServedRegistry } from '#test/support/registry.js';
import { startTwoServers, type TwoServers } from '#test/support/two-servers.js';

/** Kills of each victim: ten by hand, fewer where nobody waits for the last of them. */
const KILLS = Number(process.env['MUSTER_KILLS'] ?? 3);
const HANDS = 6;

const each = <Of>(count: number, make: (index: number) => Of) =>
  Array.from({ length: count }, (_none, index) => make(index));
const rounds = <Victim extends string>(count: number, ...victims: Victim[]) =>
  each(count, () => victims)
    .flat()
    .map((victim, round) => [round + 1, victim] as const);

const sendsOf =
  (ask: ServedRegistry['ask']): Send =>
  async (query, variables) =>
    (await ask(STAFF, query, variables as Record<string, unknown>)).body;

describe('kill -9 amid mutations in flight', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-kills-'));
  // For the user who runs the database where the tests are run by root.
  chmodSync(dataDir, 0o711);
  let server: MusterProcess;
  let url: string;
  let send: Send;
  let working: Hands;

  beforeAll(async () => {
    await start();
    send = sendsOf(askWith(await openKeys(dataDir), () => url));
    working = new Hands(await introspected(async (query) => (await send(query, {})).data));
  }, 180_000);
  afterAll(async () => {
    server.child.kill('SIGINT');
    await server.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    server = startMuster(['start'], { MUSTER_DATA_DIR: dataDir });
    [url] = await server.says(/http:\/\/[\d.]+:\d+/);
  }

  /** The process of the database server and its port, in its own words. */
  function databaseServer(): { pid: number; port: string } {
    const lines = readFileSync(join(dataDir, 'cluster', 'data', 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: lines[3] ?? '' };
  }

  function appUrl(): string {
    const secrets = readFileSync(join(dataDir, 'cluster', 'passwords.json'), 'utf8');
    const { app } = JSON.parse(secrets) as { app: string };
    return `postgres://${databaseRoles.app}:${app}@127.0.0.1:${databaseServer().port}/muster`;
  }

  const victims = rounds(KILLS, 'server', 'database');
  it.each(victims)(
    'round %i: after a kill of the %s, what was acknowledged is there and nothing is there by half',
    async (round, victim) => {
      const hands = each(HANDS, (hand) => working.work(`KILL-${round}-${hand}`, [send]));
      await working.advance(HANDS);
      process.kill(victim === 'server' ? server.pid : databaseServer().pid, 'SIGKILL');
      await Promise.all(hands);
      await server.ended;
      await start();
      await working.expectWhole(appUrl());
    },
    120_000,
  );

  it('had requests acknowledged and requests in flight', () => {
    expect(working.total('acknowledged')).toBeGreaterThanOrEqual(victims.length * HANDS);
    expect(working.total('sent')).toBeGreaterThan(working.total('acknowledged'));
  });
});

describe('kill -9 of one of two servers amid mutations through both', () => {
  let registry: TwoServers;
  let working: Hands;

  beforeAll(async () => {
    registry = await startTwoServers();
    working = new Hands(await introspected(async (query) => (await registry.ask(STAFF, query)).body.data));
  }, 180_000);
  afterAll(() => registry.close());

  const victims = rounds(Math.ceil(KILLS / 3), 'first', 'second', 'sessions of both');
  it.each(victims)(
    'round %i: after a kill of the %s, the other has gone on, nothing is there by half, and both answer the same',
    async (round, victim) => {
      const { servers } = registry;
      const sends = servers.map(({ ask }) => sendsOf(ask));
      const hands = each(HANDS, (hand) => working.work(`KILL-${round}-${hand}`, sends));
      await working.advance(HANDS);
      if (victim === 'sessions of both') await endSessions(registry.appUrl);
      else {
        const killed = servers[victim === 'first' ? 0 : 1];
        await killed.kill();
        await killed.start();
      }
      await working.advance(HANDS);
      working.tellToEnd();
      expect(await Promise.all(hands)).toEqual(each(HANDS, () => (victim === 'sessions of both' ? 2 : 1)));
      await working.expectWhole(registry.appUrl);
      const [one, other] = await Promise.all(servers.map(({ ask }) => ask(STAFF, EVERYTHING)));
      expect(one?.text).toBe(other?.text);
      expect(one?.body.data).toMatchObject({ pledges: { nodes: expect.any(Array) as unknown } });
    },
    120_000,
  );
});

const EVERYTHING = `{
  pledges(first: 200) { totalCount nodes { id reference version lifecycle status { level status reasons { code } } } }
  board { totals { memberStates pool } rows { memberState { iso3 } word pool nextChangeOn } } }`;

/** As a database that is restarted, or fails over to another machine, ends what is under way. */
async function endSessions(appUrl: string): Promise<void> {
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`);
  } finally {
    await client.end();
  }
}
