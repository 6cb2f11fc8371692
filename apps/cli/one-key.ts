import { keyFile, openKeys } from '#access/tokens.js';
import { StartError, type Configuration } from '#platform/configuration.js';
import { agreeOnMark, replaceMark } from '#platform/database/marks.js';
import type { RegistryDatabase } from '#platform/database/open.js';

const MARK = 'signing_key';

/**
 * Holds the servers of one database to one signing key, without which a token that one of them gave would be refused by
 * another. An embedded database has one server.
 *
 * @throws StartError where the database knows another key
 */
export async function holdToOneKey({ databaseUrl, dataDir }: Configuration): Promise<void> {
  if (databaseUrl === undefined) return;
  const { thumbprint } = await openKeys(dataDir);
  if ((await agreeOnMark(databaseUrl, MARK, thumbprint)) === thumbprint) return;
  throw new StartError(
    `${keyFile(dataDir)} is not the key that signs this registry's tokens: put the file of its other servers there, ` +
      'or make this one the registry’s with "muster migrate --adopt-key"',
  );
}

/**
 * Makes the key of this data folder the registry's; servers that have another one accept no token of it until they are
 * given the key and started again.
 *
 * @throws StartError without the owner's connection
 */
export async function adoptKey({ dataDir }: Configuration, { ownerUrl }: RegistryDatabase): Promise<void> {
  if (ownerUrl === undefined) {
    throw new StartError('DATABASE_OWNER_URL is not set: only the owner may change the key of a registry');
  }
  const { thumbprint } = await openKeys(dataDir);
  await replaceMark(ownerUrl, MARK, thumbprint);
}
