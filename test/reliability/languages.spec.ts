import { prepareDatabase } from '#reference/prepare-database.js';
import { behindRowSecurity } from '#test/support/contents.js';
import { asOwner } from '#test/support/database-server.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { writePledge, writeRows } from '#test/support/pledge-rows.js';

/** As an earlier version left the database: without what the migration, and one after it, makes. */
const BEFORE = `
DROP TRIGGER IF EXISTS pledge_description_raises_generation ON pledge_description;
DROP TABLE requirement_alignment_line, requirement_alignment_category, requirement_alignment, requirement_review;
DELETE FROM migrations WHERE name = 'Requirements1760000000006';`;

describe('languages that were recorded as free text', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    [
      ['French', 'English'],
      ['fr', 'en'],
    ],
    [
      [' english ', 'KINYARWANDA'],
      ['en', 'rw'],
    ],
    // Each language once, in its place; what is no known name stays to be read.
    [
      ['English', 'Klingon', 'english'],
      ['en', 'Klingon'],
    ],
  ])('%j become %j, of voided versions too', async (languages, codes) => {
    const reference = `P-${codes.join('-')}`;
    await writeRows(database.appUrl, (write) => writePledge(write, { memberState: 'RWA', reference }));
    const of = `title = 'Unit ${reference}'`;
    const named = `ARRAY[${languages.map((language) => `'${language}'`).join(', ')}]`;
    await asOwner(
      database.ownerUrl,
      `${BEFORE} ALTER TABLE pledge_description NO FORCE ROW LEVEL SECURITY;
       UPDATE pledge_description SET languages = ${named}, voided_at = now(), voided_by = 'test', voided_role = 'STAFF',
         voided_reason = 'Wrong' WHERE ${of};
       ALTER TABLE pledge_description FORCE ROW LEVEL SECURITY;`,
    );
    const { username } = new URL(database.appUrl);
    await prepareDatabase({ ownerUrl: database.ownerUrl, appRole: username, log: () => undefined });
    const { rows } = await behindRowSecurity(database.ownerUrl, (client) =>
      client.query(`SELECT languages FROM pledge_description WHERE ${of}`),
    );
    expect(rows).toEqual([{ languages: codes }]);
  });
});
