import { pino } from 'pino';

/** What an error shows in the log: never the parameters of its statement or the row it met, which are a Member State's. */
const presentable = (error: Error & { readonly code?: unknown }) => ({
  type: error.name,
  message: error.message,
  code: error.code,
  stack: error.stack,
});

/** Structured lines on standard error, so that standard output stays a command's own. */
export const logger = pino(
  { name: 'muster', level: process.env['LOG_LEVEL'] || 'info', serializers: { err: presentable } },
  pino.destination(2),
);
