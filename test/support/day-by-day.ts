import { ENTITIES } from '#api/entities.js';
import { Database } from '#platform/database/database.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, dayOf, type PlainDate } from '#platform/plain-date.js';
import { STANDING_OF, type BarFact } from '#readiness/facts.js';
import { rollUp } from '#readiness/roll-up.js';
import { dayNumber, statusOnDays, type PledgeAtMoment } from '#status/status-of-pledges.js';
import { STAFF, type TestRegistry } from './registry.js';

/** Pairs of pledge and day that are read at once. */
const AT_ONCE = 2_000;

/** What a pledge comes to, as an answer says it. */
export interface PledgeSaid {
  readonly lifecycle: string;
  readonly level: string;
  readonly status: string;
  readonly reasons: readonly object[];
}

/** A day on which something is said that was not said the day before. */
export interface Changed<Said> {
  readonly day: PlainDate;
  readonly before: Said | null;
  readonly after: Said;
}

/** What each day says of pledges and of their Member State, and where that is another thing than on the day before. */
export interface DayByDay {
  readonly pledges: ReadonlyMap<Id, readonly Changed<PledgeSaid>[]>;
  readonly memberState: readonly Changed<object>[];
}

/** A bar of a Member State as a whole, as its row says it. */
type Bar = BarFact & { readonly decidedOn: PlainDate };

/** Runs one question of staff on the registry's database, at the registry's time. */
export async function askedDirectly<T>(
  registry: TestRegistry,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  const database = await new Database({ url: registry.appUrl, poolSize: 1, entities: ENTITIES }).connect();
  const now = registry.clock.now();
  const when = { now, today: dayOf(now), locale: 'en', recordedThrough: 'OPERATION' } as const;
  try {
    return await database.operation('QUERY', { principal: STAFF, ...when }, work);
  } finally {
    await database.close();
  }
}

/**
 * Evaluates pledges anew on every single day of a period and of its eve, from the facts of that day: no day is told from
 * another.
 */
export async function dayByDay(
  context: OperationContext,
  ids: readonly Id[],
  [from, until]: readonly [PlainDate, PlainDate],
  { bars = [], knownOn = context.now }: { readonly bars?: readonly Bar[]; readonly knownOn?: Date } = {},
): Promise<DayByDay> {
  const pledges = new Map(ids.map((id) => [id, new Changes<PledgeSaid>()]));
  const memberState = new Changes<object>();
  const days: PlainDate[] = [];
  for (let day = addDays(from, -1); day <= until; day = addDays(day, 1)) days.push(day);
  const step = Math.max(1, Math.floor(AT_ONCE / Math.max(ids.length, 1)));
  for (let start = 0; start < days.length; start += step) {
    const some = days.slice(start, start + step);
    const asked = some.flatMap((day) => ids.map((id) => ({ id, day })));
    const found = await statusOnDays(context, asked, { knownOn });
    for (const [place, day] of some.entries()) {
      const ofDay = found.slice(place * ids.length, (place + 1) * ids.length);
      for (const [index, id] of ids.entries()) pledges.get(id)?.say(day, saidOf(ofDay[index]));
      memberState.say(day, stateOf(ofDay, day, bars));
    }
  }
  return {
    pledges: new Map([...pledges].map(([id, { list }]) => [id, list])),
    memberState: memberState.list,
  };
}

/** What is said day after day, kept where it changes; the first day is compared with none. */
class Changes<Said> {
  readonly list: Changed<Said>[] = [];
  #last: Said | null | undefined;
  #written = '';

  say(day: PlainDate, said: Said | null): void {
    const written = JSON.stringify(said);
    if (this.#last !== undefined && written !== this.#written && said !== null) {
      this.list.push({ day, before: this.#last, after: said });
    }
    this.#last = said;
    this.#written = written;
  }
}

/** A pledge as an answer says it. */
export function saidOf(pledge: PledgeAtMoment | undefined): PledgeSaid | null {
  if (pledge === undefined) return null;
  const { level, status, reasons } = pledge.evaluation;
  const told = reasons.map(({ severity, code, params }) => ({ severity, code, params: { ...params } }));
  return { lifecycle: pledge.facts.lifecycle, level, status, reasons: told };
}

function stateOf(found: readonly (PledgeAtMoment | undefined)[], day: PlainDate, bars: readonly Bar[]) {
  const pledges = found.flatMap((pledge) =>
    pledge && STANDING_OF[pledge.facts.lifecycle] !== 'OUTSIDE' ? [pledge] : [],
  );
  const stateBars = bars.filter(({ decidedOn }) => decidedOn <= day);
  const { counts, limiting, ...all } = rollUp({ asOf: dayNumber(day), stateBars, pledges });
  const { word, flags, pool, committed, deployed, bestLevel, rdl, evidence } = all;
  return {
    ...{ word, flags, pool, committed, deployed },
    counts: Object.entries(counts).map(([place, count]) => {
      const [level, status] = place.split('/');
      return { level, status, count };
    }),
    limiting: Object.entries(limiting).map(([code, count]) => ({ code, count })),
    ...{ bestLevel, rdl, evidence },
  };
}
