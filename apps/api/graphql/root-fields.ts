import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { mayUse } from '#access/permissions.js';
import { describeProblem } from '#platform/messages/problem-message.js';
import { ProblemError, type Problem } from '#platform/problem.js';
import { problemOfDatabase } from './database-problems.js';
import type { RequestContext } from './request-context.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Puts the table of permissions and the turning of expected failures into answers around every root field.
 * @throws Error at start where a root field states no permission
 */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  guard(schema.getQueryType(), askedBy);
  guard(schema.getMutationType(), changedBy);
  return schema;
}

function guard(
  type: GraphQLObjectType | null | undefined,
  around: (name: string, resolve: Resolver) => Resolver,
) {
  for (const field of Object.values(type?.getFields() ?? {})) {
    mayUse('STAFF', field.name);
    field.resolve = around(field.name, (field.resolve ?? defaultFieldResolver) as Resolver);
  }
}

// What a role may not ask is absent, as if missing: the field is null.
const askedBy =
  (name: string, resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    mayUse(context.principal.role, name) ? resolve(source, args, context, info) : null;

const changedBy =
  (name: string, resolve: Resolver): Resolver =>
  async (source, args, context, info) => {
    try {
      if (!mayUse(context.principal.role, name))
        throw ProblemError.notPermitted(context.principal.role, name);
      return await resolve(source, args, context, info);
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : problemOfDatabase(error);
      if (problem === undefined || context.operation === undefined) throw error;
      context.operation.rolledBack = true;
      return Object.assign(problem, { message: describeProblem(problem, context.locale) }) satisfies Problem;
    }
  };
