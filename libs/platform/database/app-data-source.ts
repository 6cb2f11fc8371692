import { DataSource, type MixedList } from 'typeorm';
import pg from 'pg';
import { SnakeNaming } from './naming.js';

// A day is a text, never an instant: the driver's default would turn it into a time of some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The server's connection pool, as the role that may read and append. */
export function appDataSource(
  url: string,
  poolSize: number,
  entities: MixedList<new () => object>,
): DataSource {
  return new DataSource({
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
