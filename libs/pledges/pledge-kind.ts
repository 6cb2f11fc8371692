import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import type { Content, PledgeFact, RecordedFact } from '#platform/record/recorded-fact.entity.js';
import { raiseVersion } from '#platform/record/version.js';
import type { Id } from '#platform/ids.js';
import { saidOnce } from '#platform/record/said-once.js';
import { heldPledge, standingOf, type PledgeStanding } from './pledge-standing.js';
import { happened } from './rules.js';

/** A kind of fact whose owner is a pledge. */
export type PledgeFactKind<F extends PledgeFact, I extends object> = FactKind<F, I, PledgeStanding>;

type DayOf<I> = { [Key in keyof I]: I[Key] extends PlainDate ? Key : never }[keyof I] & string;

interface PledgeKind<F extends PledgeFact, I extends object> extends Pick<
  PledgeFactKind<F, I>,
  'name' | 'entity' | 'content' | 'dependents'
> {
  /** The field that says on which day it happened. */
  readonly day: DayOf<I>;
  /** Rules beyond that day; `corrected` as in `FactKind.write`. */
  check?(
    context: OperationContext,
    pledge: PledgeStanding,
    content: I,
    corrected?: { readonly id: Id },
  ): void | Promise<void>;
  /** The columns of the fact. */
  row(content: I): Content<F>;
  /** Where the same is not said twice: the field of which the problem speaks. */
  readonly once?: keyof I & string;
}

/** A kind of fact of one row. */
export function pledgeKind<F extends PledgeFact, I extends object>(
  kind: PledgeKind<F, I>,
): PledgeFactKind<F, I> {
  const ofOneRow: PledgeFactKind<F, I> = {
    ...kind,
    ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
    write: async (context, pledge, content, corrected) => {
      happened(context, pledge, kind.day, content[kind.day] as PlainDate);
      await kind.check?.(context, pledge, content, corrected);
      return record(context, kind.entity, ofPledge(pledge, kind.row(content)), corrected);
    },
  };
  return kind.once === undefined ? ofOneRow : saidOnce(ofOneRow, { field: kind.once });
}

/** The columns of a pledge's fact, with whose it is. */
export const ofPledge = <F extends PledgeFact>(pledge: PledgeStanding, row: Content<F>) =>
  // TypeScript does not see that a generic fact without its frame is its content and its owner.
  ({ memberState: pledge.memberState, pledgeId: pledge.id, ...row }) as unknown as Omit<
    F,
    keyof RecordedFact
  > & { memberState: string };

/** Appends a fact to the pledge that its input names. */
export async function appendTo<F extends PledgeFact, I extends object>(
  context: OperationContext,
  kind: PledgeFactKind<F, I>,
  input: I & { readonly pledgeId: string },
): Promise<F> {
  return kind.write(context, await heldPledge(context, input.pledgeId), input);
}

/** As `appendTo`, for a fact that takes the place of an earlier one: the pledge must be as it was read. */
export async function replaceIn<F extends PledgeFact, I extends object>(
  context: OperationContext,
  kind: PledgeFactKind<F, I>,
  input: I & { readonly pledgeId: string; readonly expectedVersion: number },
): Promise<F> {
  const pledge = await heldPledge(context, input.pledgeId);
  await raiseVersion(context, 'pledge', pledge.id, input.expectedVersion);
  return kind.write(context, pledge, input);
}
