import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder beside the repository that holds the rules' vectors and reference files; not part of a clone. */
const folder = resolve(import.meta.dirname, '../../..', '../shared');

/** The marker in the title of a test that was left out because the shared files are missing; `npm test` counts it. */
const marker = '[needs ../shared]';

/**
 * Describes tests that read files of `../shared`. Where they are missing, one test with the marker stands for them,
 * counted as skipped.
 */
export function describeShared(
  title: string,
  files: string[],
  tests: (path: (file: string) => string) => void,
): void {
  const path = (file: string) => resolve(folder, file);
  if (files.every((file) => existsSync(path(file)))) {
    describe(title, () => {
      tests(path);
    });
  } else {
    describe.skip(`${title} ${marker}`, () => {
      it(files.join(', '), () => undefined);
    });
  }
}
