// `npm run --silent muster -- COMMAND`: the command line, built if need be.
import { runMuster } from './prepare.mjs';

await runMuster(process.argv.slice(2));
