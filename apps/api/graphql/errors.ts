import {
  GraphQLError,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { describeProblem } from '#platform/messages/problem-message.js';
import { ProblemError } from '#platform/problem.js';
import { logger } from '../logger.js';
import type { RequestContext } from './request-context.js';

/** An execution's result as it may be shown: expected failures in words, unexpected ones masked and logged. */
export function presentErrors(result: ExecutionResult, request: RequestContext): FormattedExecutionResult {
  const { errors, data } = result;
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => presentError(error, request)) }),
  };
}

function presentError(error: GraphQLError, request: RequestContext): GraphQLFormattedError {
  const cause = error.originalError;
  const { path, locations } = error.toJSON();
  const at = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  if (cause instanceof ProblemError) {
    const { code, field, value } = cause.problem;
    const message = describeProblem(cause.problem, request.locale);
    return { message, ...at, extensions: { code, field, value } };
  }
  if (cause === undefined || cause instanceof GraphQLError) {
    return { message: error.message, ...at, extensions: { code: 'BAD_USER_INPUT', ...error.extensions } };
  }
  logger.error({ requestId: request.requestId, err: cause, path }, 'an operation failed unexpectedly');
  return {
    message: 'Something went wrong on our side; nothing was changed. Tell us this request id.',
    ...at,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId },
  };
}
