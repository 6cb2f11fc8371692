// `npm run check`: everything about the code that can be told without running the registry. A line for each step.
import path from 'node:path';
import { build, install, orExit, root, run } from './prepare.mjs';

const tool = (name, ...args) => [
  process.execPath,
  path.join(root, 'node_modules', ...name.split('/')),
  ...args,
];

/** Each step: what it looks at, and the program that succeeds when all is well. */
const steps = [
  { name: 'types', work: build },
  { name: 'format', command: tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { name: 'lint', command: tool('eslint/bin/eslint.js', '--max-warnings=0', '.') },
  {
    name: 'imports',
    command: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...[
        '--config',
        '.dependency-cruiser.mjs',
        '--output-type=err-long',
        'apps',
        'libs',
        'migrations',
        'test',
      ],
    ),
  },
  { name: 'unused code', command: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'printed schema', command: [process.execPath, 'dist/apps/cli/print-schema.js', '--check'] },
];

/** Runs all steps. Returns how many passed and failed; what failed is told in full. */
export async function check() {
  await install();
  const counts = { passed: 0, failed: 0, built: true };
  for (const { name, command, work } of steps) {
    const { ok, output } = await (work?.() ?? succeed(command));
    console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`);
    if (!ok) console.log(output);
    counts[ok ? 'passed' : 'failed'] += 1;
    if (!ok && work === build) counts.built = false;
  }
  return counts;
}

async function succeed([program, ...args]) {
  const { code, output } = await run(undefined, program, args);
  return { ok: code === 0, output };
}

if (process.argv[1] === import.meta.filename) {
  await orExit(async () => {
    const { failed } = await check();
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
