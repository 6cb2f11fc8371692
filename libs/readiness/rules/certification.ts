import { addMonths, formatDay, type Day } from '../day.js';
import { STANDING_OF } from '../facts.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import type { Rule } from './rule.js';

/** The last day on which a committed unit is certified in time before it is planned to deploy; null where none is asked. */
function certificateDue({ facts, parameters }: PledgeOnDay): Day | null {
  const { lifecycle, plannedDeploymentOn } = facts;
  if (plannedDeploymentOn === null || STANDING_OF[lifecycle] !== 'COMMITTED') return null;
  return addMonths(plannedDeploymentOn, -parameters.unitCertificateMonths);
}

/** The same while it has not been given, late or in time; else null. */
export function certificateAwaited(pledge: PledgeOnDay): Day | null {
  const { unitCertificateOn } = pledge.facts;
  const given = unitCertificateOn !== null && pledge.hasCome(unitCertificateOn);
  return given ? null : certificateDue(pledge);
}

const unitCertificate: Rule = (pledge, reasons) => {
  const { unitCertificateOn } = pledge.facts;
  const dueOn = certificateDue(pledge);
  if (dueOn === null) return;
  const due = formatDay(dueOn);
  if (unitCertificateOn !== null && pledge.hasCome(unitCertificateOn)) {
    if (unitCertificateOn > dueOn) {
      const params = { due, submitted: formatDay(unitCertificateOn) };
      reasons.add('CONDITION', 'CERTIFICATION_LATE', params, 'plannedDeploymentOn', 'unitCertificateOn');
    }
    return;
  }
  if (pledge.isPast(dueOn)) reasons.add('FAIL', 'CERTIFICATION_OVERDUE', { due }, 'plannedDeploymentOn');
  else reasons.add('INFO', 'CERTIFICATION_DUE', { due }, 'plannedDeploymentOn');
};

export const certificationRules = [unitCertificate];
