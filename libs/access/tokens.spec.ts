import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64url, decodeJwt, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { Principal } from '#platform/principal.js';
import { issueToken, openKeys, principalOf, verifyToken, type Keys } from './tokens.js';

const RWANDA: Principal = { role: 'MEMBER_STATE', subject: 'desk-officer', memberState: 'RWA' };
const STAFF: Principal = { role: 'STAFF', subject: 'officer', memberState: null };

describe('tokens', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'muster-keys-'));
    folders.push(made);
    return made;
  };
  let keys: Keys;
  let good: JWTPayload;
  beforeAll(async () => {
    keys = await openKeys(folder());
    good = decodeJwt(await issueToken(keys, RWANDA));
  });
  afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

  /** A token signed by the installation's own key, with other claims than it would give. */
  const signed = (claims: object, header: object = {}, by = keys) =>
    new SignJWT({ ...good, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: keys.keyId, typ: 'at+jwt', ...header })
      .sign(by.signing);

  it.each([RWANDA, STAFF, { ...STAFF, role: 'EVALUATOR' } as const])(
    'speak for whom they were issued: $role',
    async (principal) => {
      expect(await verifyToken(keys, await issueToken(keys, principal))).toEqual(principal);
    },
  );

  it('are verified with a key that is kept, for its owner alone', async () => {
    const dataDir = folder();
    const token = await issueToken(await openKeys(dataDir), STAFF);
    expect(await verifyToken(await openKeys(dataDir), token)).toEqual(STAFF);
    const file = join(dataDir, 'signing-key.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ alg: 'ES256', use: 'sig' });
  });

  it('are signed with one key by all processes that open a new folder at once', async () => {
    const dataDir = folder();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openKeys(dataDir)));
    const { thumbprint } = await openKeys(dataDir);
    expect(opened.map((each) => each.thumbprint)).toEqual(opened.map(() => thumbprint));
    expect(readdirSync(dataDir)).toEqual(['signing-key.json']);
  });

  it.each<[string, object]>([
    ['are meant for somebody else', { aud: 'another' }],
    ['come from somebody else', { iss: 'https://another.invalid' }],
    ['have expired', { exp: 1_600_000_000 }],
    ['never expire', { exp: undefined }],
    ['name nobody', { sub: ' ' }],
    ['name a role that is none', { muster_role: 'ADMINISTRATOR' }],
    ['name no role', { muster_role: undefined }],
    ['name a Member State beside the role of staff', { muster_role: 'STAFF' }],
    ['name no Member State beside its role', { muster_member_state: undefined }],
    ['name several Member States', { muster_member_state: ['RWA', 'NPL'] }],
  ])('are not accepted that %s', async (_what, claims) => {
    await expect(verifyToken(keys, await signed(claims))).rejects.toThrow();
  });

  it('are not accepted that are of another type, that another key or none signed, or that were changed since', async () => {
    expect(await verifyToken(keys, await signed({}))).toEqual(RWANDA);
    await expect(verifyToken(keys, await signed({}, { typ: 'id+jwt' }))).rejects.toThrow();
    const others = await openKeys(folder());
    await expect(verifyToken(keys, await signed({}, {}, others))).rejects.toThrow();
    await expect(verifyToken(keys, new UnsecuredJWT(good).encode())).rejects.toThrow();
    const [head, , signature] = (await signed({})).split('.');
    const changed = base64url.encode(JSON.stringify({ ...good, muster_member_state: 'NPL' }));
    await expect(verifyToken(keys, `${head}.${changed}.${signature}`)).rejects.toThrow();
  });

  it('are issued to no principal that does not fit its role', () => {
    expect(() => principalOf('officer', 'STAFF', 'RWA')).toThrow('speaks for no Member State');
    expect(() => principalOf('officer', 'MEMBER_STATE', 'rwa')).toThrow('three capital letters');
    expect(() => principalOf('', 'STAFF', undefined)).toThrow('names its subject');
  });
});
