import DataLoader from 'dataloader';
import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { readJson } from '#platform/record/json.sql.js';
import type { RequirementReview } from '#pledges/requirement-review.entity.js';
import { namedStatement, type UnnamedStatement } from '#reference/names.js';
import type { RequirementStatement } from '#reference/reference.types.js';
import { REQUIREMENTS_SQL } from './requirements.sql.js';

const REQUIREMENTS = { name: 'requirements', sql: REQUIREMENTS_SQL };

interface OfPledge {
  readonly pledgeId: Id;
}

/** A description, an alignment or an agreement that counts and rests on a statement. */
interface RestingRow extends OfPledge {
  readonly kind: string;
  readonly id: Id;
  readonly statementId: string;
}

interface DueRow extends OfPledge {
  readonly kind: string;
  readonly since: PlainDate;
}

/** What was offered against one line, in pieces or persons. */
export interface Offer {
  readonly offered: number;
  readonly variation: string | null;
}

interface AlignmentRow extends OfPledge {
  readonly id: Id;
  readonly alignedOn: PlainDate;
  readonly statementId: string;
  readonly strength: number;
  readonly strengthVariation: string | null;
  readonly note: string | null;
  readonly lines: readonly (Offer & { readonly item: string })[];
  readonly categories: readonly (Offer & { readonly category: string })[];
}

interface Measured extends OfPledge {
  /** The measurement. */
  readonly id: Id;
  readonly measuredOn: PlainDate;
}

export interface MeasuredEquipment extends Measured {
  readonly item: string;
  readonly agreed: number;
  readonly present: number;
  readonly serviceable: number | null;
}

export interface MeasuredPersons extends Measured {
  readonly required: number;
  readonly available: number;
}

type MeasuredCategory = MeasuredPersons & { readonly category: string };

interface PledgeRow {
  readonly id: Id;
  readonly reference: string;
  readonly unitType: string;
}

/** A statement and the version that is in effect on the day, of which it may be one. */
interface Versions {
  readonly statement: RequirementStatement;
  /** In effect on the day and later than `statement`; null where that is the newest. */
  readonly newer: RequirementStatement | null;
}

export interface Resting extends RestingRow, Versions {
  readonly newest: RequirementStatement | null;
  readonly dueSince: PlainDate | null;
  /** The latest decision on the newest version. */
  readonly decision: RequirementReview | null;
}

export interface Alignment extends Versions {
  /** Null where only the description names a statement: not aligned by line. */
  readonly aligned: AlignmentRow | null;
  /** The record that names the statement. */
  readonly named: RestingRow;
}

/** A pledge held against the statements of requirements of its unit type at a moment. */
export interface Requirements {
  readonly pledge: PledgeRow;
  readonly resting: readonly Resting[];
  readonly alignment: Alignment | null;
  readonly equipment: readonly MeasuredEquipment[];
  readonly categories: readonly MeasuredCategory[];
  readonly personnel: MeasuredPersons | null;
}

/** The requirements of a pledge; all that an answer asks for share one statement. */
export function requirementsOf(
  context: OperationContext,
  id: Id,
  moment: Moment,
): Promise<Requirements | undefined> {
  const loader = context.once(
    `requirements at ${JSON.stringify(moment)}`,
    () => new DataLoader<Id, Requirements | undefined>((ids) => requirementsOfAll(context, ids, moment)),
  );
  return loader.load(id);
}

type Sets = Readonly<
  Record<
    | 'pledges'
    | 'statements'
    | 'resting'
    | 'due'
    | 'reviews'
    | 'alignments'
    | 'equipment'
    | 'categories'
    | 'personnel',
    string
  >
>;

async function requirementsOfAll(
  context: OperationContext,
  ids: readonly Id[],
  moment: Moment,
): Promise<(Requirements | undefined)[]> {
  const [sets] = await context.prepared<Sets>(REQUIREMENTS, [ids, moment.asOf, moment.knownOn]);
  // What is read here carries no version to act upon; the number of a statement's version is its own.
  const read = <Row>(set: keyof Sets) => readJson<Row>(sets?.[set], { past: false });
  const statements = read<UnnamedStatement>('statements').map((row) => namedStatement(row, context.locale));
  const versionsOf = versioned(statements, moment.asOf);
  const resting = byPledge(read<RestingRow>('resting'));
  const due = byPledge(read<DueRow>('due'));
  const reviews = byPledge(read<RequirementReview>('reviews'));
  const alignments = byPledge(read<AlignmentRow>('alignments'));
  const equipment = byPledge(read<MeasuredEquipment>('equipment'));
  const categories = byPledge(read<MeasuredCategory>('categories'));
  const personnel = byPledge(read<MeasuredPersons>('personnel'));
  const pledges = new Map(read<PledgeRow>('pledges').map((pledge) => [pledge.id, pledge]));
  return ids.map((id) => {
    const pledge = pledges.get(id);
    if (pledge === undefined) return undefined;
    const rows = resting(id).map((row) => {
      const versions = versionsOf(row.statementId);
      const decision =
        reviews(id).find((each) => each.requirementStatementId === versions.newest?.id) ?? null;
      const dueSince = due(id).find(({ kind }) => kind === row.kind)?.since ?? null;
      return { ...row, ...versions, dueSince, decision };
    });
    // The statement that was aligned with; else the one that the pledge is described by.
    const named =
      rows.find(({ kind }) => kind === 'REQUIREMENT_ALIGNMENT') ??
      rows.find(({ kind }) => kind === 'PLEDGE_DESCRIPTION');
    return {
      pledge,
      resting: rows,
      alignment: named === undefined ? null : { ...named, named, aligned: alignments(id)[0] ?? null },
      equipment: equipment(id),
      categories: categories(id),
      personnel: personnel(id)[0] ?? null,
    };
  });
}

function byPledge<Row extends OfPledge>(rows: readonly Row[]): (id: Id) => readonly Row[] {
  const groups = new Map<Id, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.pledgeId);
    if (group === undefined) groups.set(row.pledgeId, [row]);
    else group.push(row);
  }
  return (id) => groups.get(id) ?? [];
}

/** Statements come in the order in which they take effect; looked up once a statement, not once a pledge. */
function versioned(statements: readonly RequirementStatement[], asOf: PlainDate) {
  const found = new Map(
    statements.map((statement, place) => {
      const ofType = (each: RequirementStatement) => each.unitType === statement.unitType;
      const newest = statements.findLast((each) => ofType(each) && each.effectiveOn <= asOf) ?? null;
      const newer = newest !== null && statements.indexOf(newest) > place ? newest : null;
      return [statement.id, { statement, newest, newer }];
    }),
  );
  return (id: string): Versions & { readonly newest: RequirementStatement | null } => {
    const versions = found.get(id);
    if (versions === undefined) throw new Error(`no statement of requirements ${id}`);
    return versions;
  };
}
