import type { MessageKey } from './catalogue/index.js';
import type { Locale } from './locale.js';

/**
 * The texts that a person has read who speaks the language as a mother tongue and knows the field: a reviewer adds the
 * keys here, and who changes a text afterwards takes its key out. Every other text is answered with `reviewed: false`.
 */
const REVIEWED: Readonly<Record<Locale, readonly MessageKey[]>> = {
  ar: [],
  zh: [],
  en: [],
  fr: [],
  ru: [],
  es: [],
};

/** Whether a person has reviewed a text in a language. */
export const isReviewed = (locale: Locale, key: MessageKey): boolean => REVIEWED[locale].includes(key);
