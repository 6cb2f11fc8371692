import { DataSource, type MixedList } from 'typeorm';
import pg from 'pg';
import type { Circumstances, OperationContext, OperationKind } from '../operation/operation-context.js';
import { inOneTransaction, inOperation, type RunOperation } from '../operation/operation-scope.js';
import { SnakeNaming } from './naming.js';
import { PreparingClient } from './preparing-client.js';
import { refuseUnsafeConnection } from './roles.js';

// A day is a text, never an instant: the driver's default would turn it into a time of some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** What every session of the server is told. */
const SESSION = [
  'timezone=UTC',
  'statement_timeout=30s',
  // Compiling a statement of many small look-ups takes far longer than running it.
  'jit=off',
  // A server that vanishes with its machine closes no connection; what it had locked is soon free for the others.
  'idle_in_transaction_session_timeout=60s',
  'tcp_keepalives_idle=30',
  'tcp_keepalives_interval=10',
  'tcp_keepalives_count=3',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

const PREPARED_SESSION = `${SESSION} -c plan_cache_mode=force_generic_plan`;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections held open at most. */
  readonly poolSize: number;
  readonly entities: MixedList<new () => object>;
  /** The same few statements come thousands of times, as in a load: they are prepared, whatever their values. */
  readonly prepares?: true;
}

/**
 * The server's connections, as the role that may read and append. The only door to them is an operation, with who
 * asks said to the database first.
 */
export class Database {
  readonly #dataSource: DataSource;

  constructor({ url, poolSize, entities, prepares }: DatabaseOptions) {
    this.#dataSource = new DataSource({
      type: 'postgres',
      url,
      poolSize,
      entities,
      namingStrategy: new SnakeNaming(),
      connectTimeoutMS: 10_000,
      installExtensions: false,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      // Statements that need not wait for each other are sent together.
      extra: {
        pipeline: true,
        ...(prepares ? { options: PREPARED_SESSION, Client: PreparingClient } : { options: SESSION }),
      },
    });
  }

  /** @throws StartError where the connection could bypass row security or owns what it should only use */
  async connect(): Promise<this> {
    await this.#dataSource.initialize();
    const query = async (text: string) => ({ rows: await this.#dataSource.query<unknown[]>(text) });
    await refuseUnsafeConnection({ query });
    return this;
  }

  /** See `inOperation`. */
  operation<T>(
    kind: OperationKind,
    circumstances: Circumstances,
    work: (context: OperationContext) => Promise<T>,
  ): Promise<T> {
    return inOperation(this.#dataSource, kind, circumstances, work);
  }

  /** See `inOneTransaction`. */
  oneTransaction<T>(work: (operation: RunOperation) => Promise<T>): Promise<T> {
    return inOneTransaction(this.#dataSource, work);
  }

  async close(): Promise<void> {
    if (this.#dataSource.isInitialized) await this.#dataSource.destroy();
  }
}
