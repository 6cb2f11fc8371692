import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parsePlainDate, plainDate, type PlainDate } from '../plain-date.js';

const dayFrom = (value: unknown): PlainDate => {
  const day = parsePlainDate(value);
  if (day !== undefined) return day;
  throw new GraphQLError(
    `A day is written YYYY-MM-DD and stands in the calendar of the years 1900 to 2199; this does not: ${String(value)}`,
  );
};

/** A UTC calendar date without a time, `YYYY-MM-DD`. */
export const PlainDateScalar = new GraphQLScalarType<PlainDate, string>({
  name: 'PlainDate',
  description: 'A UTC calendar date without a time, `YYYY-MM-DD`.',
  serialize: (value) => plainDate(String(value)),
  parseValue: dayFrom,
  parseLiteral: (node) => dayFrom(node.kind === Kind.STRING ? node.value : node.kind),
});
