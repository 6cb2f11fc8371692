import pg from 'pg';
import { StartError, withoutPassword } from '../configuration.js';

/** One connection outside the server, for what a start has to know before it serves. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof Error && !('code' in error)) {
      throw new StartError(`The database at ${withoutPassword(url)} does not answer: ${error.message}`);
    }
    throw error;
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
