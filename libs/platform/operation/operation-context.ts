import type { ClientBase } from 'pg';
import type { EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';
import type { Locale } from '../messages/locale.js';
import type { OperationTime } from '../clock.js';
import { dayOf, type PlainDate } from '../plain-date.js';
import type { Principal } from '../principal.js';
import { newId, type Id, type IdMaker } from '../ids.js';

/** What an operation knows before it is begun: who asks, in which language, and when where the database is not to say. */
export interface Circumstances extends Partial<OperationTime> {
  readonly principal: Principal;
  readonly locale: Locale;
  /** How rows come to be: people's operations, or the loader of the demonstration, which may set the instant. */
  readonly recordedThrough: 'OPERATION' | 'DEMONSTRATION' | 'IMPORT';
  /** Left out, ids are random; the demonstration's come out the same in every load. */
  readonly makeId?: IdMaker;
}

/** A query reads one snapshot and writes nothing; a mutation sees its own changes before anybody else does. */
export type OperationKind = 'QUERY' | 'MUTATION';

/** What is done after an operation, in one of its own for the same principal. */
type Afterwards = (context: OperationContext) => Promise<void>;

/** What the database says of itself when an operation begins. */
export interface Said {
  readonly now: Date;
  /** The day on which the clock of a demonstration stands; null where the registry holds none. */
  readonly demonstrationDay: PlainDate | null;
}

/** A statement that connections keep prepared; a name stands for one text alone. */
export interface PreparedStatement {
  readonly name: string;
  readonly sql: string;
}

/** Whether the database makes one plan of a prepared statement for all parameters, or chooses for those given. */
type Planning = 'ONE_PLAN' | 'A_PLAN_EACH';
const PLANNING: Readonly<Record<Planning, string>> = {
  ONE_PLAN: 'SET LOCAL plan_cache_mode = force_generic_plan',
  A_PLAN_EACH: 'SET LOCAL plan_cache_mode TO DEFAULT',
};

/**
 * One operation: one connection, one transaction, and who asks. It is the first argument of every service method,
 * so that nothing hides who asks, and the only way to the database outside `libs/platform`.
 */
export class OperationContext implements Circumstances {
  readonly principal: Principal;
  /** The instant at which the operation began: everything it records carries it. */
  readonly now: Date;
  readonly today: PlainDate;
  readonly locale: Locale;
  readonly recordedThrough: Circumstances['recordedThrough'];
  readonly makeId: IdMaker;
  /** The registry holds invented data. */
  readonly demonstration: boolean;
  /** How many statements the operation has run, without its frame (BEGIN, settings, COMMIT). */
  statements = 0;
  /** Set by a problem, and by what was only to be tried: the transaction is rolled back, the answer is still given. */
  rolledBack = false;

  #queue: Promise<unknown> = Promise.resolve();
  /** Prepared statements on their way: all else waits for them, but they for nothing that only reads as they do. */
  readonly #reading = new Set<Promise<unknown>>();
  #planning: Planning = 'A_PLAN_EACH';
  readonly #kept = new Map<string, unknown>();
  readonly #afterwards: Afterwards[] = [];

  constructor(
    readonly kind: OperationKind,
    circumstances: Circumstances,
    said: Said,
    private readonly runner: QueryRunner,
  ) {
    this.principal = circumstances.principal;
    this.now = circumstances.now ?? said.now;
    this.today = circumstances.today ?? said.demonstrationDay ?? dayOf(this.now);
    this.locale = circumstances.locale;
    this.recordedThrough = circumstances.recordedThrough;
    this.makeId = circumstances.makeId ?? newId;
    this.demonstration = said.demonstrationDay !== null;
  }

  /** Rows of a parameterised statement. Statements of one operation queue up, but for those that are `prepared`. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.queued(() => this.runner.query(sql, [...parameters]) as Promise<Row[]>);
  }

  /**
   * As `query`, for a large statement that is asked again and again: each connection keeps it prepared under its name,
   * with one plan for all parameters. For statements whose plan no parameter should change; reading it anew each time
   * costs more than running it. Several are sent together where nobody waits for the first.
   */
  prepared<Row>({ name, sql }: PreparedStatement, parameters: readonly unknown[] = []): Promise<Row[]> {
    const rows = this.#queue.then(() =>
      this.planned('ONE_PLAN', async () => {
        const client = (await this.runner.connect()) as ClientBase;
        return (await client.query<Row & object>({ name, text: sql, values: [...parameters] })).rows;
      }),
    );
    this.#reading.add(rows);
    const done = () => this.#reading.delete(rows);
    rows.then(done, done);
    return rows;
  }

  /**
   * An UPDATE … RETURNING; TypeORM answers those with `[rows, count]`.
   * @returns the rows that were changed
   */
  async update<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const [rows] = await this.queued(
      () => this.runner.query(sql, [...parameters]) as Promise<[Row[], number]>,
    );
    return rows;
  }

  /** Entities through TypeORM, in the same queue. */
  entities<T>(use: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.queued(() => use(this.runner.manager));
  }

  async insert<E extends ObjectLiteral>(entity: new () => E, rows: readonly E[]): Promise<void> {
    if (rows.length > 0) await this.entities((manager) => manager.insert(entity, rows as E[]));
  }

  newId(): Id {
    return this.makeId(this.now);
  }

  /** Something made once an operation and kept for it, such as a loader. */
  once<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /**
   * Something to be done once this operation has committed, such as keeping what a query has computed, which may write
   * nothing itself. Whether it succeeds changes nothing of the answer; where the operation is undone it is not done.
   */
  afterwards(work: Afterwards): void {
    this.#afterwards.push(work);
  }

  get toDoAfterwards(): readonly Afterwards[] {
    return this.#afterwards;
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const before = Promise.allSettled([this.#queue, ...this.#reading]);
    const result = before.then(() => this.planned('A_PLAN_EACH', work));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  private async planned<T>(planning: Planning, work: () => Promise<T>): Promise<T> {
    this.statements += 1;
    if (planning === this.#planning) return work();
    const client = (await this.runner.connect()) as ClientBase;
    this.#planning = planning;
    // Sent together with the statement after it, so that it costs no way of its own.
    const [, answer] = await Promise.all([client.query(PLANNING[planning]), work()]);
    return answer;
  }
}
