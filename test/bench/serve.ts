// The server as it is served, without the database that the bench has started already.
import { readConfiguration } from '#platform/configuration.js';
import { serve } from '#cli/serve.js';
import { LAST_DAY } from './questions.js';

const [, , databaseUrl = '', poolSize = '', dataDir = ''] = process.argv;
const configuration = readConfiguration({
  // Production takes no day but the real one; the process itself runs as production does.
  NODE_ENV: 'development',
  MUSTER_TODAY: LAST_DAY,
  PORT: '0',
  MUSTER_DATA_DIR: dataDir,
  DATABASE_POOL_SIZE: poolSize,
});
const { url, close } = await serve(configuration, databaseUrl);
process.stdout.write(`The registry serves ${url}/graphql\n`);
process.once('SIGINT', () => void close());
