// `npm start`: from a bare working copy to a running registry.
import { runMuster } from './prepare.mjs';

await runMuster(['start', ...process.argv.slice(2)]);
