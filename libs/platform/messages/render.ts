import { IntlMessageFormat } from 'intl-messageformat';

import { parsePlainDate } from '../plain-date.js';
import { CATALOGUES, type Catalogue, type MessageKey, type Vocabulary } from './catalogue/index.js';
import { LOCALES, type Locale } from './locale.js';
import { MANNERS, replaced, type Manner } from './manners.js';

/** The vocabulary that names the value of a parameter, by the parameter's name. */
const PARAMETER_VOCABULARIES: Readonly<Record<string, readonly Vocabulary[]>> = {
  doc: ['document'],
  dimension: ['dimension'],
  criticalLine: ['equipment'],
  state: ['lifecycle'],
  from: ['lifecycle'],
  to: ['lifecycle'],
  allowed: ['lifecycle'],
  registered: ['level'],
  computed: ['level'],
  verdict: ['verdict'],
  kind: ['visitKind'],
};

/** Where the name of a parameter does not tell: the vocabularies of `value` and `limit` of one problem. */
const PROBLEM_VOCABULARIES: Readonly<Partial<Record<MessageKey, readonly Vocabulary[]>>> = {
  'problem.COMPONENT_MISSING': ['assessed'],
  'problem.CONTRADICTION': ['outcome', 'componentResult'],
  'problem.CRITICAL_LINE_MISSING': ['equipment'],
  'problem.LEVEL_NEEDS_REASON': ['level'],
  'problem.NOT_IN_LIFECYCLE_STATE': ['lifecycle'],
  'problem.NOT_OF_BASIS': ['measurementBasis'],
  'problem.OUTCOME_NOT_OF_KIND': ['outcome', 'visitKind'],
  'problem.REQUIREMENT_LINE_MISSING': ['equipment', 'selfSustainment'],
  'problem.UNIT_TYPE_NOT_ELIGIBLE': ['unitType', 'visitKind'],
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
  readonly manner: Manner;
  readonly day: Intl.DateTimeFormat;
  readonly list: Intl.ListFormat;
  /** Each sentence is compiled when it is first asked for, and kept: there are a few hundred. */
  readonly compiled: Map<MessageKey, CompiledMessage>;
}

const language = (locale: Locale): Language => {
  const manner = MANNERS[locale];
  return {
    catalogue: CATALOGUES[locale],
    manner,
    day: new Intl.DateTimeFormat(manner.tag, { dateStyle: 'long', timeZone: 'UTC' }),
    list: new Intl.ListFormat(manner.tag, { type: 'disjunction' }),
    compiled: new Map(),
  };
};

const LANGUAGES = Object.fromEntries(LOCALES.map((locale) => [locale, language(locale)])) as Readonly<
  Record<Locale, Language>
>;

const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(CATALOGUES.en, key);

const compile = (key: MessageKey, { catalogue, manner, compiled }: Language): CompiledMessage => {
  const kept = compiled.get(key);
  if (kept !== undefined) return kept;
  const format = new IntlMessageFormat(replaced(catalogue[key], manner.typesetting), manner.tag);
  const optional = format
    .getAst()
    .flatMap((element) => ('options' in element && ABSENT in element.options ? [element.value] : []));
  const message = { format, optional };
  compiled.set(key, message);
  return message;
};

/** A day written out as United Nations documents of the language do. */
const writtenDay = (day: string, { day: format, manner }: Language): string => {
  const date = new Date(`${day}T00:00:00Z`);
  const words = format
    .formatToParts(date)
    .map(({ type, value }) => (type === 'month' ? manner.months?.[date.getUTCMonth()] : undefined) ?? value);
  return replaced(words.join(''), manner.days);
};

/** The name of a code in the first vocabulary that has one; a day written out; any other text as it is. */
const word = (text: string, vocabularies: readonly Vocabulary[], spoken: Language): string => {
  const key = vocabularies.map((each) => `${each}.${text}`).find(isMessageKey);
  if (key !== undefined) return spoken.catalogue[key];
  return parsePlainDate(text) === undefined ? text : writtenDay(text, spoken);
};

/** What stands between the parts of a value that a rule puts together: codes of a list, the days of a period. */
const BETWEEN = /(, | – )/;

/** One value in words: a code by its name, a day written out, a list joined; numbers stay for the sentence to format. */
const spell = (
  value: unknown,
  vocabularies: readonly Vocabulary[],
  spoken: Language,
): string | number | undefined => {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) {
    const words = value.map((member: unknown) => String(spell(member, vocabularies, spoken) ?? ''));
    return words.length === 0 ? undefined : spoken.list.format(words);
  }
  if (typeof value !== 'string' || value === '') return undefined;
  const parts = value.split(BETWEEN);
  const words = parts.map((part) => word(part, vocabularies, spoken));
  // Between names stands the comma of the language; what a person wrote is left as it is.
  const named = (place: number) => parts[place] === ', ' && words[place - 1] !== parts[place - 1];
  return words.map((part, place) => (named(place) ? (spoken.manner.between ?? part) : part)).join('');
};

/** What a file says is repeated as it is written there, so that a person finds it. */
const asWritten = (value: unknown): string | undefined =>
  value === null || value === '' ? undefined : String(value);

/**
 * A text in words.
 *
 * @param locale one of the six official languages
 * @param key the key of the text: `reason.<CODE>`, `gate.<CODE>`, `problem.<CODE>`, `fault.<CODE>` or a name such as
 *   `level.RDL`
 * @param params machine values as they are: codes, days as `YYYY-MM-DD`, whole numbers, per cent as numbers, lists of
 *   codes. Null, an empty text and an empty list count as absent. Further properties are ignored.
 * @throws FormatError where a parameter is absent that the sentence cannot do without
 */
export function render(locale: Locale, key: MessageKey, params: object = {}): string {
  const spoken = LANGUAGES[locale];
  const { format, optional } = compile(key, spoken);
  const values: Record<string, string | number> = {
    ...UNNAMED,
    ...Object.fromEntries(optional.map((name) => [name, ABSENT])),
  };
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    const vocabularies = PROBLEM_VOCABULARIES[key] ?? PARAMETER_VOCABULARIES[name] ?? [];
    const spelled = key.startsWith('fault.') ? asWritten(value) : spell(value, vocabularies, spoken);
    if (spelled !== undefined) values[name] = spelled;
  }
  return String(format.format(values));
}

/** The name of a code in a vocabulary; the code itself where it has none (an item of equipment of an older record). */
export const term = (locale: Locale, vocabulary: Vocabulary, code: string): string =>
  word(code, [vocabulary], LANGUAGES[locale]);
