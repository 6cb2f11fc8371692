import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Pledges of each registry, about. */
  readonly sizes: readonly number[];
  /** How long each run asks. */
  readonly seconds: number;
  readonly runs: number;
  /** Whether the report goes into the README. */
  readonly write: boolean;
}

/** @throws TypeError for an argument that there is none of */
export function readArguments(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,30000,300000' },
      seconds: { type: 'string', default: '4' },
      runs: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    sizes: values.sizes.split(',').map(Number),
    seconds: Number(values.seconds),
    runs: Number(values.runs),
    write: values.write,
  };
}
