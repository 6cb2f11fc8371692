import { ENTITIES } from '#api/entities.js';
import { StartError } from '#platform/configuration.js';
import { Database } from '#platform/database/database.js';
import { idMaker, type Id } from '#platform/ids.js';
import { dayOf, type PlainDate } from '#platform/plain-date.js';
import { describeProblem } from '#platform/messages/problem-message.js';
import { ProblemError } from '#platform/problem.js';
import type { RunOperation } from '#platform/operation/operation-scope.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { DEMONSTRATION_DAY, FIRST_RECORDED_DAY, latest } from './calendar.js';
import type { Desk, Happening } from './happening.js';
import { Mutations } from './mutations.js';
import { OFFICER } from './principals.js';
import { SeededRandom } from './random.js';
import { allHappenings } from './registry.js';

export interface LoadOptions {
  /** The application's connection, as the server has it. */
  readonly databaseUrl: string;
  readonly progress?: (done: number, total: number) => void;
  /** What performs the operations; left out, the mutations of the API. */
  readonly mutations?: Performer;
}

/** Who performs an operation under its name. */
export type Performer = Pick<Mutations, 'perform'>;

/** What was recorded. */
export interface Summary {
  readonly pledges: number;
  readonly memberStates: number;
  readonly operations: number;
}

const ID_SEED = 20_251_013;
const DAY_BEGINS = 8 * 3_600_000;
const DAY_LASTS = 9 * 3_600_000;

/**
 * Records the demonstration registry: invented, the same in every load down to its ids, through the mutations of the
 * API under a clock that moves from day to day. All in one transaction, so that a load that is killed leaves nothing.
 *
 * @throws StartError where the registry already holds anything
 */
export async function loadDemonstration({ databaseUrl, progress, mutations }: LoadOptions): Promise<Summary> {
  const database = new Database({ url: databaseUrl, poolSize: 1, entities: ENTITIES, prepares: true });
  await database.connect();
  try {
    return await record(database, mutations ?? (await Mutations.wired()), progress);
  } finally {
    await database.close();
  }
}

async function record(
  database: Database,
  mutations: Performer,
  progress: LoadOptions['progress'],
): Promise<Summary> {
  const random = new SeededRandom(ID_SEED);
  const makeId = idMaker(random);
  const happenings = inOrder(allHappenings());
  const records = new Map<string, Id>();
  return database.oneTransaction(async (operation) => {
    await mark(operation);
    for (const [index, { now, happening }] of happenings.entries()) {
      const circumstances = {
        principal: happening.by,
        now,
        today: dayOf(now),
        locale: 'en',
        recordedThrough: 'DEMONSTRATION',
        makeId,
      } as const;
      await operation(circumstances, (context) =>
        happening.record(deskOf(context, mutations, records), happening.pledges),
      ).catch((error: unknown) => refused(happening, error));
      progress?.(index + 1, happenings.length);
    }
    return summary(operation, happenings.length);
  });
}

/** Each on its day, or on the registry's first; within a day in the order told, over the hours of an office. */
function inOrder(happenings: readonly Happening[]): { now: Date; happening: Happening }[] {
  const days = new Map<PlainDate, Happening[]>();
  for (const happening of happenings) {
    const day = latest(happening.day, FIRST_RECORDED_DAY);
    const ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, [happening]);
    else ofDay.push(happening);
  }
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([day, ofDay]) => {
      const morning = Date.parse(`${day}T00:00:00Z`) + DAY_BEGINS;
      return ofDay.map((happening, place) => ({
        now: new Date(morning + Math.floor((DAY_LASTS * place) / ofDay.length)),
        happening,
      }));
    });
}

/** A story that the registry does not take is a mistake in the story: say whose it is. */
function refused({ pledges, day }: Happening, error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  throw new Error(`${pledges.join(', ')} on ${day}: ${describeProblem(error.problem, 'en')}`, {
    cause: error,
  });
}

function deskOf(context: OperationContext, mutations: Performer, records: Map<string, Id>): Desk {
  return {
    use: (name, input) => mutations.perform(context, name, input),
    versionOf: async (table, id) => {
      const [row] = await context.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [
        id,
      ]);
      if (row === undefined) throw new Error(`${table} ${id} is not seen by ${context.principal.subject}`);
      return row.version;
    },
    keep: (name, id) => records.set(name, id),
    kept: (name) => {
      const id = records.get(name);
      if (id === undefined) throw new Error(`nothing is kept under ${name}`);
      return id;
    },
  };
}

const AS_OFFICER = {
  principal: OFFICER,
  now: new Date(`${DEMONSTRATION_DAY}T18:00:00Z`),
  today: DEMONSTRATION_DAY,
  locale: 'en',
  recordedThrough: 'DEMONSTRATION',
} as const;

/** First, so that a second load waits for the first one's end; the value is the day on which the clock stands. */
async function mark(operation: RunOperation): Promise<void> {
  await operation(AS_OFFICER, async (context) => {
    const marked = await context.query(
      `INSERT INTO registry_mark (key, value) VALUES ('demonstration', $1) ON CONFLICT DO NOTHING RETURNING key`,
      [DEMONSTRATION_DAY],
    );
    const [held] = await context.query<{ pledges: number; visits: number }>(
      `SELECT (SELECT count(*)::int FROM pledge) AS pledges, (SELECT count(*)::int FROM visit) AS visits`,
    );
    if (marked.length === 0 || held === undefined || held.pledges + held.visits > 0) {
      throw new StartError(
        `The registry holds ${held?.pledges} pledges already: the demonstration is loaded into an empty one only`,
      );
    }
  });
}

function summary(operation: RunOperation, operations: number): Promise<Summary> {
  return operation(AS_OFFICER, async (context) => {
    const [counts] = await context.query<Omit<Summary, 'operations'>>(
      `SELECT count(*)::int AS pledges, count(DISTINCT member_state)::int AS "memberStates" FROM pledge`,
    );
    if (counts === undefined) throw new Error('a count has a row');
    return { ...counts, operations };
  });
}
