import pg from 'pg';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { refuseOldServer, refuseUnsafeConnection } from './roles.js';

describe('the connection of the application', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }

  it('is accepted as the role that owns nothing', () =>
    withClient(database.appUrl, async (client) => {
      await refuseOldServer(client);
      await refuseUnsafeConnection(client);
    }));

  it('is refused as the owner of the tables, with the name of one', () =>
    withClient(database.ownerUrl, async (client) => {
      await expect(refuseUnsafeConnection(client)).rejects.toThrow(/connects as ".+", which owns \w+:/);
    }));

  it.each([
    [{ superuser: true, bypasses: true, owned: null }, 'is a superuser'],
    [{ superuser: false, bypasses: true, owned: null }, 'bypasses row-level security'],
  ])('is refused when the database says %j', async (answer, fault) => {
    const client = { query: () => Promise.resolve({ rows: [{ role: 'somebody', ...answer }] }) };
    await expect(refuseUnsafeConnection(client)).rejects.toThrow(fault);
  });

  it('is refused on a server older than 15', async () => {
    const client = { query: () => Promise.resolve({ rows: [{ version: '14.12', number: 140_012 }] }) };
    await expect(refuseOldServer(client)).rejects.toThrow('PostgreSQL 14.12: Muster needs 15 or later');
  });
});
