import { DataSource, type MixedList } from 'typeorm';
import pg from 'pg';
import type { Circumstances, OperationContext } from '../operation/operation-context.js';
import {
  inOneTransaction,
  inOperation,
  type OperationKind,
  type RunOperation,
} from '../operation/operation-scope.js';
import { SnakeNaming } from './naming.js';
import { refuseUnsafeConnection } from './roles.js';

// A day is a text, never an instant: the driver's default would turn it into a time of some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface DatabaseOptions {
  readonly url: string;
  /** Connections held open at most. */
  readonly poolSize: number;
  readonly entities: MixedList<new () => object>;
}

/**
 * The server's connections, as the role that may read and append. The only door to them is an operation, with who
 * asks said to the database first.
 */
export class Database {
  readonly #dataSource: DataSource;

  constructor({ url, poolSize, entities }: DatabaseOptions) {
    this.#dataSource = new DataSource({
      type: 'postgres',
      url,
      poolSize,
      entities,
      namingStrategy: new SnakeNaming(),
      connectTimeoutMS: 10_000,
      installExtensions: false,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      // Compiling a statement of many small look-ups takes far longer than running it.
      extra: { options: '-c timezone=UTC -c statement_timeout=30s -c jit=off' },
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

  /** What the registry says of itself under a key, such as `demonstration`; undefined where it says nothing. */
  async mark(key: string): Promise<string | undefined> {
    const [mark] = await this.#dataSource.query<{ value: string }[]>(
      `SELECT value FROM registry_mark WHERE key = $1`,
      [key],
    );
    return mark?.value;
  }

  async close(): Promise<void> {
    if (this.#dataSource.isInitialized) await this.#dataSource.destroy();
  }
}
