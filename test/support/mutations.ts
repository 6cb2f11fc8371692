import { getNamedType, isInputObjectType, type GraphQLSchema } from 'graphql';
import type { Principal } from '#platform/principal.js';
import type { Input } from './changes.js';
import { introspected, mutationDocument, rootField } from './documents.js';
import { STAFF, type ServedRegistry } from './registry.js';

export type { Input };

/** What a mutation came to: the thing that it made or changed, or the problem for which it did nothing. */
export interface Outcome {
  readonly type: string;
  readonly id: string | null;
  readonly problem: ProblemAnswer | null;
}

export interface ProblemAnswer {
  readonly type: string;
  readonly code: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly message: string;
}

/** A mutation that was meant to succeed met a problem. */
export class Refused extends Error {
  constructor(
    readonly mutation: string,
    readonly problem: ProblemAnswer,
    input: Input,
  ) {
    super(`${mutation} ${JSON.stringify(input)}: ${problem.code} ${problem.field}: ${problem.message}`);
  }
}

/** Names of the field by which an input says what it changes, the nearest first; all but these belong to a pledge. */
const OWNERS = [
  ...['improvementPlanId', 'planActionId', 'caveatId', 'findingId', 'hospitalDeficiencyId'],
  ...['visitId', 'pledgeId'],
];

/** Mutations over HTTP. It remembers the versions that its own changes lead to, so that inputs need not say them. */
export class Mutations {
  /** By the id of a pledge, a visit or a plan; 1 where nothing raised it. */
  readonly #versions = new Map<string, number>();
  /** The pledge of what was recorded of one; of an action of a plan, the plan. */
  readonly #pledges = new Map<string, string>();

  private constructor(
    readonly registry: ServedRegistry,
    readonly schema: GraphQLSchema,
  ) {}

  static async of(registry: ServedRegistry): Promise<Mutations> {
    const ask = async (query: string) => (await registry.ask(STAFF, query)).body.data;
    return new Mutations(registry, await introspected(ask));
  }

  versionOf(id: string): number {
    return this.#versions.get(id) ?? 1;
  }

  /** Says a version that was raised by other means. */
  raised(id: string): void {
    this.#versions.set(id, this.versionOf(id) + 1);
  }

  /** Does it, as staff unless told. @throws Refused */
  async do(name: string, input: Input, as: Principal = STAFF): Promise<string> {
    const { id, problem } = await this.try(name, input, as);
    if (problem !== null) throw new Refused(name, problem, input);
    return id ?? '';
  }

  /** Tries it; `expectedVersion` is added where the input takes one and does not say it. */
  async try(name: string, input: Input, as: Principal = STAFF): Promise<Outcome> {
    const whole = this.complete(name, input);
    const { body, status, text } = await this.registry.ask(as, mutationDocument(this.schema, name), {
      input: whole,
    });
    const answer = body.data?.[name] as
      Partial<ProblemAnswer & { __typename: string; id: string }> | undefined;
    if (answer === undefined || body.errors !== undefined) {
      throw new Error(`${name} ${JSON.stringify(whole)} answers ${status} ${text}`);
    }
    const { __typename: type = '', id = null } = answer;
    if (answer.code !== undefined) {
      const { code, field = null, value = null, message = '' } = answer;
      return { type, id: null, problem: { type, code, field, value, message } };
    }
    // What is only shown leaves everything as it was.
    if (!name.startsWith('preview')) this.remember(whole, id);
    return { type, id, problem: null };
  }

  /** The input as it is sent. */
  complete(name: string, input: Input): Input {
    const type = getNamedType(rootField(this.schema, name).args[0]?.type);
    if (!isInputObjectType(type) || type.getFields()['expectedVersion'] === undefined) return input;
    const owner = this.ownerIn(input);
    return { expectedVersion: owner === undefined ? 1 : this.versionOf(owner), ...input };
  }

  private ownerIn(input: Input): string | undefined {
    const field = OWNERS.find((each) => typeof input[each] === 'string');
    if (field === undefined) return undefined;
    const id = String(input[field]);
    return this.#pledges.get(id) ?? id;
  }

  private remember(input: Input, id: string | null): void {
    const owner = this.ownerIn(input);
    if (owner !== undefined && 'expectedVersion' in input) this.raised(owner);
    const of = input['pledgeId'] ?? input['improvementPlanId'];
    if (id !== null && typeof of === 'string' && id !== of) this.#pledges.set(id, of);
  }
}
