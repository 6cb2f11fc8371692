import type { Id } from '#platform/ids.js';
import { RecordReference } from '#platform/problem.js';
import { explain } from '#readiness/evaluate.js';
import { Unanswered, type Basis, type Reason } from '#readiness/reasons.js';
import type { RecordedFacts, Records } from './facts.js';
import { dayNumber, type PledgeAtMoment } from './status-of-pledges.js';

/** A reason and the records it rests on; none where it speaks of a record that is missing. */
export interface ReasonWithRecords {
  readonly reason: Reason;
  readonly records: readonly RecordReference[];
}

/** Why a pledge has its status: the reasons in their order, each with the ids of the records it rests on. */
export function why({ facts, moment, parameterSet }: PledgeAtMoment): ReasonWithRecords[] {
  return explain(facts, dayNumber(moment.asOf), parameterSet.parameters).map(({ reason, basis }) => {
    return { reason, records: uniqueReferences(basis.flatMap((part) => restedOn(facts, part))) };
  });
}

/** The named records as references, in the order of their kinds as written. */
export const referencesOf = (records: Records | null | undefined): RecordReference[] =>
  Object.entries(records ?? {}).flatMap(([kind, named]) =>
    (Array.isArray(named) ? (named as readonly Id[]) : [named as Id | null]).flatMap((id) =>
      id === null ? [] : [Object.assign(new RecordReference(), { kind, id })],
    ),
  );

function restedOn(facts: RecordedFacts, basis: Basis): RecordReference[] {
  if (basis instanceof Unanswered) {
    return referencesOf((basis.of as { readonly openRecords?: Records }).openRecords);
  }
  const fact: unknown = typeof basis === 'string' ? facts[basis] : basis;
  if (typeof fact !== 'object' || fact === null) {
    return typeof basis === 'string' ? referencesOf(facts.records[basis]) : [];
  }
  return referencesOf((fact as { readonly records?: Records }).records);
}

export const uniqueReferences = (references: readonly RecordReference[]): RecordReference[] => [
  ...new Map(references.map((reference) => [`${reference.kind} ${reference.id}`, reference])).values(),
];
