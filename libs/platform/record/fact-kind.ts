import type { Id } from '../ids.js';
import type { OperationContext } from '../operation/operation-context.js';
import type { RecordReference } from '../problem.js';
import type { RecordedFact } from './recorded-fact.entity.js';

/**
 * One kind of fact: its table, what may be said of it, and what rests on it. The mutation that appends such a fact
 * and the correction that replaces one go through the same `write`, so that no rule holds for one only.
 *
 * @typeParam F the entity
 * @typeParam I the content, as a GraphQL input class with its validation
 * @typeParam O whose it is (a pledge with its standing, a visit, a plan), already seen by who asks
 */
export interface FactKind<F extends RecordedFact = RecordedFact, I extends object = object, O = unknown> {
  readonly name: string;
  readonly entity: new () => F;
  readonly content: new () => I;
  ownerOf(context: OperationContext, fact: F): Promise<O>;
  /**
   * Holds the content against the rules and writes the row with its parts.
   * @param owner as it stood before: where a fact is corrected, with that fact still in it
   * @param corrected the name of the fact that this version takes the place of; it is voided already
   * @throws ProblemError with field, value and rule
   */
  write(context: OperationContext, owner: O, content: I, corrected?: { readonly id: Id }): Promise<F>;
  /** Standing records that would lose their ground if this fact were voided without a replacement. */
  dependents?(context: OperationContext, fact: F): Promise<RecordReference[]>;
  /** Whether staff alone may take it back, whoever recorded it: it ends something, or how it ends is for them to record. */
  isFinal?(fact: F): boolean;
}
