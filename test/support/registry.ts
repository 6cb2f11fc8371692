import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createServer } from '#api/server.js';
import { issueToken, openKeys, type Keys } from '#access/tokens.js';
import { MovingClock } from '#platform/clock.js';
import type { Principal } from '#platform/principal.js';
import { behindRowSecurity } from './contents.js';
import { createDatabase, type Content, type TestDatabase } from './database.js';

export interface Answer {
  readonly status: number;
  readonly statements: number;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
    readonly extensions?: Record<string, unknown>;
  };
}

/** A registry of its own for one spec file, on a clone of the template database, that is asked over HTTP. */
export interface ServedRegistry {
  /** The owner's connection, which looks behind row security by switching it off for itself where it may. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  ask(
    principal: Principal,
    query: string,
    variables?: Record<string, unknown>,
    locale?: string,
  ): Promise<Answer>;
  /** Ends what serves and drops the database. */
  close(): Promise<void>;
}

/** One that is served by the test's own process, which can move its clock. */
export interface TestRegistry extends ServedRegistry {
  readonly clock: MovingClock;
}

export const STAFF: Principal = { role: 'STAFF', subject: 'force-generation-officer', memberState: null };
export const EVALUATOR: Principal = { role: 'EVALUATOR', subject: 'evaluator-1', memberState: null };
export const memberState = (iso3: string): Principal => ({
  role: 'MEMBER_STATE',
  subject: `desk-officer-${iso3.toLowerCase()}`,
  memberState: iso3,
});

/** Starts a registry whose clock stands at noon of a day. */
export async function startRegistry(
  today = '2025-10-13',
  content: Content = 'REFERENCE',
): Promise<TestRegistry> {
  return serveRegistry(await createDatabase(content), today);
}

/** As `startRegistry`, on a database that has been filled already; closing drops it. */
export async function serveRegistry(database: TestDatabase, today = '2025-10-13'): Promise<TestRegistry> {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-registry-'));
  const clock = new MovingClock(new Date(`${today}T12:00:00Z`));
  const server = await createServer({
    databaseUrl: database.appUrl,
    databasePoolSize: 4,
    dataDir,
    clock: clock.time,
  });
  const keys = await openKeys(dataDir);
  await new Promise<void>((resume) => server.http.listen(0, '127.0.0.1', resume));
  return {
    clock,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    ask: askWith(keys, () => server.http),
    close: async () => {
      await server.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Asks over HTTP with tokens of that key.
 * @param served what to ask, chosen anew for each request: a server of this process, or the address of another's
 */
export function askWith(keys: Keys, served: () => Server | string): ServedRegistry['ask'] {
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (principal: Principal) => {
    const { role, subject, memberState } = principal;
    const name = [role, subject, memberState].join(' ');
    const token = tokens.get(name) ?? issueToken(keys, principal);
    tokens.set(name, token);
    return token;
  };
  return async (principal, query, variables = {}, locale = 'en') => {
    const answer = await request(served())
      .post('/graphql')
      .set('authorization', `Bearer ${await tokenFor(principal)}`)
      .set('accept-language', locale)
      .send({ query, variables });
    return {
      status: answer.status,
      statements: Number(answer.headers['x-muster-statements']),
      text: answer.text,
      body: answer.body as Answer['body'],
    };
  };
}

/** The number of rows of every table, whatever row security says. */
export function countRows(ownerUrl: string): Promise<Record<string, number>> {
  return behindRowSecurity(ownerUrl, async (client, tables) => {
    const counts = tables.map((name) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`);
    const { rows } = await client.query<{ name: string; rows: number }>(counts.join(' UNION ALL '));
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
  });
}
