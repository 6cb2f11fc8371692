/**
 * Languages that a unit may be pledged to work in, by ISO 639-1 code, where there is none by ISO 639-3: the six official
 * languages of the United Nations first, then those of contributing countries and of the people of missions. The list
 * itself is general knowledge of force generation. Names are in the message catalogue under `language.<code>`.
 */
export const OFFICIAL_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;

const OTHER_LANGUAGES = [
  ...['am', 'bm', 'bn', 'bs', 'bg', 'hr', 'cs', 'da', 'din', 'nl', 'et', 'fi', 'ff', 'ka', 'de', 'el'],
  ...['ha', 'he', 'hi', 'ht', 'hu', 'hy', 'id', 'it', 'ja', 'kk', 'km', 'ko', 'lv', 'ln', 'lt', 'mg'],
  ...['mk', 'mn', 'ms', 'ne', 'no', 'nus', 'fa', 'pl', 'ps', 'pt', 'rn', 'ro', 'rw', 'sg', 'si', 'sk'],
  ...['sl', 'so', 'sq', 'sr', 'sv', 'sw', 'ta', 'tet', 'th', 'ti', 'tr', 'uk', 'ur', 'vi', 'wo'],
] as const;

export const LANGUAGE_CODES = [...OFFICIAL_LANGUAGES, ...OTHER_LANGUAGES] as const;
