import { randomBytes } from 'node:crypto';
import { asOwner, TEMPLATES, serverAddressVariable, toDatabase, type TestServer } from './database-server.js';

/** A migrated database with reference data that one spec file has to itself. */
export interface TestDatabase {
  readonly name: string;
  /** As the role that owns the tables: to look behind row-level security. */
  readonly ownerUrl: string;
  /** As the role that serves. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** What a new database holds: nothing, tables and reference data, or the demonstration as well. */
export type Content = 'NOTHING' | keyof typeof TEMPLATES;

/** Milliseconds after which nobody waits for a clone of the demonstration any longer: the first who asks has it loaded. */
export const DEMONSTRATION_LOADED = 600_000;

/** Clones a template, or begins with nothing; call it in `beforeAll`, and `drop` in `afterAll`. */
export async function createDatabase(content: Content = 'REFERENCE'): Promise<TestDatabase> {
  const server = await findServer(content === 'DEMONSTRATION' ? content : 'REFERENCE');
  const name = `muster_spec_${randomBytes(6).toString('hex')}`;
  const template = content === 'NOTHING' ? '' : `TEMPLATE ${server.template}`;
  await asOwner(server.ownerUrl, `CREATE DATABASE ${name} ${template}`);
  return {
    name,
    ownerUrl: toDatabase(server.ownerUrl, name),
    appUrl: toDatabase(server.appUrl, name),
    // PostgreSQL waits some seconds for sessions that are ending; the owner may not end those of other roles.
    drop: async () => {
      await asOwner(server.ownerUrl, `DROP DATABASE IF EXISTS ${name}`);
    },
  };
}

async function findServer(content: keyof typeof TEMPLATES): Promise<TestServer> {
  const address = process.env[serverAddressVariable];
  if (address === undefined) throw new Error(`Run by jest alone: ${serverAddressVariable} is not set`);
  const answer = await fetch(`${address}${TEMPLATES[content]}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The test database does not start: ${text}`);
  return JSON.parse(text) as TestServer;
}
