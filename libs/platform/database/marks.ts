import { withClient } from './client.js';

/**
 * Agrees with all other processes of a database on one value for a key: the first that says one decides.
 * @returns the value that holds
 */
export function agreeOnMark(appUrl: string, key: string, value: string): Promise<string> {
  return withClient(appUrl, async (client) => {
    await client.query(`INSERT INTO registry_mark (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      key,
      value,
    ]);
    const { rows } = await client.query<{ value: string }>(`SELECT value FROM registry_mark WHERE key = $1`, [
      key,
    ]);
    return rows[0]?.value ?? value;
  });
}

/** Puts another value in the place of the one that was agreed on, which only the owner may. */
export async function replaceMark(ownerUrl: string, key: string, value: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO registry_mark (key, value) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [key, value],
    ),
  );
}
