import type { MixedList } from 'typeorm';
import { ownerDataSource } from './migrate.js';

/**
 * What TypeORM would change in a migrated database so that it agrees with the entities: the generated migration, which
 * must be empty. Tables without an entity are not looked at.
 * @param ownerUrl the owner's login, which sees all constraints
 * @returns SQL statements, none where migrations and entities agree
 */
export async function schemaDrift(
  ownerUrl: string,
  entities: MixedList<new () => object>,
): Promise<string[]> {
  const owner = await ownerDataSource(ownerUrl, entities).initialize();
  try {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await owner.destroy();
  }
}
