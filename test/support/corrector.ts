import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import { replacementField } from '#status/kinds.js';
import { versionsIn, type DemonstrationFact } from './demonstration-facts.js';
import type { Input, Mutations } from './mutations.js';
import { STAFF } from './registry.js';

/** What a correction says that it changes. */
export interface Effect {
  readonly pledges: readonly {
    readonly periods: readonly {
      readonly before: { readonly status: string } | null;
      readonly after: { readonly status: string } | null;
    }[];
  }[];
}

const CORRECT = `mutation ($input: CorrectInput!) { correct(input: $input) {
  ... on Correction { effect { pledges { periods { before { status } after { status } } } } }
  ... on Problem { code field } } }`;

/** Corrects facts of a registry over HTTP, as staff. */
export class Corrector {
  private constructor(
    private readonly mutations: Mutations,
    private readonly versions: Map<string, number>,
  ) {}

  static async of(mutations: Mutations): Promise<Corrector> {
    return new Corrector(mutations, await versionsIn(mutations.registry.ownerUrl));
  }

  /**
   * Records a fact anew, or voids it where there is no content.
   * @returns what it changed, or null where it was refused
   */
  async correct({ id, owner, kind }: DemonstrationFact, content: Input | null): Promise<Effect | null> {
    const version = this.versions.get(owner ?? '');
    const replacement = content && { [replacementField(kind)]: content };
    const input = { kind, id, reason: 'It was recorded wrongly', expectedVersion: version, replacement };
    const { body, text } = await this.mutations.registry.ask(STAFF, CORRECT, { input });
    if (body.errors) throw new Error(text);
    const { effect } = body.data?.['correct'] as { effect?: Effect };
    if (effect === undefined) return null;
    if (owner !== null && version !== undefined) this.versions.set(owner, version + 1);
    return effect;
  }

  /** Of what is known of a fact, that which a correction of its kind may say. */
  contentOf(kind: string, known: Input): Input {
    const replacement = this.mutations.schema.getType('ReplacementInput');
    const fields = isInputObjectType(replacement) ? replacement.getFields() : {};
    const type = getNamedType(fields[replacementField(kind)]?.type);
    if (!isInputObjectType(type)) throw new Error(`${kind} is not replaced`);
    return sayable(type, known) as Input;
  }
}

/** A value without the fields that its input type does not have. */
function sayable(type: GraphQLInputType, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sayable(type, item));
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return value;
  const fields = named.getFields();
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
      const field = fields[name];
      return field === undefined ? [] : [[name, sayable(field.type, inner)]];
    }),
  );
}
