import DataLoader from 'dataloader';
import { decodeCursor, pageOf, type Connection, type PageArgs } from '#platform/graphql/connection.js';
import { isId, type Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { parsePlainDate } from '#platform/plain-date.js';
import { TIMELINE } from './timeline.sql.js';
import type { TimelineEntry } from './timeline.type.js';

export type TimelinePage = Pick<PageArgs, 'first' | 'after'>;

/** As the statement writes it, in JSON: instants are texts, the content is the table's row. */
type EntryRow = Omit<TimelineEntry, 'recordedAt' | 'voided' | 'content'> & {
  readonly rowId: Id;
  readonly recordedAt: string;
  readonly voided: { readonly at: string; readonly by: string; readonly reason: string } | null;
  readonly content: Readonly<Record<string, unknown>>;
};

/** What every row carries for the registry's own sake, or what the entry itself says already. */
const BOOKKEEPING = /^(row_id|id|member_state|pledge_id|recorded_.*|voided_.*)$/;

/** A page of all that happened to a pledge, the latest first; pledges asked for together share one statement. */
export function timelineOf(
  context: OperationContext,
  id: Id,
  moment: Moment,
  page: TimelinePage,
): Promise<Connection<TimelineEntry>> {
  const asked = JSON.stringify([moment, page.first, page.after]);
  const loader = context.once(
    `timeline ${asked}`,
    () => new DataLoader<Id, Connection<TimelineEntry>>((ids) => timelines(context, ids, moment, page)),
  );
  return loader.load(id);
}

/** As `timelineOf`, for several pledges in one statement. */
export async function timelines(
  context: OperationContext,
  ids: readonly Id[],
  { asOf, knownOn }: Moment,
  page: TimelinePage,
): Promise<Connection<TimelineEntry>[]> {
  const cursor = decodeCursor(page.after, [parsePlainDate, isInstant, isId]) ?? [null, null, null];
  const rows = await context.prepared<{ id: Id; total: number; entries: readonly EntryRow[] }>(TIMELINE, [
    ids,
    knownOn,
    asOf,
    ...cursor,
    page.first + 1,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const { entries = [], total = 0 } = byId.get(id) ?? {};
    const keyOf = ({ day, recordedAt, rowId }: EntryRow) => [day, recordedAt, rowId];
    const { nodes, ...rest } = pageOf(entries, page, total, keyOf);
    return { ...rest, nodes: nodes.map(entryOf) };
  });
}

function entryOf({ content, recordedAt, voided, ...entry }: EntryRow): TimelineEntry {
  return {
    ...entry,
    recordedAt: new Date(recordedAt),
    voided: voided && { ...voided, at: new Date(voided.at) },
    content: Object.entries(content)
      .filter(([column, value]) => value !== null && !BOOKKEEPING.test(column))
      .map(([column, value]) => ({ name: camelCase(column), value: written(value) })),
  };
}

/** Columns are named in snake_case, everything that leaves the registry in camelCase. */
export const camelCase = (column: string): string =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

const written = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

// As the statement writes it: much that JavaScript takes for an instant PostgreSQL refuses.
const isInstant = (part: unknown): boolean =>
  typeof part === 'string' &&
  /^(19|20|21)\d\d-\d\d-\d\dT[\d:.]{8,15}(Z|[+-]\d\d:\d\d)$/.test(part) &&
  !Number.isNaN(Date.parse(part));
