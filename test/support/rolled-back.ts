import { ENTITIES } from '#api/entities.js';
import { Database } from '#platform/database/database.js';
import { plainDate } from '#platform/plain-date.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { Principal } from '#platform/principal.js';
import { createDatabase } from './database.js';
import { STAFF } from './registry.js';

/** The instant at which rolled-back operations happen. */
export const NOW = new Date('2027-01-01T12:00:00Z');

/** A database of its own in which every operation is undone, so that no test meets the rows of another. */
export interface RolledBack {
  run(work: (context: OperationContext) => Promise<void>, principal?: Principal): Promise<void>;
  close(): Promise<void>;
}

export async function openRolledBack(): Promise<RolledBack> {
  const created = await createDatabase();
  const database = await new Database({ url: created.appUrl, poolSize: 1, entities: ENTITIES }).connect();
  const when = {
    now: NOW,
    today: plainDate('2027-01-01'),
    locale: 'en',
    recordedThrough: 'OPERATION',
  } as const;
  return {
    run: (work, principal = STAFF) =>
      database.operation('MUTATION', { principal, ...when }, async (context) => {
        await work(context);
        context.rolledBack = true;
      }),
    close: async () => {
      await database.close();
      await created.drop();
    },
  };
}
