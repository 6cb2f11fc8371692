/**
 * The six official languages of the United Nations, in the order in which they are always listed.
 * Every text that leaves the registry is in one of these.
 */
export const LOCALES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);
