import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { INSPECTION_KINDS } from '#reference/data/inspections.js';
import type { MeasurementContent } from './measurement.input.js';
import type { PledgeStanding } from './pledge-standing.js';

interface MeasuringVisit {
  readonly kind: string;
  readonly heldFrom: PlainDate | null;
  readonly heldUntil: PlainDate | null;
  readonly covers: boolean;
  /** A standing measurement of the pledge that names the visit. */
  readonly measured: Id | null;
}

const VISIT = `
SELECT v.kind, h.held_from AS "heldFrom", h.held_until AS "heldUntil",
  EXISTS (SELECT FROM visit_coverage c WHERE c.visit_id = v.id AND c.pledge_id = $2 AND c.voided_at IS NULL) AS covers,
  (SELECT m.id FROM measurement m WHERE m.visit_id = v.id AND m.pledge_id = $2 AND m.voided_at IS NULL LIMIT 1) AS measured
FROM visit v LEFT JOIN visit_holding h ON h.visit_id = v.id AND h.voided_at IS NULL
WHERE v.id = $1`;

const BEFORE = `
SELECT m.visit_id AS "visitId", v.kind FROM measurement m LEFT JOIN visit v ON v.id = m.visit_id
WHERE m.id = $1 ORDER BY m.row_id DESC LIMIT 1`;

/**
 * The visit that a measurement is of. One that is corrected stays with its visit where none is named; what an inspection
 * counted does so whatever is said, or the visit could be counted twice.
 * @throws ProblemError REQUIRED where an inspection's count is said to be of no visit
 */
export async function visitMeasuring(
  context: OperationContext,
  { visitId }: MeasurementContent,
  corrected?: { readonly id: Id },
): Promise<Id | null> {
  if (visitId) return visitId as Id;
  if (corrected === undefined) return null;
  const [before] = await context.query<{ visitId: Id | null; kind: string | null }>(BEFORE, [corrected.id]);
  if (before === undefined || visitId === undefined) return before?.visitId ?? null;
  if (before.kind !== null && INSPECTION_KINDS.includes(before.kind)) {
    throw ProblemError.invalid('REQUIRED', { field: 'visitId' });
  }
  return null;
}

/**
 * What a visit measured, it measured of a unit that it covers and on one of its days. An inspection of
 * contingent-owned equipment does so once, by line, and as of its last day.
 * @throws ProblemError NOT_FOUND, NOT_PERMITTED to a Member State, NOT_COVERED_BY_VISIT, VISIT_NOT_HELD, OUTSIDE_VISIT;
 *   of an inspection also ALREADY_EXISTS, NOT_OF_BASIS, REQUIRED
 */
export async function measuredAtVisit(
  context: OperationContext,
  pledge: PledgeStanding,
  content: MeasurementContent,
  visitId: string,
): Promise<void> {
  const [visit] = await context.query<MeasuringVisit>(VISIT, [visitId, pledge.id]);
  if (visit === undefined) throw ProblemError.notFound('visitId', visitId);
  // What a visit found is for those to say who held it.
  if (context.principal.role === 'MEMBER_STATE') throw ProblemError.notPermitted('MEMBER_STATE', 'visitId');
  const { kind, heldFrom, heldUntil, covers } = visit;
  if (!covers) {
    throw ProblemError.invalid('NOT_COVERED_BY_VISIT', { field: 'visitId', value: visitId });
  }
  if (heldFrom === null || heldUntil === null) {
    throw ProblemError.invalid('VISIT_NOT_HELD', { field: 'visitId', value: visitId });
  }
  const inspects = INSPECTION_KINDS.includes(kind);
  const first = inspects ? heldUntil : heldFrom;
  const { measuredOn } = content;
  if (measuredOn < first || measuredOn > heldUntil) {
    const limit = first === heldUntil ? heldUntil : `${first} – ${heldUntil}`;
    throw ProblemError.invalid('OUTSIDE_VISIT', { field: 'measuredOn', value: measuredOn, limit });
  }
  if (inspects) inspected(pledge, content, visit);
}

/** What an inspection says: every line with what is serviceable, every category with whether it is satisfactory. */
function inspected(
  { reference }: PledgeStanding,
  content: MeasurementContent,
  { measured }: MeasuringVisit,
): void {
  if (measured !== null)
    throw ProblemError.invalid('ALREADY_EXISTS', { field: 'pledgeId', value: reference });
  const { basis, equipmentLines, selfSustainmentCategories } = content;
  if (basis !== 'BY_LINE') {
    throw ProblemError.invalid('NOT_OF_BASIS', { field: 'visitId', value: basis, limit: 'BY_LINE' });
  }
  if (!equipmentLines?.length && !selfSustainmentCategories?.length) {
    throw ProblemError.invalid('REQUIRED', { field: 'equipmentLines, selfSustainmentCategories' });
  }
  given('equipmentLines', 'serviceable', equipmentLines);
  given('selfSustainmentCategories', 'satisfactory', selfSustainmentCategories);
}

function given<Part extends object>(
  list: string,
  field: keyof Part & string,
  parts: readonly Part[] | null | undefined,
): void {
  const index = (parts ?? []).findIndex((part) => part[field] === undefined || part[field] === null);
  if (index >= 0) throw ProblemError.invalid('REQUIRED', { field: `${list}.${index}.${field}` });
}
