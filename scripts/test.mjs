// `npm test`: the checks, then all tests, then one line that counts both. With arguments: those tests alone.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check } from './check.mjs';
import { orExit, prepare, root } from './prepare.mjs';

/** In the title of a test that stands for those left out because the files of ../shared are missing. */
const marker = '[needs ../shared]';

await orExit(async () => {
  const chosen = process.argv.slice(2);
  let checked = { passed: 0, failed: 0, built: true };
  if (chosen.length > 0) await prepare();
  else checked = await check();
  const tested = checked.built ? await test(chosen) : { passed: 0, failed: 0, skipped: 0, without: [] };
  if (!checked.built) console.log('No test was run: the code does not compile');
  if (tested.without.length > 0) {
    console.log(`The files of ../shared are missing; skipped for that: ${tested.without.join('; ')}`);
  }
  const [passed, failed] = [checked.passed + tested.passed, checked.failed + tested.failed];
  console.log(`${passed} passed, ${failed} failed${tested.skipped > 0 ? `, ${tested.skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
});

/** Runs jest; a spec file that cannot even be loaded counts as one failed test, a run that ends early as another. */
async function test(chosen) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-report-'));
  const report = path.join(folder, 'report.json');
  const code = await new Promise((resume) => {
    const jest = spawn(
      process.execPath,
      [
        ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
        path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
        ...['--json', `--outputFile=${report}`, '--maxWorkers=2', ...chosen],
      ],
      // Jest prints its report to standard output too, which nobody wants to read.
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
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
