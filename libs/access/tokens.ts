import { randomUUID } from 'node:crypto';
import { chmod, chown, link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { makeFolder } from '#platform/folder.js';
import { ROLES, type Principal, type Role } from '#platform/principal.js';

const ALGORITHM = 'ES256';
const ISSUER = 'https://muster.invalid';
const AUDIENCE = 'muster';
const ROLE_CLAIM = 'muster_role';
const MEMBER_STATE_CLAIM = 'muster_member_state';

/** The pair that signs this installation's own tokens, and the set through which they are verified. */
export interface Keys {
  readonly signing: CryptoKey | Uint8Array;
  readonly keyId: string;
  /** A digest of the public half: the same for those who have the same pair. */
  readonly thumbprint: string;
  readonly keySet: JWTVerifyGetKey;
}

/** The file of the data folder that holds the key pair. */
export const keyFile = (dataDir: string): string => join(dataDir, 'signing-key.json');

/** Reads the installation's key pair from its data folder; the first call makes it, of several at once one of them. */
export async function openKeys(dataDir: string): Promise<Keys> {
  const path = keyFile(dataDir);
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  const secret = kept === undefined ? await makeKey(path) : (JSON.parse(kept) as JWK);
  const { d: _secretPart, ...shared } = secret;
  return {
    signing: await importJWK(secret, ALGORITHM),
    keyId: secret.kid ?? '',
    thumbprint: await calculateJwkThumbprint(shared),
    keySet: createLocalJWKSet({ keys: [shared] }),
  };
}

async function makeKey(path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const secret: JWK = {
    ...(await exportJWK(privateKey)),
    alg: ALGORITHM,
    use: 'sig',
    kid: `muster-${Date.now().toString(36)}`,
  };
  makeFolder(dirname(path));
  const draft = `${path}.${process.pid}-${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(secret), { mode: 0o600 });
    await chmod(draft, 0o600);
    // Root may start a registry that belongs to somebody, who must be able to start it again.
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dirname(path));
      await chown(draft, uid, gid);
    }
    await link(draft, path);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Another process was quicker: its key is everybody's.
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A signed token of a principal, good for some hours. */
export function issueToken(keys: Keys, principal: Principal, hours = 12): Promise<string> {
  const claims = { [ROLE_CLAIM]: principal.role, [MEMBER_STATE_CLAIM]: principal.memberState ?? undefined };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: keys.keyId, typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(principal.subject)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(keys.signing);
}

/**
 * Who a token speaks for.
 * @throws Error where it is not signed by the key set, not meant for Muster, expired, or names no known role
 */
export async function verifyToken(keys: Keys, token: string): Promise<Principal> {
  const { payload } = await jwtVerify(token, keys.keySet, {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    typ: 'at+jwt',
    requiredClaims: ['sub', 'exp', ROLE_CLAIM],
  });
  return principalOf(payload.sub ?? '', payload[ROLE_CLAIM], payload[MEMBER_STATE_CLAIM]);
}

/**
 * A principal from what a token or a person says.
 * @throws Error for an unknown role, or a Member State missing where the role needs one or present where it has none
 */
export function principalOf(subject: string, role: unknown, memberState: unknown): Principal {
  if (!ROLES.includes(role as Role)) throw new Error(`unknown role: ${String(role)}`);
  const known = role as Role;
  if (subject.trim() === '') throw new Error('a token names its subject');
  if (known !== 'MEMBER_STATE') {
    if (memberState !== undefined && memberState !== null)
      throw new Error(`${known} speaks for no Member State`);
    return { role: known, subject, memberState: null };
  }
  if (typeof memberState !== 'string' || !/^[A-Z]{3}$/.test(memberState)) {
    throw new Error('MEMBER_STATE names its state by three capital letters');
  }
  return { role: known, subject, memberState };
}
