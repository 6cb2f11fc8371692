import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './folder.js';

describe('a folder of ours', () => {
  const base = mkdtempSync(join(tmpdir(), 'muster-folder-'));
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it('is made with its parents, once', () => {
    const directory = join(base, 'a', 'b', 'c');
    makeFolder(directory);
    makeFolder(directory);
    expect(statSync(directory).isDirectory()).toBe(true);
  });

  it('is refused in one line below a file, and where the system makes none', () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(join(file, 'below'))).toThrow(/cannot be written to \(ENOTDIR\)/);
    expect(() => makeFolder('/proc/muster/below')).toThrow(/cannot be written to \(\w+\): start as the user/);
  });
});
