import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';

/** A place in the arguments of a root field that takes an id, or the code of a Member State. */
export interface IdField {
  readonly rootField: string;
  /** From the argument on: `['input', 'replacement', 'measurement', 'visitId']`. */
  readonly path: readonly string[];
  readonly takes: 'ID' | 'MEMBER_STATE';
}

interface Argument {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** Names under which a Member State is meant, whatever their type. */
const MEMBER_STATES = ['iso3', 'memberState', 'memberStates'];

/** Every such place of a root field, however deep. */
export function idFieldsOf(rootField: string, args: readonly Argument[]): IdField[] {
  return args.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (MEMBER_STATES.includes(name)) return [{ rootField, path: [name], takes: 'MEMBER_STATE' as const }];
    if (named.name === 'ID') return [{ rootField, path: [name], takes: 'ID' as const }];
    if (!isInputObjectType(named)) return [];
    const inner = idFieldsOf(rootField, Object.values(named.getFields()));
    return inner.map((field) => ({ ...field, path: [name, ...field.path] }));
  });
}

/** A value with another at a place; a list there becomes one of that value alone. */
export function withAt(args: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const given = (args ?? {}) as Readonly<Record<string, unknown>>;
  const current = given[name];
  const inner = Array.isArray(current)
    ? [withAt(current[0], rest, value), ...(rest.length > 0 ? current.slice(1) : [])]
    : withAt(current, rest, value);
  return { ...given, [name]: inner };
}
