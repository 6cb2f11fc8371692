import { loadDemonstration } from '#cli/demonstration/load.js';
import { ENTITIES } from '#api/entities.js';
import { appDataSource } from '#platform/database/app-data-source.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';

describe('the demonstration registry', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('loads into an empty registry and refuses any other', async () => {
    const dataSource = await appDataSource(database.appUrl, 1, ENTITIES).initialize();
    try {
      const began = Date.now(); const summary = await loadDemonstration({ dataSource });
      console.log(summary, Date.now() - began); expect(summary.pledges).toBeGreaterThan(50);
      await expect(loadDemonstration({ dataSource })).rejects.toThrow(/holds \d+ pledges already/);
    } finally {
      await dataSource.destroy();
    }
  });
});
