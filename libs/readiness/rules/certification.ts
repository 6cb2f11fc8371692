import { addMonths, formatDay } from '../day.js';
import { STANDING_OF } from '../facts.js';
import type { Rule } from './rule.js';

/** A committed unit is certified some time before it is planned to deploy. */
const unitCertificate: Rule = (pledge, reasons) => {
  const { lifecycle, plannedDeploymentOn, unitCertificateOn } = pledge.facts;
  if (plannedDeploymentOn === null || STANDING_OF[lifecycle] !== 'COMMITTED') return;
  const dueOn = addMonths(plannedDeploymentOn, -pledge.parameters.unitCertificateMonths);
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
