import { compareKeys, isText, pageAmong, type Connection, type Key } from '#platform/graphql/connection.js';
import { isId, type Id } from '#platform/ids.js';
import type { ChangesPage } from './history.types.js';
import type { Group } from './member-state-course.js';
import { inBatches } from './status-of-pledges.js';

/** Something with its place among all. */
export interface Placed<T> {
  readonly key: Key;
  readonly group: Group;
  /** The pledge it is of; null where it is of the Member State. */
  readonly pledgeId: Id | null;
  readonly thing: T;
}

/** What was found of groups of pledges. */
export interface Found<P, S> {
  readonly pledges: readonly Placed<P>[];
  readonly memberStates: readonly Placed<S>[];
}

type Look<P, S> = (groups: readonly Group[]) => Promise<Found<P, S>>;
type Parts = readonly ((part: unknown) => unknown)[];

const isRank = (part: unknown): boolean => Number.isSafeInteger(part);
export const partsOfPledge: Parts = [isRank, isText, isId];
export const partsOfState: Parts = [isRank];

/**
 * What is told of many pledges and of their Member States, page by page. Where they are too many to be held at once,
 * their places alone are kept, and a page is looked at once more.
 */
export class Many<P, S> {
  private constructor(
    private readonly look: Look<P, S>,
    private readonly found: Found<P | undefined, S | undefined>,
  ) {}

  static async of<P, S>(groups: readonly Group[], look: Look<P, S>): Promise<Many<P, S>> {
    const batches = [...inBatches(groups, ({ pledgeIds }) => pledgeIds.length)];
    const pledges: Placed<P | undefined>[] = [];
    const memberStates: Placed<S | undefined>[] = [];
    for (const batch of batches) {
      const found = await look(batch);
      const isWhole = batches.length === 1;
      for (const each of found.pledges) pledges.push(isWhole ? each : { ...each, thing: undefined });
      for (const each of found.memberStates)
        memberStates.push(isWhole ? each : { ...each, thing: undefined });
    }
    const byKey = (one: Placed<unknown>, other: Placed<unknown>) => compareKeys(one.key, other.key);
    return new Many(look, { pledges: pledges.sort(byKey), memberStates: memberStates.sort(byKey) });
  }

  pledges<T>(page: ChangesPage, parts: Parts, present: (thing: P) => T): Promise<Connection<T>> {
    const again = async (missing: readonly Placed<unknown>[]) => {
      const ids = new Set(missing.map(({ pledgeId }) => pledgeId));
      const groups = groupsBehind(missing).map(({ rank, pledgeIds }) => ({
        ...{ rank, state: null },
        pledgeIds: pledgeIds.filter((id) => ids.has(id)),
      }));
      return (await this.look(groups)).pledges;
    };
    return pageOf(this.found.pledges, { page, parts, again, present });
  }

  memberStates<T>(page: ChangesPage, parts: Parts, present: (thing: S) => T): Promise<Connection<T>> {
    const again = async (missing: readonly Placed<unknown>[]) =>
      (await this.look(groupsBehind(missing))).memberStates;
    return pageOf(this.found.memberStates, { page, parts, again, present });
  }
}

const groupsBehind = (placed: readonly Placed<unknown>[]): Group[] => [
  ...new Set(placed.map(({ group }) => group)),
];

async function pageOf<Thing, T>(
  list: readonly Placed<Thing | undefined>[],
  asked: {
    readonly page: ChangesPage;
    readonly parts: Parts;
    readonly again: (missing: readonly Placed<unknown>[]) => Promise<readonly Placed<Thing>[]>;
    readonly present: (thing: Thing) => T;
  },
): Promise<Connection<T>> {
  const found = pageAmong(list, asked.page, ({ key }) => key, asked.parts);
  const missing = found.nodes.filter(({ thing }) => thing === undefined);
  const read = missing.length === 0 ? [] : await asked.again(missing);
  const nameOf = ({ key }: Placed<unknown>) => JSON.stringify(key);
  const byName = new Map(read.map((placed) => [nameOf(placed), placed.thing]));
  const nodes = found.nodes.flatMap((placed) => {
    const thing = placed.thing ?? byName.get(nameOf(placed));
    return thing === undefined ? [] : [asked.present(thing)];
  });
  return { ...found, nodes };
}
