import {
  GraphQLError,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { QueryFailedError } from 'typeorm';
import { describeProblem } from '#platform/messages/problem-message.js';
import { OutcomeUnknown } from '#platform/operation/operation-scope.js';
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

/** A failure outside the execution: no connection was to be had, or it was lost at the end. */
export const presentFailure = (failure: unknown, request: RequestContext): FormattedExecutionResult => ({
  errors: [
    presentError(
      new GraphQLError('', {
        originalError: failure instanceof Error ? failure : new Error(String(failure)),
      }),
      request,
    ),
  ],
});

/** What is said of a failure that nobody who asks can mend. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly logged: string;
}

const UNEXPECTED: Failure = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side; nothing was changed. Tell us this request id.',
  logged: 'an operation failed unexpectedly',
};
const DISK_FULL: Failure = {
  code: 'DISK_FULL',
  message:
    'The disk of this registry is full: nothing was changed, and nothing can be recorded until it has space.',
  logged: 'the disk of the database is full',
};
const UNKNOWN: Failure = {
  code: 'OUTCOME_UNKNOWN',
  message:
    'The database was lost while it recorded the change: look whether it was recorded before you try again.',
  logged: 'the database was lost at a commit',
};

function failureOf(cause: Error): Failure {
  if (cause instanceof OutcomeUnknown) return UNKNOWN;
  const { code } = (cause instanceof QueryFailedError ? cause.driverError : {}) as { code?: string };
  return code === '53100' ? DISK_FULL : UNEXPECTED;
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
  const { code, message, logged } = failureOf(cause);
  logger.error({ requestId: request.requestId, err: cause, path }, logged);
  return { message, ...at, extensions: { code, requestId: request.requestId } };
}
