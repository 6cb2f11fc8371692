import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { StartError } from '#platform/configuration.js';
import { evaluateEntries } from '../evaluate.js';

/** Broken input, told apart from everything else that may fail. */
const brokenInput = 2;

const help = `
FILE holds a JSON array; each entry is {name, asOf, facts} for a pledge or {name, asOf, stateBars, pledges} for a
Member State. "-" reads standard input. No database is needed.

The answers are a JSON array on standard output, in the order of the entries: {name, level, status, reasons,
nextChangeOn} for a pledge. Where an entry is broken nothing is printed there; every broken field is named on standard
error, by the entry's index, and the exit code is 2.`;

/** `muster evaluate FILE`: the rules by themselves. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('apply the readiness rules to the facts in a file')
    .argument('<file>', 'a JSON file, or - for standard input')
    .addHelpText('after', help)
    .action(evaluate);
}

async function evaluate(file: string): Promise<void> {
  const result = evaluateEntries(await readInput(file), file === '-' ? 'standard input' : file);
  if ('errors' in result) {
    process.stderr.write(`${result.errors.join('\n')}\n`);
    process.exitCode = brokenInput;
  } else {
    process.stdout.write(`${result.output}\n`);
  }
}

async function readInput(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
