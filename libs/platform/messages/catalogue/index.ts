import type { Locale } from '../locale.js';
import { AR } from './ar.js';
import { EN } from './en.js';
import { ES } from './es.js';
import { FR } from './fr.js';
import { RU } from './ru.js';
import { ZH } from './zh.js';

/** Every text of the registry by its key; English is the table that the other languages are held to. */
export type MessageKey = keyof typeof EN;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The texts in all six languages; a key that one lacks, or has too many, does not compile. */
export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = {
  ar: AR,
  zh: ZH,
  en: EN,
  fr: FR,
  ru: RU,
  es: ES,
};

/** What errors of the transport say that are ours. */
export type ErrorKey = Extract<MessageKey, `error.${string}`>;

/** A family of names of codes: `document`, `level`, `unitType`, …: what stands before the dot. */
export type Vocabulary = Exclude<
  MessageKey extends `${infer Family}.${string}` ? Family : never,
  'problem' | 'reason' | 'gate' | 'prevention' | 'error' | 'fault'
>;
