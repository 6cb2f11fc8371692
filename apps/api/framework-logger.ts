import type { LoggerService } from '@nestjs/common';
import { logger } from './logger.js';

/**
 * Nest's warnings and errors among our own lines. Errors of operations, which it hands on as they were thrown, are left
 * out: those that are expected are answered, and the others are logged once, with their request, by `presentErrors`.
 */
export const frameworkLogger: LoggerService = {
  log: () => undefined,
  warn: (message: unknown, context?: unknown) => logger.warn({ context }, String(message)),
  error: (message: unknown, ...more: unknown[]) => {
    if (!(message instanceof Error)) logger.error({ context: more.at(-1) }, String(message));
  },
};
