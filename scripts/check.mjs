// `npm run check`: everything about the code that can be told without asking the registry a question by hand. A line
// for each step.
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

const spec = (name) => [
  ...[process.execPath, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  ...[path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--runInBand', name],
];

/** What needs a database; `npm test` runs these specs among all others, so only the bare check asks for them. */
const databaseSteps = [
  { name: 'generated migration is empty', command: spec('test/api/schema-drift') },
  { name: 'statements of each stored operation', command: spec('test/api/operations') },
];

/** Runs the steps. Returns how many passed and failed; what failed is told in full. */
export async function check(chosen = steps) {
  await install();
  const counts = { passed: 0, failed: 0, built: true };
  for (const { name, command, work } of chosen) {
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
    const { failed } = await check([...steps, ...databaseSteps]);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
