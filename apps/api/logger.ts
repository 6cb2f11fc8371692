import { pino } from 'pino';

/** Structured lines on standard error, so that standard output stays a command's own. */
export const logger = pino(
  { name: 'muster', level: process.env['LOG_LEVEL'] || 'info' },
  pino.destination(2),
);
