import type { Id } from '#platform/ids.js';
import { RecordReference } from '#platform/problem.js';
import { explain } from '#readiness/evaluate.js';
import type { Basis, Reason, ReasonCode } from '#readiness/reasons.js';
import type { RecordedFacts, Records } from './facts.js';
import { dayNumber, type PledgeAtMoment } from './status-of-pledges.js';

/** A reason and the records it rests on; none where it speaks of a record that is missing. */
export interface ReasonWithRecords {
  readonly reason: Reason;
  readonly records: readonly RecordReference[];
}

/** These count what is unanswered at a visit, so they rest on each of those too. */
const COUNTS_UNANSWERED: ReadonlySet<ReasonCode> = new Set([
  'AAV_RECOMMENDATIONS_OPEN',
  'ASSESSMENT_CONDITIONS_OPEN',
]);

/** Why a pledge has its status: the reasons in their order, each with the ids of the records it rests on. */
export function why({ facts, moment, parameterSet }: PledgeAtMoment): ReasonWithRecords[] {
  return explain(facts, dayNumber(moment.asOf), parameterSet.parameters).map(({ reason, basis }) => {
    const rested = basis.flatMap((part) => restedOn(facts, part, COUNTS_UNANSWERED.has(reason.code)));
    return { reason, records: uniqueReferences(rested) };
  });
}

/** The named records as references, in the order of their kinds as written. */
export const referencesOf = (records: Records | null | undefined): RecordReference[] =>
  Object.entries(records ?? {}).flatMap(([kind, named]) =>
    (Array.isArray(named) ? (named as readonly Id[]) : [named as Id | null]).flatMap((id) =>
      id === null ? [] : [Object.assign(new RecordReference(), { kind, id })],
    ),
  );

function restedOn(facts: RecordedFacts, basis: Basis, withUnanswered: boolean): RecordReference[] {
  const fact: unknown = typeof basis === 'string' ? facts[basis] : basis;
  if (typeof fact !== 'object' || fact === null) {
    return typeof basis === 'string' ? referencesOf(facts.records[basis]) : [];
  }
  const { records, openRecords } = fact as { records?: Records; openRecords?: Records };
  return [...referencesOf(records), ...(withUnanswered ? referencesOf(openRecords) : [])];
}

export const uniqueReferences = (references: readonly RecordReference[]): RecordReference[] => [
  ...new Map(references.map((reference) => [`${reference.kind} ${reference.id}`, reference])).values(),
];
