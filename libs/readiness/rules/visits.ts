import { addMonths, formatDay, type Day } from '../day.js';
import type { AavFact, CriticalFinding } from '../facts.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import { Unanswered } from '../reasons.js';
import type { Rule } from './rule.js';

/** The last day an assessment and advisory visit carries a level; null once the pledge is selected or deployed. */
export function visitExpires({ facts, parameters }: PledgeOnDay, visit: AavFact): Day | null {
  return facts.lifecycle === 'REGISTERED' ? addMonths(visit.date, parameters.aavExpiresMonths) : null;
}

/** Whether a critical finding is open after its due date. */
export function isOverdue(pledge: PledgeOnDay, { dueOn, closedOn }: CriticalFinding): boolean {
  return pledge.isOpen(closedOn) && pledge.isPast(dueOn);
}

const latestVisit: Rule = (pledge, reasons) => {
  const { aav, lifecycle } = pledge.facts;
  if (aav === null) {
    reasons.add('GAP', 'NO_AAV', {});
    return;
  }
  if (aav.outcome === 'UNSATISFACTORY') {
    reasons.add('FAIL', 'AAV_UNSATISFACTORY', { date: formatDay(aav.date) }, aav);
    return;
  }
  const expires = visitExpires(pledge, aav);
  if (expires !== null && pledge.isPast(expires)) {
    reasons.add('GAP', 'AAV_EXPIRED', { expired: formatDay(expires) }, aav);
    return;
  }
  const current = addMonths(aav.date, pledge.parameters.aavCurrentMonths);
  if (lifecycle === 'REGISTERED' && pledge.isPast(current)) {
    reasons.add('CONDITION', 'AAV_STALE', { since: formatDay(current) }, aav);
  }
  if (aav.openRecommendations > 0) {
    const count = aav.openRecommendations;
    reasons.add('CONDITION', 'AAV_RECOMMENDATIONS_OPEN', { count }, aav, new Unanswered(aav));
  }
};

/** Findings stand whatever the visit's outcome or age. */
const criticalFindings: Rule = (pledge, reasons) => {
  for (const finding of pledge.facts.aav?.criticalFindings ?? []) {
    if (!pledge.isOpen(finding.closedOn)) continue;
    const params = { finding: finding.id, due: formatDay(finding.dueOn) };
    if (pledge.isPast(finding.dueOn)) reasons.add('FAIL', 'AAV_CRITICAL_FINDING_OVERDUE', params, finding);
    else reasons.add('CONDITION', 'AAV_CRITICAL_FINDING_OPEN', params, finding);
  }
};

export const visitRules = [latestVisit, criticalFindings];
