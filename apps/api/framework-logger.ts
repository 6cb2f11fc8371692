import type { LoggerService } from '@nestjs/common';
import { problemOfDatabase } from './graphql/database-problems.js';
import { logger } from './logger.js';

/**
 * Nest's warnings and errors among our own lines. What the database refuses and the answer tells is left out: it is an
 * expected failure, and its error holds the rows of a Member State.
 */
export const frameworkLogger: LoggerService = {
  log: () => undefined,
  warn: (message: unknown, context?: unknown) => logger.warn({ context }, String(message)),
  error: (message: unknown, ...more: unknown[]) => {
    if (problemOfDatabase(message) === undefined) logger.error({ err: message, context: more.at(-1) });
  },
};
