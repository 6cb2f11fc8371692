import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { type DataSource } from 'typeorm';
import { openKeys } from '#access/tokens.js';
import type { Clock } from '#platform/clock.js';
import { inputValidation } from '#platform/graphql/validation.js';
import { refuseUnsafeConnection } from '#platform/database/roles.js';
import { appDataSource } from '#platform/database/app-data-source.js';
import { ApiModule } from './api.module.js';
import { ENTITIES } from './entities.js';
import { installExplorer } from './explorer.js';

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  readonly dataDir: string;
  readonly clock: Clock;
}

/** A registry that answers; `http` listens once it is told to. */
export interface RunningServer {
  readonly http: Server;
  close(): Promise<void>;
}

/**
 * Connects to the migrated database and wires the API.
 * @throws StartError where the connection could bypass row security or owns what it should only use
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const dataSource = await appDataSource(
    options.databaseUrl,
    options.databasePoolSize,
    ENTITIES,
  ).initialize();
  await refuseUnsafeConnection({ query: (sql: string) => rowsOf(dataSource, sql) });
  const [mark] = await dataSource.query<{ value: string }[]>(
    `SELECT value FROM registry_mark WHERE key = 'demonstration'`,
  );
  const wiring = {
    dataSource,
    clock: options.clock,
    keys: await openKeys(options.dataDir),
    demonstration: mark !== undefined,
  };
  const app = await NestFactory.create(ApiModule.with(wiring), { logger: ['error', 'warn'] });
  app.useGlobalPipes(inputValidation);
  installExplorer(app);
  await app.init();
  return {
    http: app.getHttpServer() as Server,
    close: async () => {
      await app.close();
      await dataSource.destroy();
    },
  };
}

const rowsOf = async (dataSource: DataSource, sql: string) => ({
  rows: await dataSource.query<Record<string, unknown>[]>(sql),
});
