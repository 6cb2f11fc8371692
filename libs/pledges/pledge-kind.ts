import type { OperationContext } from '#platform/operation/operation-context.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import type { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { standingOf, type PledgeStanding } from './pledge-standing.js';

/** A kind of fact whose owner is a pledge. */
export type PledgeFactKind<F extends PledgeFact, I extends object> = FactKind<F, I, PledgeStanding>;

export const pledgeKind = <F extends PledgeFact, I extends object>(
  kind: Omit<PledgeFactKind<F, I>, 'ownerOf'>,
): PledgeFactKind<F, I> => ({ ...kind, ownerOf: (context, fact) => standingOf(context, fact.pledgeId) });

/** Appends a fact to the pledge that its input names. */
export async function appendTo<F extends PledgeFact, I extends object>(
  context: OperationContext,
  kind: PledgeFactKind<F, I>,
  input: I & { readonly pledgeId: string },
): Promise<F> {
  return kind.write(context, await standingOf(context, input.pledgeId), input);
}
