import { commandLine, parentOf } from '#platform/database/embedded-processes.js';

/** Within this time a second signal is the same Ctrl-C, which npm passes on a second time. */
const echo = 1_000;

/**
 * Ends what was started, the latest first, when the process is told to end: by a signal, or because the npm that
 * started it was killed. A second signal ends the process at once; the database then ends by itself.
 */
export class Shutdown {
  readonly #closers: (() => Promise<void>)[] = [];
  #begun: number | undefined;

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (this.#begun !== undefined && Date.now() - this.#begun > echo) process.exit(130);
        void this.end(0);
      });
    }
    this.#watchParents();
  }

  get begun(): boolean {
    return this.#begun !== undefined;
  }

  /** Remembers how to end something; also called for what is still being started. */
  add(close: () => Promise<void>): void {
    this.#closers.unshift(close);
  }

  /** Ends everything, then the process; where it has begun already, nothing more. */
  async end(code: number): Promise<void> {
    if (this.#begun !== undefined) return;
    this.#begun = Date.now();
    if (code === 0) console.log('Stopping');
    for (const close of this.#closers) {
      await close().catch((error: unknown) => {
        console.error(error);
      });
    }
    process.exit(code);
  }

  /** npm, killed outright, passes no signal on; that we have other parents than at the start is the only sign. */
  #watchParents(): void {
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const first = process.ppid;
    // Some shells stay between npm and us.
    const second = /(^|\/)\w*sh -c /.test(commandLine(first)) ? parentOf(first) : undefined;
    setInterval(() => {
      if (process.ppid === first && (second === undefined || parentOf(first) === second)) return;
      void this.end(0);
    }, 1_000).unref();
  }
}
