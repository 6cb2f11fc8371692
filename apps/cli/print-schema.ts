import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { ApiModule } from '#api/api.module.js';
import { ENTITIES } from '#api/entities.js';
import { databaseClock } from '#platform/clock.js';
import { Database } from '#platform/database/database.js';

const PATH = resolve(import.meta.dirname, '../../..', 'graphql/schema.graphql');

/** The schema as the code describes it. Nothing is connected to: no operation is ever executed. */
export async function schemaText(): Promise<string> {
  const wiring = {
    database: new Database({ url: 'postgres://nobody@localhost/none', poolSize: 1, entities: ENTITIES }),
    clock: databaseClock(),
    keys: {
      signing: new Uint8Array(),
      keyId: '',
      thumbprint: '',
      keySet: () => Promise.reject(new Error('no request is served')),
    },
  };
  const app = await NestFactory.create(ApiModule.with(wiring), { logger: ['error', 'warn'] });
  await app.init();
  const text = `${printSchema(app.get(GraphQLSchemaHost).schema)}\n`;
  await app.close();
  return text;
}

/**
 * Writes `graphql/schema.graphql`; with `--check` only compares.
 * @returns false where the kept schema is not the one of the code
 */
async function main(check: boolean): Promise<boolean> {
  const text = await schemaText();
  if (!check) {
    await writeFile(PATH, text);
    return true;
  }
  return (await readFile(PATH, 'utf8').catch(() => '')) === text;
}

if (process.argv[1] === import.meta.filename && !(await main(process.argv.includes('--check')))) {
  console.error('graphql/schema.graphql is not what the code says: node dist/apps/cli/print-schema.js');
  process.exitCode = 1;
}
