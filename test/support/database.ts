import { randomBytes } from 'node:crypto';
import { asOwner, serverAddressVariable, toDatabase, type TestServer } from './database-server.js';

/** A migrated database with reference data that one spec file has to itself. */
export interface TestDatabase {
  readonly name: string;
  /** As the role that owns the tables: to look behind row-level security. */
  readonly ownerUrl: string;
  /** As the role that serves. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Clones the template, or begins with nothing; call it in `beforeAll`, and `drop` in `afterAll`. */
export async function createDatabase(from: 'template' | 'nothing' = 'template'): Promise<TestDatabase> {
  const server = await findServer();
  const name = `muster_spec_${randomBytes(6).toString('hex')}`;
  const template = from === 'template' ? `TEMPLATE ${server.template}` : '';
  await asOwner(server.ownerUrl, `CREATE DATABASE ${name} ${template}`);
  return {
    name,
    ownerUrl: toDatabase(server.ownerUrl, name),
    appUrl: toDatabase(server.appUrl, name),
    // PostgreSQL waits some seconds for sessions that are ending; the owner may not end those of other roles.
    drop: () => asOwner(server.ownerUrl, `DROP DATABASE IF EXISTS ${name}`),
  };
}

async function findServer(): Promise<TestServer> {
  const address = process.env[serverAddressVariable];
  if (address === undefined) throw new Error(`Run by jest alone: ${serverAddressVariable} is not set`);
  const answer = await fetch(address);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The test database does not start: ${text}`);
  return JSON.parse(text) as TestServer;
}
