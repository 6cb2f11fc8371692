import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';

/** What asks for a schema: a query, and the data that it is answered with. */
type Introspect = (query: string) => Promise<unknown>;

/** The schema as a server shows it to anybody who asks. */
export async function introspected(introspect: Introspect): Promise<GraphQLSchema> {
  return buildClientSchema((await introspect(getIntrospectionQuery())) as IntrospectionQuery);
}

/** The root fields of a schema, by name. */
export const rootFields = (schema: GraphQLSchema, of: 'query' | 'mutation') =>
  Object.values(
    (of === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {},
  ) as readonly GraphQLField<unknown, unknown>[];

/** The root field of that name. */
export function rootField(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown> {
  const field = [...rootFields(schema, 'mutation'), ...rootFields(schema, 'query')].find(
    (each) => each.name === name,
  );
  if (field === undefined) throw new Error(`${name} is no field of the schema`);
  return field;
}

/** The types that a field may answer with: one, or those of its union. */
export function answersOf(field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return type.getTypes();
  return isObjectType(type) ? [type] : [];
}

export const isProblem = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some(({ name }) => name === 'Problem');

/** The mutation of that name as a document with the variable `$input`: the thing's id, or the problem. */
export function mutationDocument(schema: GraphQLSchema, name: string): string {
  const field = rootField(schema, name);
  const [input] = field.args;
  if (input?.name !== 'input') throw new Error(`${name} takes no input`);
  const things = answersOf(field)
    .filter((type) => !isProblem(type))
    .map((type) => `... on ${type.name} { ${type.getFields()['id'] ? 'id' : '__typename'} }`);
  return `mutation ($input: ${String(input.type)}) { ${name}(input: $input) {
    __typename ${things.join(' ')} ... on Problem { code message field value } } }`;
}

/** How deep a selection goes, and the names of fields that it leaves out. */
interface Extent {
  readonly depth?: number;
  readonly without?: readonly string[];
}

/**
 * Everything that a type shows, as a selection: all fields that need no argument, down to a depth.
 * @param path the types on the way here; none is entered twice
 */
export function everythingOf(
  type: unknown,
  { depth = 6, without = [] }: Extent = {},
  path: readonly string[] = [],
): string {
  const named = getNamedType(type as GraphQLObjectType);
  if (isUnionType(named)) {
    const parts = named
      .getTypes()
      .map((each) => `... on ${each.name} ${everythingOf(each, { depth, without }, path)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  if (depth === 0 || path.includes(named.name)) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter(({ name, args }) => !without.includes(name) && !args.some(isRequiredArgument))
    .map((field) => {
      const inner = { depth: depth - 1, without };
      return `${field.name} ${everythingOf(field.type, inner, [...path, named.name])}`;
    });
  return `{ ${fields.join(' ')} }`;
}
