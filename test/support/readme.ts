import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const README = readFileSync(resolve(import.meta.dirname, '../../..', 'README.md'), 'utf8');

/** Each `ask` of the README with the answer printed under it. */
export const EXAMPLES = [
  ...README.matchAll(/```sh\nask ([\w-]+)(?: '(.*)')?\n```\s+```json\n([\s\S]*?)```/g),
].map(([, name = '', variables = '{}', answer = '']) => ({
  name,
  variables: JSON.parse(variables) as Record<string, unknown>,
  answer: JSON.parse(answer) as unknown,
}));
