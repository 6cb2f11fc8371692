import { CATALOGUES, type MessageKey } from './catalogue/index.js';
import { isReviewed } from './reviewed.js';
import type { Locale } from './locale.js';

/** A text of the registry as its catalogue has it: a name as it is shown, a sentence as ICU pattern. */
export interface CatalogueText {
  readonly key: MessageKey;
  readonly text: string;
  readonly reviewed: boolean;
}

const KEYS = Object.keys(CATALOGUES.en) as MessageKey[];

/** The texts of a language whose keys begin in a way, in the order of the catalogue; all where nothing is said. */
export const textsOf = (locale: Locale, startingWith = ''): CatalogueText[] =>
  KEYS.filter((key) => key.startsWith(startingWith)).map((key) => ({
    key,
    text: CATALOGUES[locale][key],
    reviewed: isReviewed(locale, key),
  }));
