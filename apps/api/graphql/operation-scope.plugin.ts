import type {
  ApolloServerPlugin,
  GraphQLRequestContextResponseForOperation,
  GraphQLResponse,
} from '@apollo/server';
import { execute, OperationTypeNode, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import type { Clock } from '#platform/clock.js';
import type { Database } from '#platform/database/database.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { isLocale } from '#platform/messages/locale.js';
import { presentErrors, presentFailure, tellInWords } from './errors.js';
import { localeAsked } from './locale-asked.js';
import type { RequestContext } from './request-context.js';

interface ScopeOptions {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Wraps the whole execution of an operation, nested fields included, in its transaction; answers after the commit.
 * Apollo executes nothing itself when a plugin answers, so the errors are presented here.
 */
export function operationScope(options: ScopeOptions): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          tellInWords(errors, contextValue);
          return Promise.resolve();
        },
        didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
          const { variables } = request;
          const asked = localeAsked({ schema, document, operation, variables });
          if (asked !== undefined && isLocale(asked)) contextValue.locale = asked;
          return Promise.resolve();
        },
        responseForOperation: async (request): Promise<GraphQLResponse | null> => {
          // A name that no operation of the document bears: Apollo says so itself, and executes nothing.
          if ((request.operation as OperationDefinitionNode | undefined) === undefined) return null;
          const result = await runInScope(request, options).then(
            (executed) => presentErrors(executed, request.contextValue),
            (failure: unknown) => {
              request.response.http.status = 500;
              return presentFailure(failure, request.contextValue);
            },
          );
          // Said in every answer while the registry holds invented data.
          const invented = request.contextValue.operation?.demonstration === true;
          return {
            http: request.response.http,
            body: {
              kind: 'single',
              singleResult: {
                ...result,
                ...(invented ? { extensions: { demonstration: true } } : {}),
              },
            },
          };
        },
      }),
  };
}

async function runInScope(
  request: GraphQLRequestContextResponseForOperation<RequestContext>,
  { database, clock }: ScopeOptions,
): Promise<ExecutionResult> {
  const { contextValue, operation } = request;
  const kind = operation.operation === OperationTypeNode.MUTATION ? 'MUTATION' : 'QUERY';
  const circumstances = {
    principal: contextValue.principal,
    locale: contextValue.locale,
    ...clock(),
    recordedThrough: 'OPERATION',
  } as const;
  return database.operation(kind, circumstances, async (context: OperationContext) => {
    contextValue.operation = context;
    const result = await execute({
      schema: request.schema,
      document: request.document,
      contextValue,
      variableValues: request.request.variables,
      operationName: request.operationName,
    });
    // An unexpected error leaves nothing half done.
    if (result.errors !== undefined) context.rolledBack = true;
    request.response.http.headers.set('x-muster-statements', String(context.statements));
    return result;
  });
}
