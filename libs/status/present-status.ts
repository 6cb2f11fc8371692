import type { Locale } from '#platform/messages/locale.js';
import { render } from '#platform/messages/render.js';
import { plainDate, type PlainDate } from '#platform/plain-date.js';
import { formatDay, type Day } from '#readiness/day.js';
import { ladder, nextStep, type LadderStep as RuleStep } from '#readiness/ladder.js';
import { Ladder, PledgeStatus, Reason, type Gate } from './pledge-status.type.js';
import { dayNumber, type PledgeAtMoment } from './status-of-pledges.js';
import { why } from './why.js';

/** A day of the rules as the registry writes it. */
export const writtenDay = (day: Day | null): PlainDate | null =>
  day === null ? null : plainDate(formatDay(day));

/** The status of a pledge as it is answered; reasons and ladder are told only where they are asked for. */
export function presentStatus(pledge: PledgeAtMoment): PledgeStatus {
  const { level, status, nextChangeOn } = pledge.evaluation;
  return Object.assign(new PledgeStatus(), {
    level,
    status,
    nextChangeOn: writtenDay(nextChangeOn),
    parameterSet: pledge.parameterSet.number,
    ...pledge.moment,
    pledge,
  });
}

/** Why: every reason in words, with the records it rests on. */
export const reasonsOf = (pledge: PledgeAtMoment, locale: Locale): Reason[] =>
  why(pledge).map(({ reason: { severity, code, params }, records }) =>
    Object.assign(new Reason(), {
      severity,
      code,
      params,
      text: render(locale, `reason.${code}`, params),
      records,
    }),
  );

/** The ladder of a pledge: what is missing for the next level, and each level with its gates. */
export function ladderOf(
  { facts, moment, parameterSet, evaluation }: PledgeAtMoment,
  locale: Locale,
): Ladder {
  const steps = ladder(facts, dayNumber(moment.asOf), parameterSet.parameters);
  const next = nextStep(steps);
  const told = (step: RuleStep | undefined) => (step?.gates ?? []).map((gate) => tellGate(gate, locale));
  return Object.assign(new Ladder(), {
    level: evaluation.level,
    next: next?.level ?? null,
    missing: told(next).filter(({ met }) => !met),
    steps: steps.map((step) => ({ level: step.level, reached: step.reached, gates: told(step) })),
  });
}

const tellGate = ({ code, met, params }: RuleStep['gates'][number], locale: Locale): Gate => ({
  code,
  met,
  params,
  text: render(locale, `gate.${code}`, params),
});
