import countries from 'i18n-iso-countries';

import { LOCALES, type Locale } from '#platform/messages/locale.js';

import { NAME_CORRECTIONS, UNVERIFIED_NAMES } from './member-state-names.js';
import {
  GROUP_MEMBERS,
  REGIONAL_GROUPS,
  type MemberStateCode,
  type RegionalGroup,
} from './regional-groups.js';

/**
 * Former names and spellings found in print, beside the names themselves. Accents, case, spaces, apostrophes and
 * other punctuation do not matter, so «Turkiye» and «Cote d Ivoire» need no entry. Sources: the monthly reports of
 * contributors since 1990, ISO 3166 (inverted names) and former names of the same Member State.
 */
const ALIASES: Readonly<Partial<Record<MemberStateCode, readonly string[]>>> = {
  BLR: ['Byelorussia'],
  BOL: ['Bolivia', 'Plurinational State of Bolivia'],
  BRN: ['Brunei'],
  CIV: ['Ivory Coast'],
  COD: [
    'DR Congo',
    'DRC',
    'Congo, Democratic Republic of the',
    'Congo (Democratic Republic of the)',
    'Zaire',
  ],
  COG: ['Republic of the Congo', 'Congo, Republic of the', 'Congo-Brazzaville'],
  CPV: ['Cape Verde'],
  CZE: ['Czech Republic'],
  FSM: ['Micronesia', 'Federated States of Micronesia', 'Micronesia, Federated States of'],
  GBR: ['United Kingdom', 'UK', 'Great Britain', 'United Kingdom of Great Britain & Northern Ireland'],
  GMB: ['The Gambia', 'Gambia (Republic of The)', 'Republic of The Gambia'],
  IRN: ['Iran', 'Islamic Republic of Iran', 'Iran, Islamic Republic of'],
  KGZ: ['Kyrgyz Republic'],
  KNA: ['St. Kitts and Nevis'],
  KOR: ['Korea, Republic of', 'South Korea', 'ROK'],
  LAO: ['Laos', 'Lao PDR'],
  LBY: ['Libyan Arab Jamahiriya'],
  LCA: ['St. Lucia'],
  MDA: ['Moldova', 'Moldova, Republic of'],
  MKD: [
    'The former Yugoslav Republic of Macedonia',
    'Former Yugoslav Republic of Macedonia',
    'FYROM',
    'Macedonia',
    'Republic of North Macedonia',
  ],
  MMR: ['Burma'],
  NLD: ['Netherlands', 'The Netherlands', 'Kingdom of the Netherlands'],
  PRK: ["Korea, Democratic People's Republic of", 'North Korea', 'DPRK', 'DPR Korea'],
  RUS: ['Russia'],
  SVK: ['Slovak Republic'],
  SWZ: ['Swaziland'],
  SYR: ['Syria'],
  TLS: ['East Timor'],
  TUR: ['Turkey'],
  TZA: ['Tanzania', 'Tanzania, United Republic of'],
  USA: ['United States', 'US'],
  VCT: ['St. Vincent and the Grenadines'],
  VEN: ['Venezuela', 'Venezuela, Bolivarian Republic of'],
  VNM: ['Vietnam'],
};

/** `sourced`: the text agrees with United Nations usage as far as it was checked (see `member-state-names.ts`). */
export interface MemberStateName {
  readonly text: string;
  readonly sourced: boolean;
}

export interface MemberStateRow {
  /** ISO 3166-1 alpha-3. */
  readonly iso3: MemberStateCode;
  /** M49 code of the United Nations Statistics Division, three digits as text: «004». Equal to ISO 3166-1 numeric. */
  readonly m49: string;
  readonly group: RegionalGroup;
  /** United Nations short names, without article. */
  readonly names: Readonly<Record<Locale, MemberStateName>>;
  readonly aliases: readonly string[];
  /** 1 to 193: the place of the English name in English collation, whatever the locale of the database. */
  readonly nameRank: number;
}

const nameOf = (iso3: MemberStateCode, locale: Locale): MemberStateName => {
  const text = NAME_CORRECTIONS[locale][iso3] ?? countries.getName(iso3, locale);
  if (text === undefined) throw new Error(`No name of ${iso3} in ${locale}`);
  return { text, sourced: !(UNVERIFIED_NAMES[locale] ?? []).includes(iso3) };
};

const byEnglishName = new Intl.Collator('en');

/** The 193 Member States, in the order of their English names. Built once, at load. */
export const MEMBER_STATES: readonly MemberStateRow[] = REGIONAL_GROUPS.flatMap((group) =>
  GROUP_MEMBERS[group].map((iso3) => ({
    iso3,
    m49: countries.alpha3ToNumeric(iso3) ?? '',
    group,
    names: Object.fromEntries(LOCALES.map((locale) => [locale, nameOf(iso3, locale)])) as Record<
      Locale,
      MemberStateName
    >,
    aliases: ALIASES[iso3] ?? [],
  })),
)
  .sort((left, right) => byEnglishName.compare(left.names.en.text, right.names.en.text))
  .map((row, index) => ({ ...row, nameRank: index + 1 }));

/**
 * The form in which names are compared: letters and digits only, without accents and case. «Côte d’Ivoire», «Cote d
 * Ivoire» and «COTE DIVOIRE» are one.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const byNameKey: ReadonlyMap<string, MemberStateCode> = new Map(
  MEMBER_STATES.flatMap(({ iso3, names, aliases }) =>
    [iso3, ...LOCALES.map((locale) => names[locale].text), ...aliases].map(
      (name) => [nameKey(name), iso3] as const,
    ),
  ),
);

/**
 * The Member State that a code, a name in any official language, a former name or a printed spelling stands for;
 * `undefined` if none does.
 */
export const resolveMemberState = (name: string): MemberStateCode | undefined => byNameKey.get(nameKey(name));

export const isMemberStateCode = (value: string): value is MemberStateCode =>
  MEMBER_STATES.some(({ iso3 }) => iso3 === value);
