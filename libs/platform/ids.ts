import { V7Generator } from 'uuidv7';

/** A record's id: UUIDv7, so that ids sort in the order in which their records were made. */
export type Id = string & { readonly __brand: 'Id' };

const generator = new V7Generator();

/** A new id of an instant; within one millisecond, and when the clock is set back, ids still grow. */
export const newId = (now: Date): Id => generator.generateOrResetCore(now.getTime(), 10_000).toString() as Id;

export const isId = (text: unknown): text is Id =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
