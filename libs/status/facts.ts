import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { Day } from '#readiness/day.js';
import type { Facts, ImprovementPlanFact, RdlFact } from '#readiness/facts.js';
import { FACTS_SQL } from './facts.sql.js';

const FACTS = { name: 'facts', sql: FACTS_SQL };

/** What a fact rests on: by kind of record (`VISIT_OUTCOME`), one id or several; null where there is none. */
export type Records = Readonly<Record<string, Id | readonly Id[] | null>>;

/** An improvement plan that can count; `ofLatest` where it is that of the latest evaluation. */
export interface PlanFact extends ImprovementPlanFact {
  readonly ofLatest: boolean;
  readonly records?: Records;
}

/** The facts of a pledge, which objects among them carry their own `records`, with those of the plain values. */
export interface RecordedFacts extends Facts {
  /** With the day on which another agreement begins, which may then be the one that counts. */
  readonly rdl: (RdlFact & { readonly anotherFrom?: Day | null }) | null;
  /** What was verified of a pledge without an agreement; `rdl` says it of the others. */
  readonly unagreedVerification: RdlFact['verification'];
  /** The plan that counts, first, and the open ones that would count after it. */
  readonly plans: readonly PlanFact[];
  readonly records: Readonly<Partial<Record<keyof Facts, Records>>>;
}

/** A pledge on a day: what it is, what is said of it, and its facts. */
export interface PledgeFacts {
  readonly id: Id;
  readonly memberState: string;
  readonly reference: string;
  readonly unitType: string;
  readonly version: number;
  readonly recordedAt: Date;
  /** The description that holds on the day, as its table's row; null where none does. */
  readonly description: Readonly<Record<string, unknown>> | null;
  readonly facts: RecordedFacts;
}

/** A pledge and the day it is asked of. */
export interface PledgeDay {
  readonly id: Id;
  readonly day: PlainDate;
}

/**
 * Derives the facts of pledges on days in one statement; history passes many days of one pledge, a board one day of many.
 * @param knownOn only what was recorded by then, and not voided by then, counts
 * @returns in the order asked; undefined where a pledge is missing, hidden or had not taken its first step by the day
 */
export async function facts(
  context: OperationContext,
  asked: readonly PledgeDay[],
  knownOn: Date,
): Promise<(PledgeFacts | undefined)[]> {
  const found = new Array<PledgeFacts | undefined>(asked.length);
  if (asked.length === 0) return found;
  const rows = await context.prepared<PledgeFacts & { place: number }>(FACTS, [
    asked.map(({ id }) => id),
    asked.map(({ day }) => day),
    knownOn,
  ]);
  for (const row of rows) found[row.place - 1] = row;
  return found;
}
