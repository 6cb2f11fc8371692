/** One statement as the server handed it to the driver. */
export interface SentStatement {
  /** Set where the connection keeps it prepared. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Sent before the one ahead of it was answered. */
  readonly together: boolean;
}

/** A request, the statements that the server ran for it, and what it answered. */
export interface Exchange {
  /** The body, as it is posted. */
  readonly request: string;
  readonly statements: readonly SentStatement[];
  readonly answer: unknown;
}

/** Everything that server and floor are asked of one question on one registry. */
export interface Script {
  readonly question: string;
  /** What the server's connections are opened with. */
  readonly connection: { readonly options: string; readonly pipeline: boolean };
  readonly exchanges: readonly Exchange[];
}
