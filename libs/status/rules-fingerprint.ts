import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms whose programs make a status of records: facts, rules, roll-up, reviews due, and what is read when. */
export const ROOMS = ['../readiness', '../platform/record', '../reference', '.'];

/**
 * What tells the rules of this program from those of another version that may serve the same database, or may have
 * served it yesterday: a digest of the very files that are run. What one has kept the other does not believe.
 */
export const RULES_FINGERPRINT = fingerprint();

/** @param status the folder of this room, beside which the others lie */
export function fingerprint(status = import.meta.dirname): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const folder = join(status, room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((each) => each.endsWith('.js') && !each.endsWith('.spec.js'))) {
      hash.update(`${room}/${file}\n`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 32);
}
