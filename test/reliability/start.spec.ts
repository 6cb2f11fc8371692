import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine, identify, signal, until } from '#platform/database/embedded-processes.js';
import { createDatabase } from '#test/support/database.js';
import { startMuster, type MusterProcess } from '#test/support/muster-process.js';

const serves = /Muster serves (http:\S+)\/graphql/;

describe('muster start on the embedded database', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'muster-start-'));
    // Else the user whom root hands the database to could not enter it, and the data would go elsewhere.
    chmodSync(dataDir, 0o711);
  });
  afterEach(() => {
    for (const muster of begun.splice(0)) muster.child.kill('SIGKILL');
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  const begun: MusterProcess[] = [];
  const begin = (environment: NodeJS.ProcessEnv = {}, through?: 'shell') => {
    const muster = startMuster(['start'], { MUSTER_DATA_DIR: dataDir, ...environment }, through);
    begun.push(muster);
    return muster;
  };
  const pidFile = () => join(dataDir, 'cluster/data/postmaster.pid');
  const databasePid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
  const gone = (pid: number) => until(() => identify(pid) === undefined, 10_000);

  async function isSound(muster: MusterProcess): Promise<void> {
    const [, url = ''] = await muster.says(serves);
    const [, token = ''] = await muster.says(/Token for staff:\n(\S+)\n/);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { __typename } }' }),
    });
    expect(await answer.json()).toMatchObject({ data: { viewer: { __typename: 'Viewer' } } });
  }

  async function endsWell(muster: MusterProcess): Promise<void> {
    const database = databasePid();
    muster.child.kill('SIGINT');
    expect(await muster.ended).toBe(0);
    expect(await gone(database)).toBe(true);
  }

  async function startsAgain(): Promise<MusterProcess> {
    const muster = begin();
    await isSound(muster);
    await endsWell(muster);
    return muster;
  }

  it('serves from an empty folder, and ends on Ctrl-C without leaving a process behind', async () => {
    const muster = await startsAgain();
    expect(muster.said.errors).toBe('');
  });

  it('takes the Ctrl-C that npm repeats for one', async () => {
    const muster = begin();
    await muster.says(serves);
    muster.child.kill('SIGINT');
    muster.child.kill('SIGINT');
    expect(await muster.ended).toBe(0);
  });

  it('is refused beside a live one, in one line that names it', async () => {
    const first = begin();
    const [, url = ''] = await first.says(serves);
    await first.says(/Ctrl-C/);
    const second = begin();
    expect(await second.ended).toBe(1);
    expect(second.said.errors).toBe(
      `Muster already runs here: process ${first.pid} holds ${dataDir} and serves ${url}\n`,
    );
    await isSound(first);
    await endsWell(first);
  });

  it('lets its records be checked meanwhile, and goes on', async () => {
    const muster = begin();
    await muster.says(/Ctrl-C/);
    const check = startMuster(['check', 'data'], { MUSTER_DATA_DIR: dataDir });
    expect([await check.ended, check.said.errors]).toEqual([0, '']);
    expect(check.said.output).toMatch(/\d+ invariants, 0 of them broken/);
    await isSound(muster);
    await endsWell(muster);
  });

  it('killed outright, takes its database along, and starts again', async () => {
    const muster = begin();
    await muster.says(serves);
    const database = databasePid();
    muster.child.kill('SIGKILL');
    expect(await gone(database)).toBe(true);
    await startsAgain();
  });

  it('killed together with what watches over its database, finds the server left behind and stops it', async () => {
    const muster = begin();
    await muster.says(serves);
    const database = databasePid();
    signal(watcherOf(database), 'SIGKILL');
    muster.child.kill('SIGKILL');
    await muster.ended;
    const next = await startsAgain();
    expect(next.said.output).toContain(`A database server was left behind (process ${database})`);
    expect(await gone(database)).toBe(true);
  });

  it('ends with one line when its database is killed, and starts again', async () => {
    const muster = begin();
    await muster.says(serves);
    signal(databasePid(), 'SIGKILL');
    expect(await muster.ended).toBe(1);
    expect(muster.said.errors).toMatch(/^The database server ended \(SIGKILL\): .*\n$/);
    await startsAgain();
  });

  it('is not misled by a process that was given the number of its database', async () => {
    const muster = begin();
    await muster.says(serves);
    const database = databasePid();
    signal(watcherOf(database), 'SIGKILL');
    muster.child.kill('SIGKILL');
    signal(database, 'SIGKILL');
    await muster.ended;
    const { uid, gid } = statSync(pidFile());
    const asRoot = process.getuid?.() === 0;
    // As the user who owns the data: PostgreSQL takes no other user's process for a server of its own.
    const other = spawn('sleep', ['60'], { ...(asRoot ? { uid, gid } : {}), cwd: '/' });
    const lines = readFileSync(pidFile(), 'utf8').split('\n');
    writeFileSync(pidFile(), [other.pid, ...lines.slice(1)].join('\n'));
    if (asRoot) chownSync(pidFile(), uid, gid);
    await startsAgain();
    expect(identify(other.pid ?? 0)).toBeDefined();
    other.kill();
  });

  it('ends by itself when the npm that started it is killed', async () => {
    const muster = begin({ npm_lifecycle_event: 'start' }, 'shell');
    await muster.says(serves);
    const database = databasePid();
    muster.child.kill('SIGKILL');
    expect(await gone(database)).toBe(true);
    await muster.ended;
    expect(muster.said.output).toMatch(/Stopping\n$/);
  });

  it('says that the port is in use before it starts a database, and leaves nothing behind', async () => {
    const other = createServer();
    await new Promise<void>((resume) => other.listen(0, '127.0.0.1', resume));
    const { port } = other.address() as AddressInfo;
    const muster = begin({ PORT: String(port) });
    expect(await muster.ended).toBe(1);
    expect(muster.said.errors).toBe(
      `Port ${port} on 127.0.0.1 is in use by another process: end it, or set PORT to another\n`,
    );
    expect(muster.said.output).toBe('Starting the database\n');
    expect(() => databasePid()).toThrow('ENOENT');
    await new Promise((resume) => other.close(resume));
  });
});

