import { Listr } from 'listr2';

/** A piece of long work. */
export interface Step {
  readonly title: string;
  /** Does it, saying on the way what a person wants to know, a line each. */
  run(say: (line: string) => void): Promise<void>;
}

/** Runs steps one after the other: a moving list on a terminal, plain lines elsewhere. The first failure ends it. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  if (!process.stdout.isTTY) {
    for (const { title, run } of steps) {
      console.log(title);
      await run((line) => {
        console.log(`  ${line}`);
      });
    }
    return;
  }
  const tasks = steps.map(({ title, run }) => ({
    title,
    task: (_context: unknown, task: { output: string }) =>
      run((line) => {
        task.output = line;
      }),
    rendererOptions: { persistentOutput: true, outputBar: 3 },
  }));
  // The signals are ours: what has been started must be ended before the process is.
  await new Listr(tasks, { registerSignalListeners: false, rendererOptions: { collapseErrors: true } }).run();
}
