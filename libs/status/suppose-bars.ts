import { ProblemError } from '#platform/problem.js';
import type { Id } from '#platform/ids.js';
import { interval } from '#platform/record/rules.js';
import { addDays } from '#readiness/day.js';
import type { BarFact } from '#readiness/facts.js';
import type { RecordedFacts } from './facts.js';
import { dayNumber } from './status-of-pledges.js';
import type { Edit, Supposing } from './suppose-edit.js';
import type { SupposedBarInput, SupposedLiftingInput } from './suppose.input.js';

/** A bar with the record that it rests on, or supposed; `ofMemberState` where a supposed one is of all its pledges. */
interface KnownBar extends BarFact {
  readonly records?: { readonly BAR: Id };
  readonly ofMemberState?: boolean;
}

const barred = (
  { bars }: RecordedFacts,
  { decision, fromOn, untilOn }: SupposedBarInput,
  { asOf }: Supposing,
): BarFact => {
  if (bars.some((bar) => bar.decision === decision)) {
    throw ProblemError.invalid('ALREADY_EXISTS', { field: 'decision', value: decision });
  }
  const from = fromOn ?? asOf;
  interval('untilOn', from, untilOn);
  return { decision, from: dayNumber(from), until: untilOn ? dayNumber(untilOn) : null };
};

export const unitBarred: Edit<SupposedBarInput> = (facts, said, supposing) => ({
  bars: [...facts.bars, barred(facts, said, supposing)],
});

export const memberStateBarred: Edit<SupposedBarInput> = (facts, said, supposing) => {
  const bar: KnownBar = { ...barred(facts, said, supposing), ofMemberState: true };
  return { bars: [...facts.bars, bar] };
};

/** A bar is lifted by correcting its last day; one that has not begun by then never does. */
export const barLifted: Edit<SupposedLiftingInput> = ({ bars }, { decision, liftedOn }, { asOf }) => {
  const until = addDays(dayNumber(liftedOn ?? asOf), -1);
  const named = bars.filter((bar) => bar.decision === decision);
  if (named.length === 0) throw ProblemError.notFound('decision', decision);
  const standing = named.filter((bar) => bar.until === null || bar.until > until);
  if (standing.length === 0) {
    throw ProblemError.invalid('ALREADY_CLOSED', { field: 'decision', value: decision });
  }
  return {
    bars: bars.flatMap((bar) => {
      if (!standing.includes(bar)) return [bar];
      return bar.from > until ? [] : [{ ...bar, until }];
    }),
  };
};

const idOf = ({ records }: KnownBar): Id | undefined => records?.BAR;

/**
 * What is supposed of the bars of one pledge, said of other bars of its Member State: a bar of all its pledges is
 * supposed of each of them.
 * @returns what becomes of bars that rest on records
 */
export function barsElsewhere(
  actual: readonly KnownBar[],
  supposed: readonly KnownBar[],
): (bars: readonly KnownBar[]) => BarFact[] {
  const before = new Set(actual.map(idOf));
  const after = new Map(supposed.map((bar) => [idOf(bar), bar]));
  const added = supposed.filter(({ ofMemberState }) => ofMemberState);
  return (bars) => [
    ...bars.flatMap((bar) => (before.has(idOf(bar)) ? (after.get(idOf(bar)) ?? []) : [bar])),
    ...added,
  ];
}
