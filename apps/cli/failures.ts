import { StartError } from '#platform/configuration.js';

/** What the system and the database say when a start cannot succeed, by their own codes. */
const explanations: Readonly<Record<string, (error: CodedError) => string>> = {
  EADDRINUSE: ({ address, port }) =>
    `Port ${port} on ${address} is in use by another process: end it, or set PORT to another`,
  EADDRNOTAVAIL: ({ address }) => `HOST ${address} is no address of this machine`,
  ENOTFOUND: ({ hostname }) => `The host ${hostname} is not known: see HOST and DATABASE_URL`,
  EACCES: ({ path, address, port }) =>
    path === undefined
      ? `Port ${port} on ${address} may not be used by this user: set PORT`
      : `${path} may not be used`,
  ENOSPC: ({ path }) => `No space is left on the disk${path === undefined ? '' : ` for ${path}`}`,
  ECONNREFUSED: ({ message }) => `The database is unreachable: ${message || 'connection refused'}`,
  ECONNRESET: () => 'The database closed the connection',
  ETIMEDOUT: () => 'The database does not answer',
  EHOSTUNREACH: ({ message }) => `The database is unreachable: ${message}`,
  '08P01': ({ message }) => `The database refuses the connection: ${message}`,
  28000: ({ message }) => `The database refuses the connection: ${message}`,
  '28P01': ({ message }) => `The database refuses the connection: ${message}`,
  '3D000': ({ message }) => `The database refuses the connection: ${message}`,
  42501: ({ message }) => `The database refuses: ${message}`,
  53100: ({ message }) => `No space is left on the disk of the database: ${message}`,
  53300: ({ message }) => `The database takes no more connections: ${message}`,
  '57P03': ({ message }) => `The database is not ready: ${message}`,
};

interface CodedError {
  readonly code: string;
  readonly message: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
  readonly path?: string;
}

/** One line for a failure that a person can act on; undefined for a fault of the program, whose stack is wanted. */
export function explainFailure(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message;
  // A name with several addresses fails with one error for each of them.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!isCoded(first)) return undefined;
  return explanations[first.code]?.(first).split('\n').join(' ');
}

function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
