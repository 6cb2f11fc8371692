import pg from 'pg';
import type { Principal } from '#platform/principal.js';
import { asOwner } from './database-server.js';
import type { TestRegistry } from './registry.js';

const ROW = `memberState { iso3 } word flags pool committed deployed counts { level status count } limiting { code count }
  bestLevel rdl availablePersonnel evidence { complete pool } nextChangeOn requirementReviewsDue stateBars { id from until }`;
const BOARDS: Readonly<Record<string, string>> = {
  all: '',
  units: 'unitTypes: ["INFANTRY_BATTALION", "MEDICAL_LEVEL_2"], regions: ["AFRICAN", "ASIA_PACIFIC"]',
  reasons: 'reasonCodes: ["DOC_EXPIRED", "AAV_STALE", "RATING_2"], requirementReviewDue: false',
  reviews: 'requirementReviewDue: true',
};
const LISTS: Readonly<Record<string, string>> = {
  ready: 'filter: { statuses: ["READY", "BLOCKED"] }, first: 20',
  reasons: `filter: { reasonCodes: ["DOC_MISSING", "NO_AAV", "HR_SCREENING_PENDING"], components: ["MILITARY"] },
    sort: { by: "STATUS", direction: "DESC" }, first: 40`,
  levels: `filter: { levels: ["NONE", "LEVEL_3"], lifecycles: ["REGISTERED", "DEPLOYED"] },
    sort: { by: "DEPLOYABLE_WITHIN_DAYS" }, first: 15`,
  soon: 'filter: { nextChangeBefore: "2026-02-01" }, sort: { by: "NEXT_CHANGE_ON" }, first: 200',
  sorted: 'sort: { by: "LEVEL", direction: "DESC" }, first: 200',
};

const PAGE = `fragment page on PledgeConnection { totalCount pageInfo { hasNextPage endCursor }
  nodes { id lifecycle status { level status nextChangeOn parameterSet knownOn reasons { severity code params } } } }`;

/** Questions whose answers rest on the status of many pledges, in one document. `$knownOn` computes them anew. */
const questions = (boards: readonly string[], lists: readonly string[]) => `query ($knownOn: DateTime) {
${boards
  .map(
    (name) => `  board_${name}: board(knownOn: $knownOn, filter: { ${BOARDS[name]} }) {
    basis { asOf knownOn parameterSet } rows { ${ROW} } totals { memberStates pool words { word count } } }`,
  )
  .join('\n')}
${lists.map((name) => `  list_${name}: pledges(knownOn: $knownOn, ${LISTS[name]}) { ...page }`).join('\n')}
}
${lists.length > 0 ? PAGE : ''}`;

const QUESTIONS = {
  ALL: questions(Object.keys(BOARDS), Object.keys(LISTS)),
  /** What is kept of every pledge and Member State, once each. */
  FEW: questions(['all'], ['sorted']),
  /** The same without what is evaluated for a page anyway. */
  BOARD: questions(['all'], []),
};

/** The answer from what is kept; computed from the facts where an instant is named. */
export async function keptAnswer(
  registry: TestRegistry,
  principal: Principal,
  how: keyof typeof QUESTIONS,
  knownOn: Date | null = null,
): Promise<string> {
  const { text, body } = await registry.ask(principal, QUESTIONS[how], { knownOn });
  if (body.errors !== undefined) throw new Error(text);
  return text;
}

/** The answers from what is kept, and computed from the facts: known at the very instant that the clock shows. */
export async function bothAnswers(
  registry: TestRegistry,
  principal: Principal,
  how: keyof typeof QUESTIONS = 'ALL',
): Promise<{ readonly kept: string; readonly computed: string }> {
  const kept = await keptAnswer(registry, principal, how);
  const computed = await keptAnswer(registry, principal, how, registry.clock.now());
  return { kept, computed };
}

/** Expects both to be the same to the byte. @returns the answer */
export async function expectSame(...asked: Parameters<typeof bothAnswers>): Promise<string> {
  const { kept, computed } = await bothAnswers(...asked);
  // Jest would compare megabytes line by line.
  if (kept !== computed) throw new Error(differenceOf(kept, computed));
  return kept;
}

function differenceOf(kept: string, computed: string): string {
  const at = [...kept].findIndex((letter, place) => letter !== computed[place]);
  const around = (text: string) => text.slice(Math.max(0, at - 300), at + 200);
  return `kept and computed answers differ:\n${around(kept)}\n—\n${around(computed)}`;
}

/** Statements of the owner, who is shown every row. */
export class Owner {
  private constructor(private readonly client: pg.Client) {}

  static async of(registry: TestRegistry): Promise<Owner> {
    const client = new pg.Client(registry.ownerUrl);
    await client.connect();
    await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    return new Owner(client);
  }

  async run<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /** The generation of every Member State. */
  async generations(): Promise<Map<string, string>> {
    const rows = await this.run<{ iso3: string; number: string }>(
      `SELECT member_state AS iso3, generation AS number FROM member_state_generation`,
    );
    return new Map(rows.map(({ iso3, number }) => [iso3, number]));
  }

  /** Nothing that is kept is believed any longer. */
  async forget(): Promise<void> {
    await this.run('UPDATE member_state_generation SET generation = generation + 1');
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** How many statuses of pledges are kept. */
export const keptStatuses = async (ownerUrl: string): Promise<number> => {
  const [row] = await asOwner<{ count: number }>(
    ownerUrl,
    `SELECT set_config('muster.role', 'STAFF', false), (SELECT count(*)::int FROM kept_status) AS count`,
  );
  return row?.count ?? 0;
};
