import { createServer as createProbe, type AddressInfo } from 'node:net';
import { createServer } from '#api/server.js';
import { issueToken, openKeys } from '#access/tokens.js';
import { databaseClock } from '#platform/clock.js';
import { StartError, type Configuration } from '#platform/configuration.js';
import type { Principal } from '#platform/principal.js';
import { holdToOneKey } from './one-key.js';
import { readContents, type RegistryContents } from './registry-contents.js';

/** A registry that listens. */
export interface Serving {
  readonly url: string;
  readonly contents: RegistryContents;
  /** Takes no more requests, answers those in flight, for some seconds at most. */
  close(): Promise<void>;
}

const patience = 5_000;

/**
 * Fails at once where `serve` would fail after the database was made ready.
 * @throws the system's own error where the port is taken
 */
export async function tryPort({ host, port }: Configuration): Promise<void> {
  const probe = createProbe();
  await new Promise<void>((resume, fail) => {
    probe.once('error', fail);
    probe.listen(port, host, resume);
  });
  await new Promise((resume) => probe.close(resume));
}

/**
 * Serves a database that is ready. MUSTER_TODAY moves the clock of a demonstration from its day.
 *
 * @throws StartError where production would serve a demonstration, or the database knows another signing key; the system's own error where the port is taken
 */
export async function serve(configuration: Configuration, databaseUrl: string): Promise<Serving> {
  const contents = await readContents(databaseUrl);
  const { environment, host, port, dataDir, databasePoolSize } = configuration;
  if (environment === 'production' && contents.demonstrationDay !== null) {
    throw new StartError(
      'NODE_ENV is "production" and the database holds the demonstration: use another database',
    );
  }
  await holdToOneKey(configuration);
  const clock = databaseClock(configuration.today);
  const { http, close } = await createServer({ databaseUrl, databasePoolSize, dataDir, clock });
  try {
    await new Promise<void>((resume, fail) => {
      http.once('error', fail);
      http.listen(port, host, resume);
    });
  } catch (error) {
    await close();
    throw error;
  }
  const address = http.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    contents,
    close: async () => {
      const impatience = setTimeout(() => {
        http.closeAllConnections();
      }, patience);
      await close();
      clearTimeout(impatience);
    },
  };
}

/** What to open, and a token for each kind of user, ready to be pasted. */
export async function greeting(serving: Serving, configuration: Configuration): Promise<string> {
  const { url, contents } = serving;
  const keys = await openKeys(configuration.dataDir);
  const principals: [string, Principal][] = [
    ['staff', { role: 'STAFF', subject: 'staff', memberState: null }],
  ];
  if (contents.memberState !== null) {
    const { memberState } = contents;
    const subject = `desk-${memberState.toLowerCase()}`;
    principals.push([`Member State ${memberState}`, { role: 'MEMBER_STATE', subject, memberState }]);
  }
  if (contents.evaluator !== null) {
    const subject = contents.evaluator;
    principals.push([`evaluator ${subject}`, { role: 'EVALUATOR', subject, memberState: null }]);
  }
  const tokens = await Promise.all(
    principals.map(async ([name, principal]) => `Token for ${name}:\n${await issueToken(keys, principal)}`),
  );
  return [`Muster serves ${url}/graphql – open ${url} for the explorer`, ...tokens].join('\n\n');
}
