import type { Locale } from '../locale.js';
import { EN } from './en.js';
import { FR } from './fr.js';

/** Every text of the registry by its key; English is the table that the other languages are held to. */
export type MessageKey = keyof typeof EN;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/**
 * The languages that have a catalogue. A further one is a file like `fr.ts` and a line here; a key that it lacks, or has
 * too many, does not compile.
 */
export const CATALOGUES = { en: EN, fr: FR } as const satisfies Partial<Record<Locale, Catalogue>>;
export type TranslatedLocale = keyof typeof CATALOGUES;

/** A family of names of codes: `document`, `level`, `unitType`, …: what stands before the dot. */
export type Vocabulary = Exclude<
  MessageKey extends `${infer Family}.${string}` ? Family : never,
  'problem' | 'reason' | 'gate'
>;
