import { getNamedType, Kind, parse, print, type GraphQLSchema } from 'graphql';
import { rootField } from './documents.js';
import { storedOperation } from './operations.js';
import { STAFF, type TestRegistry } from './registry.js';

/** The two times at which everything is asked; `knownOn` left out is now. */
export interface Asked {
  readonly asOf: string;
  readonly knownOn?: string;
}

/** How many things of a kind one document asks for. */
const AT_ONCE = 40;

/** A stored operation of one thing, asked of many: its root field again and again, under other names. */
function manyTimes(schema: GraphQLSchema, name: string, argument: string, ids: readonly string[]): string {
  const { definitions } = parse(storedOperation(name));
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [field] = operation?.selectionSet.selections ?? [];
  if (operation === undefined || field?.kind !== Kind.FIELD || field.selectionSet === undefined) {
    throw new Error(`${name} has no root field`);
  }
  const { value: root } = field.name;
  const variables = (operation.variableDefinitions ?? []).filter(
    ({ variable }) => variable.name.value !== argument,
  );
  const others = (field.arguments ?? []).filter((each) => each.name.value !== argument);
  const asked = ids.map((id, place) => {
    const given = [`${argument}: "${id}"`, ...others.map(print)].join(', ');
    return `n${place}: ${root}(${given}) { ...all }`;
  });
  return [
    `query (${variables.map(print).join(', ')}) { ${asked.join('\n')} }`,
    `fragment all on ${getNamedType(rootField(schema, root).type).toString()} ${print(field.selectionSet)}`,
    ...definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map(print),
  ].join('\n');
}

/** Answers by question and what was asked of: the texts in which they came. */
export type Answers = ReadonlyMap<string, string>;

/** Asks the stored operations of whole registries; the pages of a list are asked one after the other. */
export class WholeState {
  constructor(
    private readonly registry: TestRegistry,
    private readonly schema: GraphQLSchema,
  ) {}

  async each(name: string, argument: string, ids: readonly string[], asked: Asked): Promise<Answers> {
    const answers = new Map<string, string>();
    for (let place = 0; place < ids.length; place += AT_ONCE) {
      const some = ids.slice(place, place + AT_ONCE);
      const data = await this.data(manyTimes(this.schema, name, argument, some), { ...asked, first: 200 });
      some.forEach((id, at) => answers.set(`${name} ${id}`, JSON.stringify(data[`n${at}`])));
    }
    return answers;
  }

  async list(name: string, asked: Asked): Promise<Answers> {
    const answers = new Map<string, string>();
    let after: string | null = null;
    for (let page = 1; page === 1 || after !== null; page += 1) {
      const data = await this.data(storedOperation(name), { ...asked, first: 200, after });
      answers.set(`${name} ${page}`, JSON.stringify(data));
      const [connection] = Object.values(data) as {
        pageInfo?: { hasNextPage: boolean; endCursor: string };
      }[];
      after = connection?.pageInfo?.hasNextPage ? connection.pageInfo.endCursor : null;
    }
    return answers;
  }

  private async data(document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { body, text } = await this.registry.ask(STAFF, document, variables);
    if (body.errors !== undefined || !body.data) throw new Error(text.slice(0, 500));
    return body.data;
  }
}

/** The trace of a correction: when and by whom something was recorded, and how often its owner was changed. */
const TRACE = ['recordedAt', 'recordedRole', 'version', 'knownOn', 'totalCount', 'endCursor'];
/** What a decider was shown, and said to it, is part of what was known when the level was decided. */
const SHOWN = ['computedLevel', 'evidence', 'parameterSet', 'reason'];

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly voided: object | null;
  readonly content: readonly { readonly name: string }[];
}

/** An answer without the trace of corrections; of a timeline what stands, each kind in the order of its ids. */
export function withoutTrace(answer: string): unknown {
  return JSON.parse(answer, (name, value: unknown) => {
    if (TRACE.includes(name)) return undefined;
    if (name !== 'timeline') return value;
    return (value as { nodes: Entry[] }).nodes
      .filter(({ voided }) => voided === null)
      .map((entry) => ({
        ...entry,
        content: entry.content.filter(
          ({ name: said }) => entry.kind !== 'LEVEL_DECISION' || !SHOWN.includes(said),
        ),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  });
}
