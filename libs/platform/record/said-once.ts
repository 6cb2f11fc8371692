import type { EntityMetadata } from 'typeorm';
import type { Id } from '../ids.js';
import type { OperationContext } from '../operation/operation-context.js';
import { ProblemError } from '../problem.js';
import type { FactKind } from './fact-kind.js';
import type { PledgeFact } from './recorded-fact.entity.js';

interface Once<I> {
  /** The field of which the problem speaks. */
  readonly field: keyof I & string;
  /** Tables of the parts of a fact, which say the same too. */
  readonly parts?: readonly (new () => object)[];
}

/**
 * A kind of which the same is not said twice of a pledge: an answer may be lost, and what is then sent again is on record
 * already. Who gives a second one a short name of its own says that it is another.
 * @throws ProblemError (from `write`) ALREADY_EXISTS with the id of the standing record that says the same throughout
 */
export const saidOnce = <F extends PledgeFact, I extends object, O>(
  kind: FactKind<F, I, O>,
  once: Once<I>,
): FactKind<F, I, O> => ({
  ...kind,
  write: async (context, owner, content, corrected) => {
    const fact = await kind.write(context, owner, content, corrected);
    if ('reference' in content && content.reference) return fact;
    const same = await sameAs(context, kind.entity, fact.rowId, once.parts ?? []);
    if (same === undefined) return fact;
    const { field } = once;
    throw ProblemError.invalid('ALREADY_EXISTS', { field, value: String(content[field]), limit: same });
  },
});

/** What a row says beside whose it is; which row it is and when it was recorded say nothing. */
const FRAME = ['row_id', 'id', 'reference', 'member_state', 'pledge_id'];
const saidIn = ({ columns }: EntityMetadata, beside: readonly string[] = []): string[] =>
  columns
    .map(({ databaseName }) => databaseName)
    .filter((name) => ![...FRAME, ...beside].includes(name) && !/^(recorded|voided)_/.test(name));

async function sameAs<F extends PledgeFact>(
  context: OperationContext,
  entity: new () => F,
  rowId: Id,
  parts: readonly (new () => object)[],
): Promise<Id | undefined> {
  const [of, ...ofParts] = await context.entities((manager) =>
    Promise.resolve([entity, ...parts].map((each) => manager.connection.getMetadata(each))),
  );
  if (of === undefined) throw new Error(`no table of ${entity.name}`);
  const row = (alias: string) =>
    `ROW(${saidIn(of)
      .map((name) => `${alias}.${name}`)
      .join(', ')})`;
  const differs = ofParts.map((part) => {
    const parent = `${of.tableName}_id`;
    const rows = (alias: string) =>
      `SELECT ${saidIn(part, [parent]).join(', ')} FROM ${part.tableName} WHERE ${parent} = ${alias}.row_id`;
    const without = (one: string, other: string) => `EXISTS (${rows(one)} EXCEPT ${rows(other)})`;
    return `AND NOT ${without('o', 'n')} AND NOT ${without('n', 'o')}`;
  });
  const [same] = await context.query<{ id: Id }>(
    `SELECT o.id FROM ${of.tableName} n JOIN ${of.tableName} o ON o.pledge_id = n.pledge_id AND o.id <> n.id
       AND o.voided_at IS NULL AND ${row('o')} IS NOT DISTINCT FROM ${row('n')} ${differs.join(' ')}
     WHERE n.row_id = $1 ORDER BY o.id LIMIT 1`,
    [rowId],
  );
  return same?.id;
}
