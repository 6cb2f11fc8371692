import { Column, Entity, PrimaryColumn } from 'typeorm';
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

  it('are found out where they do not', async () => {
    @Entity('registry_mark')
    class Mark {
      @PrimaryColumn('text')
      key!: string;

      @Column('text', { nullable: true })
      value!: string | null;
    }
    expect(await schemaDrift(database.ownerUrl, [Mark])).toEqual([
      'ALTER TABLE "registry_mark" ALTER COLUMN "value" DROP NOT NULL',
    ]);
  });
});
