import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fingerprint, ROOMS, RULES_FINGERPRINT } from './rules-fingerprint.js';

const LIBS = resolve(import.meta.dirname, '..');
/** What makes of records the statuses that are kept. */
const MAKERS = ['status-of-pledges', 'member-state', 'kept-member-states', 'parameter-sets'];

/** A program and all that it imports, by their paths within `libs`. */
function* importedBy(path: string, seen: Set<string>): Generator<string> {
  if (seen.has(path)) return;
  seen.add(path);
  yield relative(LIBS, path);
  for (const [, where = ''] of readFileSync(path, 'utf8').matchAll(
    /^(?:import|export) .*'([.#][^']+)';$/gm,
  )) {
    const next = where.startsWith('#') ? join(LIBS, where.slice(1)) : resolve(path, '..', where);
    yield* importedBy(next, seen);
  }
}

describe('the fingerprint of the rules', () => {
  it('is of every room whose programs make a status, the platform’s common ones aside', () => {
    const seen = new Set<string>();
    const programs = MAKERS.flatMap((name) => [...importedBy(join(import.meta.dirname, `${name}.js`), seen)]);
    const digested = ROOMS.map((room) => relative(LIBS, join(import.meta.dirname, room)));
    const others = programs.filter((path) => !digested.some((room) => path.startsWith(`${room}/`)));
    expect(programs.length).toBeGreaterThan(50);
    expect(others.filter((path) => !path.startsWith('platform/'))).toEqual([]);
  });

  it('is another where any of them is, and the same where a test is', () => {
    const status = join(mkdtempSync(join(tmpdir(), 'muster-rules-')), 'status');
    try {
      for (const room of ROOMS) mkdirSync(join(status, room), { recursive: true });
      const found = [fingerprint(status)];
      for (const room of ROOMS) {
        writeFileSync(join(status, room, 'rule.js'), 'export const rule = 1;');
        found.push(fingerprint(status));
        writeFileSync(join(status, room, 'rule.js'), 'export const rule = 2;');
        found.push(fingerprint(status));
        writeFileSync(join(status, room, 'rule.spec.js'), 'it');
        expect(fingerprint(status)).toBe(found.at(-1));
      }
      expect(new Set(found).size).toBe(found.length);
    } finally {
      rmSync(resolve(status, '..'), { recursive: true });
    }
  });

  it('is that of this very program', () => {
    expect(RULES_FINGERPRINT).toBe(fingerprint());
    expect(RULES_FINGERPRINT).toMatch(/^[0-9a-f]{32}$/);
  });
});
