import { ENTITIES } from '#api/entities.js';
import { Mutations, type MutationName } from '#cli/demonstration/mutations.js';
import { Database } from '#platform/database/database.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { memberStateAt, outlookOfState } from '#status/member-state.js';
import { writtenDay } from '#status/present-status.js';
import { statusOfPledges, type PledgeAtMoment } from '#status/status-of-pledges.js';
import { STAFF } from './registry.js';
import type { Desk } from './recorded-suppositions.js';

/** What a pledge and its Member State come to, in the words of the API. */
export interface Outlook {
  readonly lifecycle: string;
  readonly status: {
    readonly level: string;
    readonly status: string;
    readonly nextChangeOn: string | null;
    readonly reasons: readonly { readonly code: string }[];
  };
  readonly memberState: object;
}

/** A database in which things are recorded as staff, to be seen or to be undone. */
export class Recordings {
  private constructor(
    private readonly database: Database,
    private readonly mutations: Mutations,
    private readonly now: Date,
    private readonly today: PlainDate,
  ) {}

  static async open(appUrl: string, now: Date, today: PlainDate): Promise<Recordings> {
    const database = await new Database({ url: appUrl, poolSize: 1, entities: ENTITIES }).connect();
    return new Recordings(database, await Mutations.wired(), now, today);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Every pledge of the registry as it stands, or stood on a day. */
  all(asOf = this.today): Promise<PledgeAtMoment[]> {
    return this.operation(async (context) => {
      const rows = await context.query<{ id: Id }>('SELECT id FROM pledge ORDER BY id');
      const ids = rows.map(({ id }) => id);
      return [...(await statusOfPledges(context, ids, { asOf, knownOn: this.now })).values()];
    });
  }

  /** @returns false where it is refused */
  record(recording: (desk: Desk) => Promise<unknown>): Promise<boolean> {
    return this.operation(async (context) => this.tried(context, recording));
  }

  /** What a pledge comes to once something is recorded, which is then undone; null where its recording is refused. */
  outlookAfter(
    id: Id,
    recording: (desk: Desk) => Promise<unknown>,
    asOf = this.today,
  ): Promise<Outlook | null> {
    return this.operation(async (context) => {
      const done = await this.tried(context, recording);
      context.rolledBack = true;
      return done ? this.outlook(context, id, asOf) : null;
    });
  }

  private operation<T>(work: (context: OperationContext) => Promise<T>): Promise<T> {
    const { now, today } = this;
    const circumstances = {
      principal: STAFF,
      locale: 'en',
      recordedThrough: 'OPERATION',
      now,
      today,
    } as const;
    return this.database.operation('MUTATION', circumstances, work);
  }

  private async tried(
    context: OperationContext,
    recording: (desk: Desk) => Promise<unknown>,
  ): Promise<boolean> {
    try {
      await recording({
        context,
        do: async (mutation, input) => {
          const made = await this.mutations.perform(context, mutation as MutationName, input as never);
          return (made as { readonly id: string }).id;
        },
      });
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      context.rolledBack = true;
      return false;
    }
  }

  private async outlook(context: OperationContext, id: Id, asOf: PlainDate): Promise<Outlook> {
    const moment = { asOf, knownOn: this.now };
    const pledge = (await statusOfPledges(context, [id], moment)).get(id);
    const state = pledge && (await memberStateAt(context, moment, pledge.memberState));
    if (pledge === undefined || state === undefined) throw new Error(`pledge ${id} is not there`);
    const { level, status, nextChangeOn, reasons } = pledge.evaluation;
    return {
      lifecycle: pledge.facts.lifecycle,
      status: { level, status, nextChangeOn: writtenDay(nextChangeOn), reasons },
      memberState: outlookOfState(state.rollUp),
    };
  }
}