describe('muster start on a database of one’s own', () => {
  const address = 'postgres://muster_app:secret@127.0.0.1:1/muster';

  it.each([
    [
      'a setting is wrong',
      { PORT: 'http' },
      /^Configuration refused: PORT is "http", expected a whole number/,
    ],
    ['there is no such level of logs', { LOG_LEVEL: 'loud' }, /^Configuration refused: LOG_LEVEL is "loud"/],
    [
      'a setting is misspelt',
      { MUSTER_TODDAY: 'x' },
      /^Configuration refused: MUSTER_TODDAY is not a variable/,
    ],
    [
      'the database is unreachable',
      { DATABASE_URL: address },
      /^The database is unreachable: .*127\.0\.0\.1:1/,
    ],
  ])('says in one line that %s', async (_title, environment, message) => {
    const muster = startMuster(['start'], environment);
    expect(await muster.ended).toBe(1);
    expect(muster.said.errors).toMatch(message);
    expect(muster.said.errors.trim().split('\n')).toHaveLength(1);
    expect(muster.said.errors).not.toContain('secret');
  });

  it('refuses the owner’s connection as the application’s, and serves the application’s', async () => {
    const database = await createDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'muster-keys-'));
    try {
      const refused = startMuster(['start'], { DATABASE_URL: database.ownerUrl, MUSTER_DATA_DIR: dataDir });
      expect(await refused.ended).toBe(1);
      expect(refused.said.errors).toMatch(/^DATABASE_URL connects as ".+", which owns \w+: .+\n$/);
      const served = startMuster(['start'], { DATABASE_URL: database.appUrl, MUSTER_DATA_DIR: dataDir });
      await served.says(serves);
      served.child.kill('SIGTERM');
      expect(await served.ended).toBe(0);
    } finally {
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

/** The shell that waits for Muster's end on behalf of a database server. */
function watcherOf(database: number): number {
  const words = `kill -INT "$0" ${database}`;
  const found = readdirSync('/proc').find(
    (name) => /^\d+$/.test(name) && commandLine(Number(name)).endsWith(words),
  );
  if (found === undefined) throw new Error(`nothing watches over process ${database}`);
  return Number(found);
}
