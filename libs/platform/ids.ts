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
