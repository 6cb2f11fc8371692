// `npm run bench`: how fast the registry is, beside the least that the same statements cost. See test/bench.
import { orExit, prepare } from './prepare.mjs';

await orExit(async () => {
  await prepare();
  const { bench } = await import('../dist/test/bench/bench.js');
  await bench(process.argv.slice(2));
});
