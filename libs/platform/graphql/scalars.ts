import { registerEnumType } from '@nestjs/graphql';
import { GraphQLScalarType, Kind } from 'graphql';
import { LOCALES, type Locale } from '../messages/locale.js';
import { parsePlainDate, plainDate, type PlainDate } from '../plain-date.js';
import { ToldError } from './told-error.js';

const dayFrom = (value: unknown): PlainDate => {
  const day = parsePlainDate(value);
  if (day !== undefined) return day;
  throw new ToldError('error.NOT_A_DAY', { value: String(value) });
};

/** A UTC calendar date without a time, `YYYY-MM-DD`. */
export const PlainDateScalar = new GraphQLScalarType<PlainDate, string>({
  name: 'PlainDate',
  description: 'A UTC calendar date without a time, `YYYY-MM-DD`.',
  serialize: (value) => plainDate(String(value)),
  parseValue: dayFrom,
  parseLiteral: (node) => dayFrom(node.kind === Kind.STRING ? node.value : node.kind),
});

export const LocaleEnum = Object.fromEntries(LOCALES.map((locale) => [locale, locale])) as {
  [Each in Locale]: Each;
};
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description:
    'One of the six official languages of the United Nations: that of every text of an answer. Where an operation names none, the header `accept-language` tells, else it is English.',
});
