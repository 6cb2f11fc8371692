import type { Locale } from '#platform/messages/locale.js';
import { term } from '#platform/messages/render.js';
import { MEMBER_STATES, nameKey } from './data/member-states.js';
import type { RequirementStatement } from './reference.types.js';

type Unnamed<Line extends { readonly name: string }> = Omit<Line, 'name'>;

/** A statement of requirements as the database knows it: names are the catalogue's. */
export type UnnamedStatement = Omit<RequirementStatement, 'equipment' | 'selfSustainment'> & {
  readonly equipment: readonly Unnamed<RequirementStatement['equipment'][number]>[];
  readonly selfSustainment: readonly Unnamed<RequirementStatement['selfSustainment'][number]>[];
};

/** A statement of requirements with its lines named in a language. */
export const namedStatement = (statement: UnnamedStatement, locale: Locale): RequirementStatement => ({
  ...statement,
  equipment: statement.equipment.map((line) => ({ ...line, name: term(locale, 'equipment', line.item) })),
  selfSustainment: statement.selfSustainment.map((line) => ({
    ...line,
    name: term(locale, 'selfSustainment', line.category),
  })),
});

const byCode: ReadonlyMap<string, (typeof MEMBER_STATES)[number]> = new Map(
  MEMBER_STATES.map((state) => [state.iso3, state]),
);

/** The short name of a Member State in a language; the code itself where there is no such state. */
export const memberStateName = (iso3: string, locale: Locale): string =>
  byCode.get(iso3)?.names[locale].text ?? iso3;

const searchable = MEMBER_STATES.map(({ iso3, names, aliases }) => ({
  iso3,
  keys: [...Object.values(names).map(({ text }) => text), ...aliases].map(nameKey),
}));

/** The Member States that have a text in a name of any language or in a former name. */
export function memberStatesNamed(text: string): string[] {
  const part = nameKey(text);
  if (part === '') return [];
  return searchable.filter(({ keys }) => keys.some((key) => key.includes(part))).map(({ iso3 }) => iso3);
}
