import type { Locale } from './locale.js';

/** A pattern and what stands in its place, `$1` and all. */
type Replacement = readonly [pattern: RegExp, by: string];

/** How a language is written beyond its words: what render.ts asks for instead of knowing languages. */
export interface Manner {
  /** BCP 47: how days, numbers, lists and plurals are formed. */
  readonly tag: string;
  /** The months, January first, where United Nations documents name them otherwise than the platform does. */
  readonly months?: readonly string[];
  /** What is written otherwise in a day than the platform writes it. */
  readonly days?: readonly Replacement[];
  /** What stands between two names of a list that a rule put together; a comma and a space where nothing is said. */
  readonly between?: string;
  /** What is set otherwise in a text than its catalogue writes it: the spaces at which no line may break. */
  readonly typesetting?: readonly Replacement[];
}

export const MANNERS: Readonly<Record<Locale, Manner>> = {
  /**
   * Arabic documents of the United Nations name a month twice, for the readers of the Levant and of Egypt, and have
   * been printed with the digits 0 to 9 since the late 2010s; codes, symbols of documents and days of machines have those
   * digits as well, so that a number is found by searching for it. The platform alone would take the digits of Egypt.
   */
  ar: {
    tag: 'ar-u-nu-latn',
    between: '، ',
    months: [
      'كانون الثاني/يناير',
      'شباط/فبراير',
      'آذار/مارس',
      'نيسان/أبريل',
      'أيار/مايو',
      'حزيران/يونيه',
      'تموز/يوليه',
      'آب/أغسطس',
      'أيلول/سبتمبر',
      'تشرين الأول/أكتوبر',
      'تشرين الثاني/نوفمبر',
      'كانون الأول/ديسمبر',
    ],
  },
  zh: { tag: 'zh-Hans', between: '、' },
  /** Day, month, year, as in United Nations texts. */
  en: { tag: 'en-GB' },
  /** The first of a month is counted; high punctuation and the inside of quotation marks stand off. */
  fr: {
    tag: 'fr',
    days: [[/^1 /, '1er ']],
    typesetting: [[/ (?=[:;»%])|(?<=«) /g, '\u00a0']],
  },
  /** A year is followed by the word in full; no line begins with a dash. */
  ru: {
    tag: 'ru',
    days: [[/\sг\.$/, ' года']],
    typesetting: [[/ (?=—)/g, '\u00a0']],
  },
  /** The sign of per cent stands off. */
  es: { tag: 'es', typesetting: [[/ (?=%)/g, '\u00a0']] },
};

/** A text with all replacements made, in their order. */
export const replaced = (text: string, replacements: readonly Replacement[] = []): string =>
  replacements.reduce((before, [pattern, by]) => before.replace(pattern, by), text);
