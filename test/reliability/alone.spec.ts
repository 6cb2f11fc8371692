import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const script = resolve(import.meta.dirname, '../../../scripts/alone.mjs');

/** Takes the file for some milliseconds, writing down when it begins and ends; killed, it never says that it ends. */
const worker = (file: string, log: string, milliseconds: number) => `
  const { appendFileSync } = await import('node:fs');
  const { take } = await import(${JSON.stringify(script)});
  const release = await take(${JSON.stringify(file)}, (pid) => console.log('waits for', pid));
  appendFileSync(${JSON.stringify(log)}, 'begins ' + process.pid + '\\n');
  await new Promise((resume) => setTimeout(resume, ${milliseconds}));
  appendFileSync(${JSON.stringify(log)}, 'ends ' + process.pid + '\\n');
  release();`;

describe('the preparation of a working copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-alone-'));
  const [file, log] = [join(folder, 'lock'), join(folder, 'log')];
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const begin = (milliseconds: number) => {
    const child = spawn(process.execPath, [
      ...['--input-type=module', '-e', worker(file, log, milliseconds)],
    ]);
    return { child, said: text(child.stdout) };
  };
  const lines = () => readFileSync(log, 'utf8').trim().split('\n');

  it('is done by one process at a time, and a killed one holds up nobody', async () => {
    const killed = begin(60_000);
    while (!readdirSync(folder).includes('log')) await new Promise((resume) => setTimeout(resume, 20));
    const workers = [100, 100, 100].map(begin);
    await Promise.race(
      workers.map(({ child }) => new Promise((resume) => child.stdout.once('data', resume))),
    );
    killed.child.kill('SIGKILL');
    const said = await Promise.all(workers.map((each) => each.said));
    const pids = workers.map(({ child }) => String(child.pid));
    const [first, ...rest] = lines();
    expect(first).toBe(`begins ${killed.child.pid}`);
    expect(rest.map((line) => line.split(' ')[0])).toEqual(pids.flatMap(() => ['begins', 'ends']));
    expect(
      rest
        .map((line) => line.split(' ')[1])
        .filter((_pid, index) => index % 2 === 0)
        .sort(),
    ).toEqual(pids.sort());
    for (let at = 0; at < rest.length; at += 2) expect(rest[at]?.slice(7)).toBe(rest[at + 1]?.slice(5));
    expect(said.join('')).toContain(`waits for ${killed.child.pid}`);
    expect(readdirSync(folder)).toEqual(['log']);
  }, 60_000);
});
