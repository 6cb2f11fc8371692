import type { ClientBase, QueryResult } from 'pg';
import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import type { OperationTime } from '../clock.js';
import type { Principal } from '../principal.js';
import { OperationContext, type Circumstances, type OperationKind, type Said } from './operation-context.js';

/** What an operation stands in: its beginning, and who asks. */
interface FrameStatement {
  readonly text: string;
  readonly values?: string[];
}
type Answer = QueryResult<object>;

// One snapshot for a query, so that all its statements speak of the same moment; a mutation relies on versioned
// updates and constraints.
const BEGIN: Record<OperationKind, FrameStatement> = {
  QUERY: { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' },
  MUTATION: { text: 'BEGIN ISOLATION LEVEL READ COMMITTED' },
};

// In return the database says what time it is and whether it holds a demonstration: a process that remembered either
// could be contradicted by another.
const SAY_WHO_ASKS = `SELECT set_config('muster.role', $1, true), set_config('muster.member_state', $2, true),
  set_config('muster.subject', $3, true), clock_timestamp() AS now,
  (SELECT value FROM registry_mark WHERE key = 'demonstration') AS "demonstrationDay"`;

// An evaluator's sight is read once, through the policy of `assignment`, and then said to all other policies.
const SAY_WHAT_IS_ASSIGNED = `
WITH given AS (SELECT visit_id, pledge_id, member_state FROM assignment WHERE voided_at IS NULL)
SELECT set_config('muster.assigned_visits', coalesce(string_agg(DISTINCT visit_id::text, ','), ''), true),
       set_config('muster.assigned_pledges', coalesce(string_agg(DISTINCT pledge_id::text, ','), ''), true),
       set_config('muster.assigned_member_states', coalesce(string_agg(DISTINCT member_state, ','), ''), true)
FROM given`;
// Said once more than the policies say it, as ids: so that the rows are found by index and not among all. A table that
// was never analyzed seems to hold hardly a row that is not voided, so that is asked of those found.
const said = (name: string) =>
  `ANY ((SELECT string_to_array(nullif(current_setting('muster.${name}'), ''), ','))::uuid[])`;
const SAY_WHAT_VISITS_COVER = `
SELECT set_config('muster.assigned_pledges', concat_ws(',', nullif(current_setting('muster.assigned_pledges'), ''),
  (SELECT string_agg(DISTINCT pledge_id::text, ',') FILTER (WHERE voided_at IS NULL) FROM visit_coverage
   WHERE visit_id = ${said('assigned_visits')})), true)`;
// An assigned pledge shows all its facts, so the visits that cover it are seen, those of other evaluators too.
const SAY_WHICH_VISITS_ARE_SEEN = `
SELECT set_config('muster.seen_visits', concat_ws(',', nullif(current_setting('muster.assigned_visits'), ''),
  (SELECT string_agg(DISTINCT visit_id::text, ',') FILTER (WHERE voided_at IS NULL) FROM visit_coverage
   WHERE pledge_id = ${said('assigned_pledges')})), true)`;
const SAY_WHAT_AN_EVALUATOR_SEES: readonly FrameStatement[] = [
  { text: SAY_WHAT_IS_ASSIGNED },
  { text: SAY_WHAT_VISITS_COVER },
  { text: SAY_WHICH_VISITS_ARE_SEEN },
];

/** The database was lost while it was to commit: whether it has is not known. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/**
 * Runs one operation inside one transaction on one connection, with who asks said to the database first. Commits
 * when the work is done, rolls back when it failed or met a problem, and gives the connection back with nothing on it.
 *
 * @throws OutcomeUnknown where the database is lost while it commits a change
 */
export async function inOperation<T>(
  dataSource: DataSource,
  kind: OperationKind,
  circumstances: Circumstances,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  let done: OperationContext | undefined;
  const result = await inTransaction(dataSource, kind, whoAsks(circumstances), async (runner, [, said]) => {
    const context = contextOf(kind, runner, circumstances, said);
    const found = await work(context);
    if (!context.rolledBack) done = context;
    return { result: found, commit: !context.rolledBack };
  });
  for (const after of done?.toDoAfterwards ?? []) {
    // The answer stands already, and is as good without it.
    await inOperation(dataSource, 'MUTATION', circumstances, after).catch((error: unknown) => {
      process.emitWarning(`what was to be done after an operation failed: ${String(error)}`);
    });
  }
  return result;
}

/** Runs one of several operations that share a transaction, at an instant that is given. */
export type RunOperation = <T>(
  circumstances: Circumstances & OperationTime,
  work: (context: OperationContext) => Promise<T>,
) => Promise<T>;

const OPERATIONS_UNTIL_PLANNED_ANEW = 1_000;

/**
 * Runs many operations one after the other, each by its own principal and at its own instant, in one transaction: after
 * a failure, or a kill, none of them has happened.
 */
export async function inOneTransaction<T>(
  dataSource: DataSource,
  work: (operation: RunOperation) => Promise<T>,
): Promise<T> {
  return inTransaction(dataSource, 'MUTATION', [], async (runner) => {
    let asked: Principal | undefined;
    let said: Answer | undefined;
    let operations = 0;
    const operation: RunOperation = async (circumstances, change) => {
      // Plans that were made when the tables were small would go on reading them whole.
      if (operations % OPERATIONS_UNTIL_PLANNED_ANEW === 0) await runner.query('DISCARD PLANS');
      operations += 1;
      // What an evaluator sees is for others to change: it is as it was, too, until another asks.
      if (!isSame(circumstances.principal, asked)) {
        [said] = await sendTogether(runner, whoAsks(circumstances));
        asked = circumstances.principal;
      }
      const context = contextOf('MUTATION', runner, circumstances, said);
      const result = await change(context);
      // What was only to be tried would stay with all the others.
      if (context.rolledBack) throw new Error('one of several operations is not undone by itself');
      return result;
    };
    return { result: await work(operation), commit: true };
  });
}

async function inTransaction<T>(
  dataSource: DataSource,
  kind: OperationKind,
  beginning: readonly FrameStatement[],
  work: (
    runner: QueryRunner,
    begun: readonly Answer[],
  ) => Promise<{ readonly result: T; readonly commit: boolean }>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    const begun = await sendTogether(runner, [BEGIN[kind], ...beginning]);
    const { result, commit } = await work(runner, begun);
    await runner.query(commit ? 'COMMIT' : 'ROLLBACK').catch((error: unknown) => {
      throw kind === 'MUTATION' && commit && !isRefusal(error)
        ? new OutcomeUnknown('the database was lost at a commit', { cause: error })
        : error;
    });
    return result;
  } catch (error) {
    // A lost connection cannot roll back; the database has done so itself, and the error below says why.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

const isSame = (one: Principal, other: Principal | undefined): boolean =>
  one.role === other?.role && one.memberState === other.memberState && one.subject === other.subject;

function whoAsks({ principal }: Circumstances): FrameStatement[] {
  const { role, memberState, subject } = principal;
  const said = { text: SAY_WHO_ASKS, values: [role, memberState ?? '', subject] };
  return role === 'EVALUATOR' ? [said, ...SAY_WHAT_AN_EVALUATOR_SEES] : [said];
}

function contextOf(
  kind: OperationKind,
  runner: QueryRunner,
  circumstances: Circumstances,
  answer: Answer | undefined,
): OperationContext {
  const said = answer?.rows[0];
  if (said === undefined) throw new Error('a statement without a table has one row');
  return new OperationContext(kind, circumstances, said as Said, runner);
}

/**
 * Sends statements without waiting for the answer to each, and waits for all. Where one fails those after it do nothing,
 * since the transaction has failed; where none was begun, what they say of who asks ends with them, and nothing is seen.
 */
async function sendTogether(runner: QueryRunner, statements: readonly FrameStatement[]): Promise<Answer[]> {
  const client = (await runner.connect()) as ClientBase;
  const answers = await Promise.allSettled(statements.map((statement) => client.query(statement)));
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/** The database itself says that it has not committed: an error of its own, other than that the session is ended. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code = '' } = error.driverError as { code?: string };
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('57P') && !code.startsWith('08');
}
