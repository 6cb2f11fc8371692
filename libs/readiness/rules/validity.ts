import { addDays, addMonths, formatDay, type Day } from '../day.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import type { Rule } from './rule.js';

/**
 * The last day a pledge is valid, before grace: the later of registration and latest confirmation, each with its
 * own term. Null once it is selected or deployed, when validity no longer runs.
 */
export function validUntil({ facts, parameters }: PledgeOnDay): Day | null {
  if (facts.lifecycle !== 'REGISTERED') return null;
  if (facts.registeredOn === null) throw new TypeError('A REGISTERED pledge has no registeredOn');
  const initial = addMonths(facts.registeredOn, parameters.initialValidityMonths);
  if (facts.confirmedOn === null) return initial;
  const renewed = addMonths(facts.confirmedOn, parameters.renewalValidityMonths);
  return renewed > initial ? renewed : initial;
}

/** The last day of grace after `validity`. */
export function graceUntil({ parameters }: PledgeOnDay, validity: Day): Day {
  return addDays(validity, parameters.graceDays);
}

const pledgeValidity: Rule = (pledge, reasons) => {
  const validity = validUntil(pledge);
  if (validity === null || !pledge.isPast(validity)) return;
  if (pledge.isPast(graceUntil(pledge, validity))) {
    reasons.add('GAP', 'PLEDGE_LAPSED', { validUntil: formatDay(validity) });
  } else {
    reasons.add('CONDITION', 'PLEDGE_CONFIRMATION_OVERDUE', { validUntil: formatDay(validity) });
  }
};

export const validityRules = [pledgeValidity];
