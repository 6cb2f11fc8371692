import { IntlMessageFormat } from 'intl-messageformat';

import { parsePlainDate } from '../plain-date.js';
import {
  CATALOGUES,
  type Catalogue,
  type MessageKey,
  type TranslatedLocale,
  type Vocabulary,
} from './catalogue/index.js';
import type { Locale } from './locale.js';

/** How days and numbers are written; English follows the day-month-year of United Nations texts. */
const FORMAT_TAGS = { en: 'en-GB', fr: 'fr' } as const satisfies Record<TranslatedLocale, string>;

/** The vocabulary that names the value of a parameter, by the parameter's name. */
const PARAMETER_VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  doc: 'document',
  dimension: 'dimension',
  criticalLine: 'equipment',
  state: 'lifecycle',
  from: 'lifecycle',
  to: 'lifecycle',
  allowed: 'lifecycle',
  registered: 'level',
  computed: 'level',
  verdict: 'verdict',
  kind: 'visitKind',
};

/** Where the name of a parameter does not tell: the vocabulary of `value` and `limit` of one problem. */
const PROBLEM_VOCABULARIES: Readonly<Partial<Record<MessageKey, Vocabulary>>> = {
  'problem.LEVEL_NEEDS_REASON': 'level',
  'problem.NOT_IN_LIFECYCLE_STATE': 'lifecycle',
  'problem.OUTCOME_NOT_OF_KIND': 'outcome',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': 'unitType',
};

/** What the value of a parameter that a sentence may do without is called when it is absent (`{name, select, none …}`). */
const ABSENT = 'none';

/** What stands for the field or the value where a problem names none: a refusal must never fail for want of a word. */
const UNNAMED = { field: '—', value: '—' } as const;

interface CompiledMessage {
  readonly format: IntlMessageFormat;
  /** Parameters that the sentence may do without. */
  readonly optional: readonly string[];
}

interface Language {
  readonly catalogue: Catalogue;
  readonly tag: string;
  readonly day: Intl.DateTimeFormat;
  readonly list: Intl.ListFormat;
  /** Each sentence is compiled when it is first asked for, and kept: there are a few hundred. */
  readonly compiled: Map<MessageKey, CompiledMessage>;
}

const language = (locale: TranslatedLocale): Language => ({
  catalogue: CATALOGUES[locale],
  tag: FORMAT_TAGS[locale],
  day: new Intl.DateTimeFormat(FORMAT_TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' }),
  list: new Intl.ListFormat(FORMAT_TAGS[locale], { type: 'disjunction' }),
  compiled: new Map(),
});

const LANGUAGES: Readonly<Record<TranslatedLocale, Language>> = { en: language('en'), fr: language('fr') };

/** The language in which a locale is answered: its own, or English while it has no catalogue. */
export const translatedLocale = (locale: Locale): TranslatedLocale =>
  locale in CATALOGUES ? (locale as TranslatedLocale) : 'en';

const isMessageKey = (catalogue: Catalogue, key: string): key is MessageKey => Object.hasOwn(catalogue, key);

/** French sets a no-break space before high punctuation and inside its quotation marks. */
const typeset = (pattern: string, { tag }: Language): string =>
  tag === 'fr' ? pattern.replace(/ (?=[:;»%])|(?<=«) /g, '\u00a0') : pattern;

const compile = (key: MessageKey, spoken: Language): CompiledMessage => {
  const kept = spoken.compiled.get(key);
  if (kept !== undefined) return kept;
  const format = new IntlMessageFormat(typeset(spoken.catalogue[key], spoken), spoken.tag);
  const optional = format
    .getAst()
    .flatMap((element) => ('options' in element && ABSENT in element.options ? [element.value] : []));
  const compiled = { format, optional };
  spoken.compiled.set(key, compiled);
  return compiled;
};

/** A day written out; French counts the first of a month as such. */
const writtenDay = (day: string, spoken: Language): string => {
  const words = spoken.day.format(new Date(`${day}T00:00:00Z`));
  return spoken.tag === 'fr' ? words.replace(/^1 /, '1er ') : words;
};

/** One value in words: a code by its name, a day written out, a list joined; numbers stay for the sentence to format. */
const spell = (
  value: unknown,
  vocabulary: Vocabulary | undefined,
  spoken: Language,
): string | number | undefined => {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) {
    const words = value.map((member: unknown) => String(spell(member, vocabulary, spoken) ?? ''));
    return words.length === 0 ? undefined : spoken.list.format(words);
  }
  if (typeof value !== 'string' || value === '') return undefined;
  const key = `${String(vocabulary)}.${value}`;
  if (isMessageKey(spoken.catalogue, key)) return spoken.catalogue[key];
  return parsePlainDate(value) === undefined ? value : writtenDay(value, spoken);
};

/**
 * A text in words.
 *
 * @param locale one of the six official languages; without a catalogue of its own it is answered in English
 *   (`translatedLocale` says in which)
 * @param key the key of the text: `reason.<CODE>`, `gate.<CODE>`, `problem.<CODE>` or a name such as `level.RDL`
 * @param params machine values as they are: codes, days as `YYYY-MM-DD`, whole numbers, per cent as numbers, lists of
 *   codes. Null, an empty text and an empty list count as absent. Further properties are ignored.
 * @throws FormatError where a parameter is absent that the sentence cannot do without
 */
export function render(locale: Locale, key: MessageKey, params: object = {}): string {
  const spoken = LANGUAGES[translatedLocale(locale)];
  const { format, optional } = compile(key, spoken);
  const values: Record<string, string | number> = {
    ...UNNAMED,
    ...Object.fromEntries(optional.map((name) => [name, ABSENT])),
  };
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    const spelled = spell(value, PROBLEM_VOCABULARIES[key] ?? PARAMETER_VOCABULARIES[name], spoken);
    if (spelled !== undefined) values[name] = spelled;
  }
  return String(format.format(values));
}

/** The name of a code in a vocabulary; the code itself where it has none (an item of equipment of an older record). */
export function term(locale: Locale, vocabulary: Vocabulary, code: string): string {
  return String(spell(code, vocabulary, LANGUAGES[translatedLocale(locale)]) ?? code);
}
