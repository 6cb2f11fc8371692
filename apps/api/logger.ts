import { pino } from 'pino';
import { logLevels } from '#platform/configuration.js';

/** What an error shows in the log: never the parameters of its statement or the row it met, which are a Member State's. */
const presentable = (error: Error & { readonly code?: unknown }) => ({
  type: error.name,
  message: error.message,
  code: error.code,
  stack: error.stack,
});

/** A level that there is none of is refused where the configuration is read, which is later. */
const level = logLevels.find((each) => each === process.env['LOG_LEVEL']) ?? 'info';

/** Structured lines on standard error, so that standard output stays a command's own. */
export const logger = pino({ name: 'muster', level, serializers: { err: presentable } }, pino.destination(2));
