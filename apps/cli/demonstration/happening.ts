import type { Id } from '#platform/ids.js';
import type { TableWithVersion } from '#platform/record/version.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import type { InputOf, MutationName, ResultOf } from './mutations.js';

/** What somebody at the registry can do at the moment of a happening. */
export interface Desk {
  /** Uses one mutation of the API. */
  use<Name extends MutationName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** The version that would be read before changing. */
  versionOf(table: TableWithVersion, id: Id): Promise<number>;
  /** Remembers a record under a name, for the happenings that come back to it. */
  keep(name: string, id: Id): void;
  kept(name: string): Id;
}

/** One operation: what one person records of what happened on a day. */
export interface Happening {
  /** The day of which it speaks; it is recorded on that day, or from paper when the registry begins. */
  readonly day: PlainDate;
  readonly by: Principal;
  /** Names of the pledges that it is about. */
  readonly pledges: readonly string[];
  /** What several pledges of a Member State share happens once for all of them: the same visit has the same name. */
  readonly shared?: string;
  /** It ends its pledge: what was told of later days does not happen. */
  readonly ends?: true;
  record(desk: Desk, pledges: readonly string[]): Promise<unknown>;
}

/** Happenings of the same shared name become one, about all their pledges, where the first stands. */
export function shareVisits(happenings: readonly Happening[]): Happening[] {
  const pledgesOf = new Map<string, string[]>();
  for (const { shared, pledges } of happenings) {
    if (shared !== undefined) pledgesOf.set(shared, [...(pledgesOf.get(shared) ?? []), ...pledges]);
  }
  const told = new Set<string>();
  return happenings.flatMap((happening) => {
    const { shared } = happening;
    if (shared === undefined) return happening;
    if (told.has(shared)) return [];
    told.add(shared);
    return { ...happening, pledges: pledgesOf.get(shared) ?? [] };
  });
}
