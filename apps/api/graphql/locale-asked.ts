import {
  getVariableValues,
  isInputType,
  Kind,
  valueFromAST,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ToldError } from '#platform/graphql/told-error.js';
import { rootSelections } from './root-selections.js';

const NAME = 'locale';

/** Every root field takes a language, so that a question can be asked in one where nobody sets a header. */
export function takeLocale(schema: GraphQLSchema): GraphQLSchema {
  const type = schema.getType('Locale');
  if (!isInputType(type)) throw new Error('the schema has no type Locale');
  const argument: GraphQLArgument = {
    name: NAME,
    // Said of the type, once, instead of at every root field.
    description: undefined,
    type,
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      field.args = [...field.args, argument].sort((left, right) => (left.name < right.name ? -1 : 1));
    }
  }
  return schema;
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** None where the request names one that the document does not hold. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The language that an operation asks for by argument; undefined where it asks for none.
 * @throws ToldError where its root fields ask for different ones: an operation is answered in one language
 */
export function localeAsked({ schema, document, operation, variables }: Asked): string | undefined {
  if (operation === undefined) return undefined;
  const type = schema.getType('Locale');
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const nodes = rootSelections(operation.selectionSet, (name) =>
    fragments.find((fragment) => fragment.name.value === name),
  ).flatMap((field) => field.arguments?.filter(({ name }) => name.value === NAME) ?? []);
  if (nodes.length === 0 || !isInputType(type)) return undefined;
  // Variables that are not as declared are told of by the execution.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  const asked = new Set(nodes.map(({ value }) => valueFromAST(value, type, coerced)).filter(Boolean));
  if (asked.size > 1)
    throw new ToldError(
      'error.ONE_LANGUAGE',
      {},
      { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
    );
  return [...asked][0] as string | undefined;
}
