import { IsNull, type EntityTarget } from 'typeorm';
import type { Id } from '../ids.js';
import type { OperationContext } from '../operation/operation-context.js';
import { ProblemError } from '../problem.js';
import type { RecordedFact, VersionedRecord } from './recorded-fact.entity.js';

/** The fact that a new version takes the place of: it keeps its name. */
interface Corrected {
  readonly id: Id;
}

/**
 * Appends one fact.
 * @param owner whose it is: the Member State and, by the fact's kind, the pledge or the visit
 * @returns the row as it was written
 */
export async function record<F extends RecordedFact>(
  context: OperationContext,
  entity: new () => F,
  content: Omit<F, keyof RecordedFact> & { memberState: string },
  corrected?: Corrected,
): Promise<F> {
  const row = build(context, entity, content, corrected);
  await context.insert(entity, [row]);
  return row;
}

/** As `record`, without writing: for facts that have parts, which are written after them. */
export function build<F extends RecordedFact>(
  context: OperationContext,
  entity: new () => F,
  content: Omit<F, keyof RecordedFact> & { memberState: string },
  corrected?: Corrected,
): F {
  const rowId = context.newId();
  return Object.assign(new entity(), content, {
    rowId,
    id: corrected?.id ?? rowId,
    ...recordedNow(context),
    voidedAt: null,
    voidedBy: null,
    voidedRole: null,
    voidedReason: null,
  });
}

/** Begins a thing that facts belong to, in its first version. */
export async function begin<V extends VersionedRecord>(
  context: OperationContext,
  entity: new () => V,
  content: Omit<V, keyof VersionedRecord> & { memberState: string },
): Promise<V & { readonly version: number }> {
  const frame = { id: context.newId(), version: 1, ...recordedNow(context) };
  const row = Object.assign(new entity(), content, frame);
  await context.insert(entity, [row]);
  return row;
}

const recordedNow = ({ now, principal, recordedThrough }: OperationContext) => ({
  recordedAt: now,
  recordedBy: principal.subject,
  recordedRole: principal.role,
  recordedThrough,
});

/**
 * Voids the standing version of a fact, with a reason. What was known before stays known as of then.
 * @throws ProblemError ALREADY_CLOSED where somebody else voided it first; NOT_PERMITTED where who asks sees it but may
 *   not write it
 */
export async function voidFact(
  context: OperationContext,
  entity: EntityTarget<RecordedFact>,
  fact: { readonly rowId: Id; readonly id: Id },
  reason: string,
): Promise<void> {
  const { principal, now } = context;
  const { affected } = await context.entities((manager) =>
    manager
      .createQueryBuilder()
      .update(entity)
      .set({ voidedAt: now, voidedBy: principal.subject, voidedRole: principal.role, voidedReason: reason })
      .where('row_id = :rowId AND voided_at IS NULL', { rowId: fact.rowId })
      .execute(),
  );
  if (affected === 1) return;
  const standing = await context.entities((manager) =>
    manager.countBy(entity, { rowId: fact.rowId, voidedAt: IsNull() }),
  );
  throw standing > 0
    ? ProblemError.notPermitted(principal.role, 'id')
    : ProblemError.invalid('ALREADY_CLOSED', { field: 'id', value: fact.id });
}
