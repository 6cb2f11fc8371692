import { V7Generator } from 'uuidv7';

/** A record's id: UUIDv7, so that ids sort in the order in which their records were made. */
export type Id = string & { readonly __brand: 'Id' };

/** Makes ids of an instant; within one millisecond, and when the clock is set back, they still grow. */
export type IdMaker = (now: Date) => Id;

/** @param random where the bits that no clock gives come from: the system, unless the same ids must come again */
export function idMaker(random?: { nextUint32(): number }): IdMaker {
  const generator = new V7Generator(random);
  return (now) => generator.generateOrResetCore(now.getTime(), 10_000).toString() as Id;
}

export const newId = idMaker();

export const isId = (text: unknown): text is Id =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * An id that sorts before another and after all others that do, for what was left out and has to stand between.
 * @param taken ids that are in use; those after `next` do not matter
 */
export function idBefore(next: Id, taken: readonly Id[]): Id {
  const upper = freeBits(next);
  const lower = taken.map(freeBits).reduce((most, bits) => (bits < upper && bits > most ? bits : most), 0n);
  if (upper - lower < 2n) throw new RangeError(`there is no id before ${next}`);
  return idOf((lower + upper) / 2n);
}

// A UUIDv7 is 48 bits of time, 4 of version, 12 random ones, 2 of variant and 62 random ones (RFC 9562).
const freeBits = (id: Id): bigint => {
  const bits = BigInt(`0x${id.replaceAll('-', '')}`);
  const [time, some, rest] = [bits >> 80n, (bits >> 64n) & 0xfffn, bits & ((1n << 62n) - 1n)];
  return (time << 74n) | (some << 62n) | rest;
};

function idOf(free: bigint): Id {
  const [time, some, rest] = [free >> 74n, (free >> 62n) & 0xfffn, free & ((1n << 62n) - 1n)];
  const bits = (time << 80n) | (7n << 76n) | (some << 64n) | (2n << 62n) | rest;
  const hex = bits.toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Id;
}
