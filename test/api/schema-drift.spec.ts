import { ENTITIES } from '#api/entities.js';
import { schemaDrift } from '#platform/database/schema-drift.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';

describe('migrations and entities', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('agree: a generated migration is empty', async () => {
    expect(await schemaDrift(database.ownerUrl, ENTITIES)).toEqual([]);
  });
});
