import { formatDay } from '../day.js';
import type { BarFact } from '../facts.js';
import type { OnDay } from '../on-day.js';
import type { Rule } from './rule.js';

const caveats: Rule = (pledge, reasons) => {
  for (const caveat of pledge.facts.caveats) {
    const { id, kind, resolveBy, resolvedOn } = caveat;
    if (!pledge.isOpen(resolvedOn)) continue;
    if (kind === 'DECLARED') {
      reasons.add('CONDITION', 'CAVEAT_DECLARED', { caveat: id }, caveat);
      continue;
    }
    if (resolveBy === null) throw new TypeError(`The undeclared caveat ${id} has no resolveBy`);
    const params = { caveat: id, resolveBy: formatDay(resolveBy) };
    if (pledge.isPast(resolveBy)) reasons.add('BLOCKER', 'CAVEAT_UNDECLARED_OVERDUE', params, caveat);
    else reasons.add('FAIL', 'CAVEAT_UNDECLARED_OPEN', params, caveat);
  }
};

const humanRightsScreening: Rule = ({ facts }, reasons) => {
  if (facts.humanRightsScreening === 'REFUSED')
    reasons.add('BLOCKER', 'HR_SCREENING_REFUSED', {}, 'humanRightsScreening');
  if (facts.humanRightsScreening === 'PENDING') {
    reasons.add(
      facts.lifecycle === 'REGISTERED' ? 'INFO' : 'GAP',
      'HR_SCREENING_PENDING',
      {},
      'humanRightsScreening',
    );
  }
};

/** Whether a bar is in force: from its first to its last day, both included. */
export function isBarInForce(today: OnDay, { from, until }: BarFact): boolean {
  return today.hasCome(from) && (until === null || !today.isPast(until));
}

const bars: Rule = (pledge, reasons) => {
  for (const bar of pledge.facts.bars) {
    if (isBarInForce(pledge, bar)) reasons.add('BLOCKER', 'DEPLOYMENT_BAR', { decision: bar.decision }, bar);
  }
};

export const restrictionRules = [caveats, humanRightsScreening, bars];
