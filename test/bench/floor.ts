// The floor beneath the server: a bare HTTP server that runs the very statements of a question through the driver, on
// one connection in the same order, and answers the same JSON. It evaluates nothing and knows no GraphQL.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Exchange, Script, SentStatement } from './exchange.js';

// As the server has it: to make dates of days would be work of the floor's own.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const [, , databaseUrl = '', poolSize = '', file = ''] = process.argv;
const { connection, exchanges } = JSON.parse(readFileSync(file, 'utf8')) as Script;
const byRequest = new Map(exchanges.map((exchange) => [keyOf(exchange.request), exchange]));
const pool = new pg.Pool({ connectionString: databaseUrl, max: Number(poolSize), ...connection });

/** The variables name the request; its text is read all the same, as any server of JSON must. */
function keyOf(request: string): string {
  return JSON.stringify((JSON.parse(request) as { variables: unknown }).variables);
}

async function run(statements: readonly SentStatement[]): Promise<void> {
  const client = await pool.connect();
  try {
    let before: Promise<unknown> = Promise.resolve();
    for (const { name, text, values, together } of statements) {
      if (!together) await before;
      before = client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] });
    }
    await before;
  } finally {
    client.release();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answerTo(request: IncomingMessage): Promise<Exchange['answer']> {
  const exchange = byRequest.get(keyOf(await textOf(request)));
  if (exchange === undefined) throw new Error('a request that was not captured');
  await run(exchange.statements);
  return exchange.answer;
}

const server = createServer((request, response) => {
  answerTo(request).then(
    (answer) => {
      const body = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`The floor serves http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
process.once('SIGINT', () => process.exit(0));
