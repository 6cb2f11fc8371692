import { formatDay } from '../day.js';
import type { Verdict } from '../facts.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import type { Rule } from './rule.js';

/** The latest verdict, where it is a bad one and recent enough to speak for the unit. */
function badVerdict(pledge: PledgeOnDay): Verdict | null {
  const { lastEvaluation } = pledge.facts;
  if (lastEvaluation === null || lastEvaluation.verdict === 'SATISFACTORY') return null;
  return pledge.isWithin(pledge.parameters.evaluationRelevantMonths, lastEvaluation.date)
    ? lastEvaluation.verdict
    : null;
}

/** What became of the verdict: a plan is no bad sign by itself, and only a new evaluation clears a verdict. */
const improvementPlan: Rule = (pledge, reasons) => {
  const plan = pledge.facts.improvementPlan;
  const verdict = badVerdict(pledge);
  if (verdict === null) {
    if (plan?.state === 'OPEN' && pledge.isPast(plan.dueOn)) {
      reasons.add('CONDITION', 'PLAN_OVERDUE', { due: formatDay(plan.dueOn) });
    }
    return;
  }
  const severity = verdict === 'UNSATISFACTORY' ? 'FAIL' : 'CONDITION';
  switch (plan?.state) {
    case undefined:
      reasons.add(severity, 'PLAN_MISSING', { verdict });
      return;
    case 'CLOSED_NOT_ACHIEVED':
      reasons.add(severity, 'PLAN_NOT_ACHIEVED', { verdict });
      return;
    case 'CLOSED_ACHIEVED':
      reasons.add(verdict === 'UNSATISFACTORY' ? 'CONDITION' : 'INFO', 'REEVALUATION_DUE', { verdict });
      return;
    case 'OPEN': {
      const due = formatDay(plan.dueOn);
      if (pledge.isPast(plan.dueOn)) reasons.add(severity, 'PLAN_OVERDUE', { due });
      else reasons.add('CONDITION', 'PLAN_ON_TRACK', { due });
    }
  }
};

const assessments: Rule = (pledge, reasons) => {
  for (const { kind, date, outcome, openConditions } of pledge.facts.assessments) {
    if (!pledge.isWithin(pledge.parameters.assessmentRelevantMonths, date)) continue;
    if (outcome === 'FAIL') reasons.add('FAIL', 'ASSESSMENT_FAILED', { kind, date: formatDay(date) });
    else if (openConditions > 0) {
      reasons.add('CONDITION', 'ASSESSMENT_CONDITIONS_OPEN', { kind, count: openConditions });
    }
  }
};

const hospitalDeficiencies: Rule = (pledge, reasons) => {
  for (const { id, closedOn } of pledge.facts.hospitalDeficiencies) {
    if (pledge.isOpen(closedOn)) reasons.add('FAIL', 'HOSPITAL_DEFICIENCY_OPEN', { deficiency: id });
  }
};

export const performanceRules = [improvementPlan, assessments, hospitalDeficiencies];
