import { formatDay } from '../day.js';
import type { Verdict } from '../facts.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import { Unanswered } from '../reasons.js';
import type { Rule } from './rule.js';

/** The latest verdict, where it is a bad one and recent enough to speak for the unit. */
function badVerdict(pledge: PledgeOnDay): Exclude<Verdict, 'SATISFACTORY'> | null {
  const { lastEvaluation } = pledge.facts;
  if (lastEvaluation === null || lastEvaluation.verdict === 'SATISFACTORY') return null;
  const speaks = pledge.isWithin(pledge.parameters.evaluationRelevantMonths, lastEvaluation.date);
  return speaks ? lastEvaluation.verdict : null;
}

/** What became of the verdict: a plan is no bad sign by itself, and only a new evaluation clears a verdict. */
const improvementPlan: Rule = (pledge, reasons) => {
  const { improvementPlan: plan } = pledge.facts;
  const verdict = badVerdict(pledge);
  const severity = verdict === 'UNSATISFACTORY' ? 'FAIL' : 'CONDITION';
  if (plan?.state === 'OPEN') {
    const due = formatDay(plan.dueOn);
    if (pledge.isPast(plan.dueOn)) reasons.add(severity, 'PLAN_OVERDUE', { due }, plan);
    else if (verdict !== null) reasons.add('CONDITION', 'PLAN_ON_TRACK', { due }, plan);
    return;
  }
  if (verdict === null) return;
  if (plan === null) reasons.add(severity, 'PLAN_MISSING', { verdict }, 'lastEvaluation');
  else if (plan.state === 'CLOSED_NOT_ACHIEVED') {
    reasons.add(severity, 'PLAN_NOT_ACHIEVED', { verdict }, 'lastEvaluation', plan);
  } else {
    const milder = verdict === 'UNSATISFACTORY' ? 'CONDITION' : 'INFO';
    reasons.add(milder, 'REEVALUATION_DUE', { verdict }, 'lastEvaluation', plan);
  }
};

const assessments: Rule = (pledge, reasons) => {
  for (const assessment of pledge.facts.assessments) {
    const { kind, date, outcome, openConditions } = assessment;
    if (!pledge.isWithin(pledge.parameters.assessmentRelevantMonths, date)) continue;
    if (outcome === 'FAIL')
      reasons.add('FAIL', 'ASSESSMENT_FAILED', { kind, date: formatDay(date) }, assessment);
    else if (openConditions > 0) {
      const counted = { kind, count: openConditions };
      reasons.add('CONDITION', 'ASSESSMENT_CONDITIONS_OPEN', counted, assessment, new Unanswered(assessment));
    }
  }
};

const hospitalDeficiencies: Rule = (pledge, reasons) => {
  for (const deficiency of pledge.facts.hospitalDeficiencies) {
    if (!pledge.isOpen(deficiency.closedOn)) continue;
    reasons.add('FAIL', 'HOSPITAL_DEFICIENCY_OPEN', { deficiency: deficiency.id }, deficiency);
  }
};

export const performanceRules = [improvementPlan, assessments, hospitalDeficiencies];
