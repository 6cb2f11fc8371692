import { addDays, addMonths, formatDay, type Day } from '../day.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import type { Rule } from './rule.js';

/** The last day a pledge is valid, before grace and with it, and the fact that day is counted from. */
interface Validity {
  readonly until: Day;
  readonly graceUntil: Day;
  readonly from: 'registeredOn' | 'confirmedOn';
}

/**
 * The later of registration and latest confirmation, each with its own term. Null once the pledge is selected or
 * deployed, when validity no longer runs.
 */
export function validityOf({ facts, parameters }: PledgeOnDay): Validity | null {
  if (facts.lifecycle !== 'REGISTERED') return null;
  if (facts.registeredOn === null) throw new TypeError('A REGISTERED pledge has no registeredOn');
  const initial = addMonths(facts.registeredOn, parameters.initialValidityMonths);
  const renewed =
    facts.confirmedOn === null ? initial : addMonths(facts.confirmedOn, parameters.renewalValidityMonths);
  const until = renewed > initial ? renewed : initial;
  const from = renewed > initial ? 'confirmedOn' : 'registeredOn';
  return { until, graceUntil: addDays(until, parameters.graceDays), from };
}

const pledgeValidity: Rule = (pledge, reasons) => {
  const validity = validityOf(pledge);
  if (validity === null || !pledge.isPast(validity.until)) return;
  const params = { validUntil: formatDay(validity.until) };
  if (pledge.isPast(validity.graceUntil)) reasons.add('GAP', 'PLEDGE_LAPSED', params, validity.from);
  else reasons.add('CONDITION', 'PLEDGE_CONFIRMATION_OVERDUE', params, validity.from);
};

export const validityRules = [pledgeValidity];
