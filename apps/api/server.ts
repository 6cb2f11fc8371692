import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openKeys } from '#access/tokens.js';
import type { Clock } from '#platform/clock.js';
import { inputValidation } from '#platform/graphql/validation.js';
import { Database } from '#platform/database/database.js';
import { ApiModule } from './api.module.js';
import { ENTITIES } from './entities.js';
import { installExplorer } from './explorer.js';
import { frameworkLogger } from './framework-logger.js';

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
  const database = await new Database({
    url: options.databaseUrl,
    poolSize: options.databasePoolSize,
    entities: ENTITIES,
  }).connect();
  const wiring = {
    database,
    clock: options.clock,
    keys: await openKeys(options.dataDir),
  };
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(wiring), {
    logger: frameworkLogger,
  });
  app.disable('x-powered-by');
  app.useGlobalPipes(inputValidation);
  installExplorer(app);
  await app.init();
  return {
    http: app.getHttpServer(),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
