import pg from 'pg';

/** Statements that one connection keeps prepared; a text beyond them is parsed each time it comes. */
const MOST_PREPARED = 500;

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}
type Query = (statement: unknown, values?: unknown, done?: unknown) => unknown;

/**
 * A connection for work in which the same statements come thousands of times: each is parsed and planned once. Only
 * texts with parameters are prepared, so that nothing that holds a value is kept.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const plain = this.query.bind(this) as Query;
    const names = new Map<string, string>();
    const nameOf = (text: string): string | undefined => {
      if (names.size < MOST_PREPARED && !names.has(text)) names.set(text, `muster-${names.size}`);
      return names.get(text);
    };
    const prepared: Query = (statement, values, done) => {
      const given = statementOf(statement, values);
      const name = given === undefined ? undefined : nameOf(given.text);
      if (given === undefined || name === undefined) return plain(statement, values, done);
      return plain({ ...given, name }, done);
    };
    Object.defineProperty(this, 'query', { value: prepared });
  }
}

/** A statement with parameters and without a name; undefined for everything else that a client is given. */
function statementOf(statement: unknown, values: unknown): Statement | undefined {
  const given = typeof statement === 'string' ? { text: statement, values } : statement;
  if (typeof given !== 'object' || given === null || !('text' in given) || !('values' in given))
    return undefined;
  const { text, values: parameters } = given;
  if (typeof text !== 'string' || !Array.isArray(parameters) || parameters.length === 0) return undefined;
  return 'name' in given ? undefined : { text, values: parameters };
}
