import {
  GraphQLError,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { QueryFailedError } from 'typeorm';
import { messageIn } from '#platform/graphql/told-error.js';
import { describeProblem } from '#platform/messages/problem-message.js';
import { render } from '#platform/messages/render.js';
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

/** Puts errors that are met before anything is executed into words of the language asked for, where they are ours. */
export function tellInWords(errors: readonly GraphQLError[], { locale }: RequestContext): void {
  for (const error of errors) error.message = messageIn(locale, error);
}

/** Failures that nobody who asks can mend, and what the log says of each. */
const FAILURES = {
  INTERNAL_SERVER_ERROR: 'an operation failed unexpectedly',
  DISK_FULL: 'the disk of the database is full',
  OUTCOME_UNKNOWN: 'the database was lost at a commit',
} as const;

function failureOf(cause: Error): keyof typeof FAILURES {
  if (cause instanceof OutcomeUnknown) return 'OUTCOME_UNKNOWN';
  const { code } = (cause instanceof QueryFailedError ? cause.driverError : {}) as { code?: string };
  return code === '53100' ? 'DISK_FULL' : 'INTERNAL_SERVER_ERROR';
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
    const message = messageIn(request.locale, error);
    return { message, ...at, extensions: { code: 'BAD_USER_INPUT', ...error.extensions } };
  }
  const code = failureOf(cause);
  const message = render(request.locale, `error.${code}`);
  logger.error({ requestId: request.requestId, err: cause, path }, FAILURES[code]);
  return { message, ...at, extensions: { code, requestId: request.requestId } };
}
