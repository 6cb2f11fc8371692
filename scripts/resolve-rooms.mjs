// Where the room aliases of package.json lead, for a tool that reads the source rather than what was built of it.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';

const { imports } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

export default {
  resolve: {
    alias: Object.fromEntries(
      Object.entries(imports).map(([alias, target]) => [
        alias.replace('/*', ''),
        path.join(root, target.replace('./dist/', '').replace('/*', '')),
      ]),
    ),
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
};
