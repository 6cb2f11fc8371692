import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { AccessModule } from '#access/access.module.js';
import type { Keys } from '#access/tokens.js';
import { AssessmentsModule } from '#assessments/assessments.module.js';
import { ContributionsModule } from '#contributions/contributions.module.js';
import { PerformanceModule } from '#performance/performance.module.js';
import type { Clock } from '#platform/clock.js';
import type { Database } from '#platform/database/database.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgesModule } from '#pledges/pledges.module.js';
import { ReferenceModule } from '#reference/reference.module.js';
import { StatusModule } from '#status/status.module.js';
import { takeLocale } from './graphql/locale-asked.js';
import { guardRootFields } from './graphql/root-fields.js';
import { oneChange } from './graphql/one-change.js';
import { operationScope } from './graphql/operation-scope.plugin.js';
import { requestContext } from './graphql/request-context.js';

export interface Wiring {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: Keys;
}

/** Transport: the contexts' resolvers behind GraphQL, each operation in its scope. */
@Module({})
export class ApiModule {
  static with(wiring: Wiring): DynamicModule {
    const contexts = [PledgesModule, AssessmentsModule, PerformanceModule, ContributionsModule, StatusModule];
    return { module: ApiModule, imports: [graphql(wiring), AccessModule, ReferenceModule, ...contexts] };
  }
}

const graphql = (wiring: Wiring) =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    fieldResolverEnhancers: [],
    playground: false,
    introspection: true,
    allowBatchedHttpRequests: false,
    // What one server was once sent, another on the same database has never seen.
    persistedQueries: false,
    // Where our files lie is nobody's business, whatever NODE_ENV says.
    includeStacktraceInErrorResponses: false,
    buildSchemaOptions: { scalarsMap: [], dateScalarMode: 'isoDate' },
    resolvers: { PlainDate: PlainDateScalar },
    transformSchema: (schema) => guardRootFields(takeLocale(schema)),
    context: ({ req }: { req: Parameters<typeof requestContext>[1] }) => requestContext(wiring.keys, req),
    validationRules: [oneChange],
    plugins: [ApolloServerPluginCacheControlDisabled(), operationScope(wiring)],
  });
