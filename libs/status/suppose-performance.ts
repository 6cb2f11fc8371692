import { inMission } from '#performance/evaluation.kind.js';
import { ProblemError } from '#platform/problem.js';
import { interval } from '#platform/record/rules.js';
import type { PlainDate } from '#platform/plain-date.js';
import { formatDay } from '#readiness/day.js';
import { VERDICTS, type EvaluationFact } from '#readiness/facts.js';
import type { PlanFact, RecordedFacts } from './facts.js';
import { dayNumber } from './status-of-pledges.js';
import { happenedOn, takesPlaceOf, type Edit } from './suppose-edit.js';
import type {
  SupposedEvaluationInput,
  SupposedExtensionInput,
  SupposedPlanInput,
  SupposedPlanOutcomeInput,
} from './suppose.input.js';

const concluded = ({ date, verdict }: EvaluationFact) => ({ date, word: verdict });

/** The plan of the evaluation before counts on as an open one of an earlier evaluation, or no more. */
export const evaluated: Edit<SupposedEvaluationInput> = ({ lastEvaluation, plans }, said, supposing) => {
  const evaluatedOn = happenedOn(supposing, 'evaluatedOn', said.evaluatedOn);
  inMission(supposing.standing, evaluatedOn);
  const now = { date: dayNumber(evaluatedOn), verdict: said.verdict };
  if (!takesPlaceOf(lastEvaluation && concluded(lastEvaluation), concluded(now), VERDICTS)) return {};
  return { lastEvaluation: now, ...counting(plans.map((plan) => ({ ...plan, ofLatest: false }))) };
};

export const planOpened: Edit<SupposedPlanInput> = ({ lastEvaluation, plans }, { dueOn }, { asOf }) => {
  if (lastEvaluation === null) throw ProblemError.notFound('', 'EVALUATION');
  const standing = plans.find(({ ofLatest }) => ofLatest);
  if (standing !== undefined) {
    const at = { field: '', value: 'IMPROVEMENT_PLAN', limit: formatDay(standing.dueOn) };
    throw ProblemError.invalid('ALREADY_EXISTS', at);
  }
  interval('dueOn', asOf, dueOn);
  return counting([...plans, { state: 'OPEN', dueOn: dayNumber(dueOn), ofLatest: true }]);
};

/** Put off, a plan may be due after another that then counts. */
export const planExtended: Edit<SupposedExtensionInput> = (facts, { dueOn }, { asOf }) => {
  const plan = openPlan(facts);
  interval('dueOn', asOf, dueOn);
  const before = formatDay(plan.dueOn) as PlainDate;
  if (dueOn <= before)
    throw ProblemError.invalid('NOT_LATER', { field: 'dueOn', value: dueOn, limit: before });
  return withFirst(facts, { ...plan, dueOn: dayNumber(dueOn) });
};

export const planClosed: Edit<SupposedPlanOutcomeInput> = (facts, { outcome }) =>
  withFirst(facts, { ...openPlan(facts), state: `CLOSED_${outcome}` });

/** The plan that counts, where it is open. */
function openPlan({ plans: [plan] }: RecordedFacts): PlanFact {
  if (plan === undefined) throw ProblemError.notFound('', 'IMPROVEMENT_PLAN');
  if (plan.state !== 'OPEN') {
    throw ProblemError.invalid('ALREADY_CLOSED', { field: '', value: 'IMPROVEMENT_PLAN' });
  }
  return plan;
}

const withFirst = ({ plans }: RecordedFacts, plan: PlanFact) => counting([plan, ...plans.slice(1)]);

/** Plans in the order in which they count: that of the latest evaluation, then what is open and due first. */
function counting(plans: readonly PlanFact[]): Pick<RecordedFacts, 'improvementPlan' | 'plans'> {
  const idOf = ({ records }: PlanFact) => String(records?.['IMPROVEMENT_PLAN'] ?? '');
  const order = (a: PlanFact, b: PlanFact) =>
    Number(b.ofLatest) - Number(a.ofLatest) || a.dueOn - b.dueOn || (idOf(a) < idOf(b) ? -1 : 1);
  const all = plans.filter(({ ofLatest, state }) => ofLatest || state === 'OPEN').sort(order);
  return { plans: all, improvementPlan: all[0] ?? null };
}
