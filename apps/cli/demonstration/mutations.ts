import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mayUse } from '#access/permissions.js';
import { AssessmentsModule } from '#assessments/assessments.module.js';
import { EvidenceResolver } from '#assessments/evidence.resolver.js';
import { FindingsResolver } from '#assessments/findings.resolver.js';
import { VisitsResolver } from '#assessments/visits.resolver.js';
import { PerformanceModule } from '#performance/performance.module.js';
import { PerformanceResolver } from '#performance/performance.resolver.js';
import { inputValidation } from '#platform/graphql/validation.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { PledgeFactsResolver } from '#pledges/pledge-facts.resolver.js';
import { PledgesModule } from '#pledges/pledges.module.js';
import { PledgesResolver } from '#pledges/pledges.resolver.js';
import { CorrectionResolver } from '#status/correction.resolver.js';
import { LevelDecisionResolver } from '#status/level-decision.resolver.js';
import { StatusModule } from '#status/status.module.js';

const RESOLVERS: readonly Type<object>[] = [
  PledgesResolver,
  PledgeFactsResolver,
  VisitsResolver,
  FindingsResolver,
  EvidenceResolver,
  PerformanceResolver,
  LevelDecisionResolver,
  CorrectionResolver,
];

@Module({ imports: [PledgesModule, AssessmentsModule, PerformanceModule, StatusModule] })
class RecordingModule {}

type Methods<Resolver> = Pick<Resolver, keyof Resolver>;
type RootFields = Methods<PledgesResolver> &
  Methods<PledgeFactsResolver> &
  Methods<VisitsResolver> &
  Methods<FindingsResolver> &
  Methods<EvidenceResolver> &
  Methods<PerformanceResolver> &
  Methods<LevelDecisionResolver> &
  Methods<CorrectionResolver>;

export type MutationName = keyof RootFields;
export type InputOf<Name extends MutationName> = Parameters<RootFields[Name]>[1];
export type ResultOf<Name extends MutationName> = Awaited<ReturnType<RootFields[Name]>>;

type RootField = (context: OperationContext, input: object) => Promise<object>;

/**
 * The mutations of the API without their transport: the same permissions, the same validation of what is said, the same
 * services. A demonstration is recorded through them, so that it cannot hold what people could not have recorded.
 */
export class Mutations {
  private constructor(
    private readonly fields: ReadonlyMap<string, { call: RootField; input: Type<object> }>,
  ) {}

  /** The contexts' resolvers, wired as the server wires them; they hold nothing that would have to be closed. */
  static async wired(): Promise<Mutations> {
    const rooms = await NestFactory.createApplicationContext(RecordingModule, { logger: false });
    const fields = RESOLVERS.flatMap((type) => {
      const resolver = rooms.get<Record<string, RootField>>(type, { strict: false });
      return Object.getOwnPropertyNames(type.prototype).flatMap((name) => {
        const [, input] = (Reflect.getMetadata('design:paramtypes', type.prototype as object, name) ??
          []) as Type<object>[];
        const call = resolver[name]?.bind(resolver);
        return input === undefined || call === undefined ? [] : [[name, { call, input }] as const];
      });
    });
    return new Mutations(new Map(fields));
  }

  /** @throws ProblemError as the API answers it */
  async perform<Name extends MutationName>(
    context: OperationContext,
    name: Name,
    input: InputOf<Name>,
  ): Promise<ResultOf<Name>> {
    const field = this.fields.get(name);
    if (field === undefined) throw new Error(`no resolver has ${name}`);
    if (!mayUse(context.principal.role, name)) throw ProblemError.notPermitted(context.principal.role, name);
    const checked = (await inputValidation.transform(input, {
      type: 'body',
      metatype: field.input,
    })) as object;
    return (await field.call(context, checked)) as ResultOf<Name>;
  }
}
