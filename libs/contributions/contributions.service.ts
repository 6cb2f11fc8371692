import { Injectable } from '@nestjs/common';
import { decodeCursor, isText, pageOf } from '#platform/graphql/connection.js';
import type { Locale } from '#platform/messages/locale.js';
import { term } from '#platform/messages/render.js';
import { momentOf, type MomentArgs } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { GENDER_TARGET_CATEGORIES } from '#reference/data/gender-targets.js';
import { isMissionCode } from '#reference/data/missions.js';
import { memberStateName } from '#reference/names.js';
import type {
  ContributionCourseArgs,
  ContributionFilterInput,
  ContributionsArgs,
} from './contributions.input.js';
import { figuresSql, FIELDS, LAST_MONTH_SQL, TREND_SQL, UNKNOWN_MISSIONS_SQL } from './contributions.sql.js';
import {
  SOURCE,
  type ContributionFigure,
  type ContributionMonth,
  type Contributions,
  type ContributionTotal,
  type ContributionTrend,
  type WomensShare,
  type WomensShareOfComponent,
} from './contributions.types.js';
import { PERSONNEL_TYPE_TABLE, type PersonnelType } from './personnel-types.js';
import { percentOf, standingOfShare, targetOf } from './womens-share.js';

interface FiguresRow {
  readonly totalCount: number;
  readonly total: ContributionTotal;
  readonly nodes: readonly ContributionFigure[];
}

interface MonthRow extends ContributionTotal {
  readonly month: PlainDate;
}

interface TypeRow extends MonthRow {
  readonly personnelType: PersonnelType | null;
}

/** Published contributions of personnel: every role may read those of every Member State. */
@Injectable()
export class ContributionsService {
  /** Figures added up by the dimensions that are asked for, a page of them, with the sum of all. */
  async contributions(context: OperationContext, args: ContributionsArgs): Promise<Contributions> {
    const after =
      decodeCursor(
        args.after,
        args.by.map(() => isText),
      ) ?? null;
    const asked = [...(await meant(context, args)), after, args.first + 1];
    const [row] = await context.query<FiguresRow>(figuresSql(args.by), asked);
    if (row === undefined) throw new Error('a sum has a row');
    const { totalCount, total, nodes } = row;
    const key = (node: ContributionFigure) => args.by.map((dimension) => node[FIELDS[dimension]] ?? null);
    const page = pageOf(nodes, args, totalCount, key);
    const figures = { ...page, nodes: page.nodes.map((node) => named(context, node)) };
    return { source: SOURCE, total, figures };
  }

  /** Month by month, each beside the month and the year before it. */
  async trend(context: OperationContext, args: ContributionCourseArgs): Promise<ContributionTrend> {
    // Months before the first that is asked for are what it is held against.
    const { from, ...filter } = args.filter ?? {};
    const rows = await context.query<MonthRow>(TREND_SQL, await meant(context, { ...args, filter }));
    const totals = new Map(rows.map(({ month, total }) => [month, total]));
    const change = ({ month, total }: MonthRow, back: number): number | null => {
      const earlier = totals.get(monthsBefore(month, back));
      return earlier === undefined ? null : total - earlier;
    };
    const months = rows
      .filter(({ month }) => !from || month >= from)
      .map((row): ContributionMonth => ({
        ...row,
        changeOnMonth: change(row, 1),
        changeOnYear: change(row, 12),
      }));
    return { source: SOURCE, months };
  }

  /** Women by component in the last published month, beside the target of its year where one is on file. */
  async womensShare(context: OperationContext, args: ContributionCourseArgs): Promise<WomensShare> {
    const rows = await context.query<TypeRow>(LAST_MONTH_SQL, await meant(context, args));
    return { source: SOURCE, month: rows[0]?.month ?? null, components: componentsOf(context, rows) };
  }
}

/**
 * The parameters of every question: the moment and the filter.
 * @throws ProblemError UNKNOWN_MISSION for a mission that no import has admitted either; INTERVAL_REVERSED
 */
async function meant(
  context: OperationContext,
  args: MomentArgs & { readonly filter?: ContributionFilterInput | null },
): Promise<unknown[]> {
  const { asOf, knownOn } = momentOf(context, args);
  const { memberStates, missions, personnelTypes, from, until } = args.filter ?? {};
  // Nobody would be counted, and that would read as a figure.
  if (from && until && from > until) {
    const field = 'filter.until';
    throw ProblemError.invalid('INTERVAL_REVERSED', { field, value: until, limit: from });
  }
  if (missions?.length) {
    const [unknown] = await context.query<{ code: string }>(UNKNOWN_MISSIONS_SQL, [missions]);
    const field = 'filter.missions';
    if (unknown) throw ProblemError.invalid('UNKNOWN_MISSION', { field, value: unknown.code });
  }
  const any = [memberStates, missions, personnelTypes].map((codes) => (codes?.length ? codes : null));
  return [asOf, knownOn, ...any, from ?? null, until ?? null];
}

const named = ({ locale }: OperationContext, figure: ContributionFigure): ContributionFigure => ({
  ...figure,
  missionName: missionName(locale, figure.mission),
  memberStateName: figure.memberState ? memberStateName(figure.memberState, locale) : null,
  personnelTypeName: figure.personnelType ? term(locale, 'personnelType', figure.personnelType) : null,
});

const missionName = (locale: Locale, code: string | null | undefined): string | null =>
  code && isMissionCode(code) ? term(locale, 'mission', code) : (code ?? null);

/** The last day of the month so many months before another's. */
function monthsBefore(month: PlainDate, back: number): PlainDate {
  const following = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - back;
  const [year, index] = [Math.floor(following / 12), following % 12];
  return addDays(`${year}-${String(index + 1).padStart(2, '0')}-01` as PlainDate, -1);
}

function componentsOf({ locale }: OperationContext, rows: readonly TypeRow[]): WomensShareOfComponent[] {
  const [first] = rows;
  if (first === undefined) return [];
  return GENDER_TARGET_CATEGORIES.map((component) => {
    const within = rows.filter(
      ({ personnelType: type }) => type !== null && PERSONNEL_TYPE_TABLE[type].targets === component,
    );
    const sum = (of: keyof ContributionTotal) => within.reduce((whole, row) => whole + row[of], 0);
    const [male, female, total] = [sum('male'), sum('female'), sum('total')];
    const target = targetOf(component, Number(first.month.slice(0, 4)));
    return {
      ...{ component, name: term(locale, 'genderTarget', component), male, female, total },
      percent: percentOf(female, total),
      target: target?.percent ?? null,
      sourced: target?.sourced ?? null,
      standing: standingOfShare(female, total, target?.percent),
    };
  });
}
