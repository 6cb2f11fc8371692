import { resolve } from 'node:path';
import { z } from 'zod';
import { parsePlainDate, plainDate, type PlainDate } from './plain-date.js';

/**
 * A reason not to start, or to stop at once, that the person at the keyboard can act on. Its message is one line,
 * complete without a stack and free of passwords; the command line prints it alone and exits with code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}

export const environments = ['development', 'test', 'production'] as const;
export type Environment = (typeof environments)[number];

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What Muster was told by its environment; read once at start, then passed on. */
export interface Configuration {
  /** `production` refuses demonstration data and a moved clock. */
  readonly environment: Environment;
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
  /** Absolute path of the folder that holds the embedded database and the keys. */
  readonly dataDir: string;
  /** The day on which the clock of a demonstration or a test stands, `YYYY-MM-DD`. */
  readonly today?: PlainDate;
  readonly logLevel: LogLevel;
  /** The application's connection: never a superuser, never the owner. Absent: the embedded PostgreSQL serves. */
  readonly databaseUrl?: string;
  /** The connection that migrates; needed for migrations only. */
  readonly databaseOwnerUrl?: string;
  /** Connections that the server holds open at most. */
  readonly databasePoolSize: number;
}

/** The one folder of the working copy where Muster keeps what must outlive a process. */
const defaultDataDir = resolve(import.meta.dirname, '../../..', '.muster');

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const postgresUrl = z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
});

const realDay = z
  .string()
  .refine((value) => parsePlainDate(value) !== undefined)
  .transform(plainDate);

/** Every variable that Muster reads: its form, and the words for what was expected. */
const variables = {
  NODE_ENV: { schema: z.enum(environments).default('development'), expected: oneOf(environments) },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), expected: 'an address or a name to listen on' },
  PORT: { schema: wholeNumber(0, 65_535).default(3000), expected: 'a whole number from 0 to 65535' },
  MUSTER_DATA_DIR: { schema: z.string().min(1).default(defaultDataDir), expected: 'the path of a folder' },
  MUSTER_TODAY: { schema: realDay.optional(), expected: 'a day as YYYY-MM-DD' },
  LOG_LEVEL: { schema: z.enum(logLevels).default('info'), expected: oneOf(logLevels) },
  DATABASE_URL: { schema: postgresUrl.optional(), expected: 'postgres://role:password@host:port/database' },
  DATABASE_OWNER_URL: {
    schema: postgresUrl.optional(),
    expected: 'postgres://role:password@host:port/database',
  },
  DATABASE_POOL_SIZE: { schema: wholeNumber(1, 500).default(10), expected: 'a whole number from 1 to 500' },
} as const;

type VariableName = keyof typeof variables;

/** Read by the tests' own support alone; known here so that they are not taken for a misspelling. */
const testVariables = [
  'MUSTER_TEST_DATABASE_URL',
  'MUSTER_TEST_DATABASE_OWNER_URL',
  'MUSTER_TEST_DATABASES',
  'MUSTER_TEST_POSTGRESQL',
  'MUSTER_PROPERTY_RUNS',
  'MUSTER_KILLS',
];

const environmentSchema = z.object({
  NODE_ENV: variables.NODE_ENV.schema,
  HOST: variables.HOST.schema,
  PORT: variables.PORT.schema,
  MUSTER_DATA_DIR: variables.MUSTER_DATA_DIR.schema,
  MUSTER_TODAY: variables.MUSTER_TODAY.schema,
  LOG_LEVEL: variables.LOG_LEVEL.schema,
  DATABASE_URL: variables.DATABASE_URL.schema,
  DATABASE_OWNER_URL: variables.DATABASE_OWNER_URL.schema,
  DATABASE_POOL_SIZE: variables.DATABASE_POOL_SIZE.schema,
});

/**
 * Reads and checks the environment. A variable set to nothing counts as not set.
 *
 * @throws StartError naming every variable at fault, its value (a password is never shown) and what was expected.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const faults = misspelt(Object.keys(given));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    faults.push(
      ...new Set(parsed.error.issues.map((issue) => faultOf(issue.path[0] as VariableName, given))),
    );
  }
  if (!parsed.success || faults.length > 0) {
    throw new StartError(`Configuration refused: ${faults.join('; ')}`);
  }
  const values = parsed.data;
  refuseContradictions(values);
  return {
    environment: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(values.MUSTER_DATA_DIR),
    logLevel: values.LOG_LEVEL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    ...(values.MUSTER_TODAY === undefined ? {} : { today: values.MUSTER_TODAY }),
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: values.DATABASE_URL }),
    ...(values.DATABASE_OWNER_URL === undefined ? {} : { databaseOwnerUrl: values.DATABASE_OWNER_URL }),
  };
}

/** A connection string as it may be shown: without its password. */
export function withoutPassword(connection: string): string {
  if (!URL.canParse(connection)) return '(a value that is not shown)';
  const url = new URL(connection);
  if (url.password !== '') url.password = '***';
  if (url.searchParams.has('password')) url.searchParams.set('password', '***');
  return url.toString();
}

function oneOf(words: readonly string[]): string {
  return `one of ${words.join(', ')}`;
}

function faultOf(name: VariableName, given: Record<string, string | undefined>): string {
  const value = given[name] ?? '';
  const shown = name.endsWith('_URL') ? withoutPassword(value) : value;
  return `${name} is "${shown}", expected ${variables[name].expected}`;
}

function misspelt(names: readonly string[]): string[] {
  const known = new Set<string>([...Object.keys(variables), ...testVariables]);
  return names
    .filter((name) => name.startsWith('MUSTER_') && !known.has(name))
    .map((name) => {
      const own = [...known].filter((candidate) => candidate.startsWith('MUSTER_'));
      return `${name} is not a variable of Muster, which knows ${own.filter((each) => !testVariables.includes(each)).join(', ')}`;
    });
}

function refuseContradictions(values: z.infer<typeof environmentSchema>): void {
  if (values.DATABASE_OWNER_URL !== undefined && values.DATABASE_URL === undefined) {
    throw new StartError('Configuration refused: DATABASE_OWNER_URL is set, DATABASE_URL is not; set both');
  }
  if (values.MUSTER_TODAY !== undefined && values.NODE_ENV === 'production') {
    throw new StartError(
      `Configuration refused: MUSTER_TODAY is "${values.MUSTER_TODAY}" with NODE_ENV=production, ` +
        'expected none: only a demonstration or a test may move the clock',
    );
  }
}
