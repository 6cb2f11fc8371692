import { Injectable } from '@nestjs/common';
import {
  compareKeys,
  decodeCursor,
  isText,
  pageOf,
  type Connection,
  type PageArgs,
} from '#platform/graphql/connection.js';
import { isId, type Id } from '#platform/ids.js';
import { momentOf, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { LEVEL_RANK, STATUSES } from '#readiness/facts.js';
import { formatDay } from '#readiness/day.js';
import type { Evaluation } from '#readiness/evaluate.js';
import type { Pledge } from '#pledges/pledge.entity.js';
import { memberStatesNamed } from '#reference/names.js';
import type { Direction, PledgeFilterInput, PledgeSort, PledgeSortInput } from './pledge-filter.input.js';
import { keep, keptBasis, type Generation, type KeptBasis } from './kept.js';
import {
  keptPledgesStatement,
  pledgesStatement,
  SQL_SORTS,
  type Conditions,
  type PledgesStatement,
  type SqlSort,
  type StatusConditions,
  type StatusSort,
} from './pledge-list.sql.js';
import { answeredPledge } from './pledge.loader.js';
import { inBatches, statusOfPledges, type PledgeAtMoment } from './status-of-pledges.js';

/** What a pledge is sorted by, closed by its id. */
type PledgeKey = readonly [key: string | number, id: Id];

interface Order<By extends PledgeSort = PledgeSort> {
  readonly by: By;
  readonly direction: Direction;
}

interface Found {
  readonly total: number;
  readonly page: readonly PledgeKey[];
}

/** The pledges whose status has to be computed; beside them what is kept of all others. */
interface ToCompute {
  readonly rest: readonly PledgeKey[];
  readonly kept: Found;
  /** Where their statuses are to be kept: those of their Member States. */
  readonly generations: Readonly<Record<string, Generation>>;
}

/** Sorts that need a status: the key is the evaluation's. What never changes comes after every day. */
const STATUS_SORTS: Readonly<
  Record<StatusSort, { key: (evaluation: Evaluation) => string | number; type: 'integer' | 'text' }>
> = {
  LEVEL: { key: ({ level }) => LEVEL_RANK[level], type: 'integer' },
  STATUS: { key: ({ status }) => STATUSES.indexOf(status), type: 'integer' },
  NEXT_CHANGE_ON: {
    key: ({ nextChangeOn }) => (nextChangeOn === null ? 'never' : formatDay(nextChangeOn)),
    type: 'text',
  },
};

/** Lists of pledges as of a moment. */
@Injectable()
export class PledgeListService {
  /**
   * One page of the pledges that a filter lets through. Where filter and sort need no status, only the page is
   * evaluated; else also those that the rest of the filter lets through and of which no status is kept, batch by batch.
   * Three statements, and more only where there is something to compute beside the page.
   * @throws ProblemError NOT_FOUND for a cursor of another list
   */
  async pledges(
    context: OperationContext,
    filter: PledgeFilterInput,
    sort: PledgeSortInput,
    page: PageArgs,
  ): Promise<Connection<Pledge>> {
    const moment = momentOf(context, page);
    const order = orderOf(sort);
    const { by } = order;
    const after = cursorOf(page.after, by);
    const list =
      isSqlSort(by) && !needsStatus(filter)
        ? await this.pageThenStatus(context, filter, { ...order, by }, moment, { after, first: page.first })
        : await this.statusThenPage(context, filter, order, moment, { after, first: page.first });
    const { nodes, pageInfo, totalCount } = pageOf(list.found, page, list.total, ({ key }) => key);
    return { nodes: nodes.map(({ pledge }) => answeredPledge(pledge)), pageInfo, totalCount };
  }

  private async pageThenStatus(
    context: OperationContext,
    filter: PledgeFilterInput,
    order: Order<SqlSort>,
    moment: Moment,
    { after, first }: { readonly after: PledgeKey | null; readonly first: number },
  ) {
    // One more than the page says whether another page follows.
    const { total, page } = await candidates(context, filter, order, moment, { after, rows: first + 1 });
    return { total, found: await evaluated(context, page, moment) };
  }

  private async statusThenPage(
    context: OperationContext,
    filter: PledgeFilterInput,
    { by, direction }: Order,
    moment: Moment,
    { after, first }: { readonly after: PledgeKey | null; readonly first: number },
  ) {
    const basis = await keptBasis(context, moment);
    const { rest, kept, generations } = await toCompute(context, filter, { by, direction }, moment, basis, {
      after,
      first,
    });
    const batches = [...inBatches(rest)];
    const passing: { key: PledgeKey; pledge: PledgeAtMoment | undefined }[] = [];
    for (const batch of batches) {
      const found = await evaluated(context, batch, moment);
      for (const { key, pledge } of found) {
        if (!passes(pledge, filter)) continue;
        const sorted = isSqlSort(by) ? key : ([STATUS_SORTS[by].key(pledge.evaluation), pledge.id] as const);
        // Of a large registry no process can hold all facts: those of the page are derived once more.
        passing.push({ key: sorted, pledge: batches.length === 1 ? pledge : undefined });
      }
      if (basis !== null) {
        const statuses = found.map(({ pledge }) => ({
          ...{ pledge, generation: generations[pledge.memberState] ?? null },
        }));
        keep(context, basis, { statuses });
      }
    }
    const compare = direction === 'ASC' ? compareKeys : (a: PledgeKey, b: PledgeKey) => compareKeys(b, a);
    const computed = passing.filter(({ key }) => after === null || compare(key, after) > 0);
    const found = [...computed, ...kept.page.map((key) => ({ key, pledge: undefined }))]
      .sort((a, b) => compare(a.key, b.key))
      .slice(0, first + 1);
    const unread = found.filter(({ pledge }) => pledge === undefined).map(({ key }) => key);
    const read = new Map((await evaluated(context, unread, moment)).map(({ pledge }) => [pledge.id, pledge]));
    return {
      total: kept.total + passing.length,
      found: found.flatMap(({ key, pledge = read.get(key[1]) }) => (pledge ? [{ key, pledge }] : [])),
    };
  }
}

const orderOf = ({ by, direction }: PledgeSortInput): Order => ({
  by: by ?? 'REFERENCE',
  direction: direction ?? 'ASC',
});

const isSqlSort = (sort: PledgeSort): sort is SqlSort => sort in SQL_SORTS;

const needsStatus = ({ levels, statuses, reasonCodes, nextChangeBefore }: PledgeFilterInput): boolean =>
  Boolean(levels?.length || statuses?.length || reasonCodes?.length || nextChangeBefore);

/** The same as conditions on what is kept; nothing wanted of several codes lets everything through. */
function statusConditionsOf(filter: PledgeFilterInput): StatusConditions {
  const { levels, statuses, reasonCodes, nextChangeBefore } = filter;
  const given = Object.entries({ levels, statuses, reasonCodes }).filter(([, codes]) => codes?.length);
  return { ...Object.fromEntries(given), ...(nextChangeBefore ? { nextChangeBefore } : {}) };
}

/** The parts of a filter that only a status can answer. */
function passes({ evaluation }: PledgeAtMoment, filter: PledgeFilterInput): boolean {
  const { level, status, reasons, nextChangeOn } = evaluation;
  const { nextChangeBefore } = filter;
  return (
    isAnyOf(filter.levels, level) &&
    isAnyOf(filter.statuses, status) &&
    (!filter.reasonCodes?.length || reasons.some(({ code }) => isAnyOf(filter.reasonCodes, code))) &&
    (!nextChangeBefore || (nextChangeOn !== null && formatDay(nextChangeOn) < nextChangeBefore))
  );
}

const isAnyOf = <Code>(wanted: readonly Code[] | null | undefined, code: Code): boolean =>
  !wanted?.length || wanted.includes(code);

/** What a filter or a sort that needs a status leaves to compute: all, where nothing may be taken from what is kept. */
async function toCompute(
  context: OperationContext,
  filter: PledgeFilterInput,
  { by, direction }: Order,
  moment: Moment,
  basis: KeptBasis | null,
  { after, first }: { readonly after: PledgeKey | null; readonly first: number },
): Promise<ToCompute> {
  const nothing = { total: 0, page: [] };
  if (basis === null) {
    const order = { by: isSqlSort(by) ? by : ('REFERENCE' as const), direction };
    const { page } = await candidates(context, filter, order, moment, { after: null, rows: null });
    return { rest: page, kept: nothing, generations: {} };
  }
  const { asOf: day, knownOn } = moment;
  // One more than the page says whether another page follows.
  const asked = {
    day,
    knownOn,
    sort: by,
    direction,
    conditions: conditionsOf(filter),
    after,
    rows: first + 1,
  };
  const { sql, parameters } = keptPledgesStatement(asked, basis, statusConditionsOf(filter));
  const [found] = await context.query<Found & Omit<ToCompute, 'kept'>>(sql, parameters);
  return found === undefined
    ? { rest: [], kept: nothing, generations: {} }
    : { ...found, kept: { total: found.total, page: found.page } };
}

const run = <Row>(
  context: OperationContext,
  { usual, parameters, ...statement }: PledgesStatement,
): Promise<Row[]> =>
  usual ? context.prepared<Row>(statement, parameters) : context.query<Row>(statement.sql, parameters);

async function candidates(
  context: OperationContext,
  filter: PledgeFilterInput,
  { by, direction }: Order<SqlSort>,
  { asOf, knownOn }: Moment,
  { after, rows }: { readonly after: PledgeKey | null; readonly rows: number | null },
): Promise<Found> {
  const conditions = conditionsOf(filter);
  const asked = { day: asOf, knownOn, sort: by, direction, conditions, after, rows };
  const [found] = await run<Found>(context, pledgesStatement(asked));
  return found ?? { total: 0, page: [] };
}

/** What is given of a filter; nothing wanted of several codes lets everything through. */
function conditionsOf(filter: PledgeFilterInput): Conditions {
  const { memberStates, regions, unitTypes, components, lifecycles, languages, text } = filter;
  const { deployableWithinDays, requirementReviewDue } = filter;
  const lists = { memberStates, regions, unitTypes, components, lifecycles, languages };
  const given = Object.entries(lists).filter(([, codes]) => codes?.length);
  return {
    ...Object.fromEntries(given.map(([name, codes]) => [name, [codes]])),
    ...(typeof deployableWithinDays === 'number' ? { deployableWithinDays: [deployableWithinDays] } : {}),
    ...(typeof requirementReviewDue === 'boolean' ? { requirementReviewDue: [requirementReviewDue] } : {}),
    ...(text ? { text: [foldText(text), memberStatesNamed(text)] } : {}),
  };
}

async function evaluated(context: OperationContext, keys: readonly PledgeKey[], moment: Moment) {
  const ids = keys.map(([, id]) => id);
  const statuses = await statusOfPledges(context, ids, moment);
  return keys.flatMap((key) => {
    const pledge = statuses.get(key[1]);
    return pledge === undefined ? [] : [{ key, pledge }];
  });
}

function cursorOf(after: string | null | undefined, by: PledgeSort): PledgeKey | null {
  const { type } = isSqlSort(by) ? SQL_SORTS[by] : STATUS_SORTS[by];
  const isKey = type === 'text' ? isText : isInteger;
  return (decodeCursor(after, [isKey, isId]) as PledgeKey | undefined) ?? null;
}

const isInteger = (key: unknown) => Number.isInteger(key) && Math.abs(key as number) < 2 ** 31;

/** As the statement folds what it is compared with: without accents and case. */
const foldText = (text: string): string =>
  text
    .replaceAll('\0', '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase();
