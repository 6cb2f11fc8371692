import { addMonths, formatDay, type Day } from '../day.js';
import type { Measurement, RdlFact } from '../facts.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import { isAtLeast, truncatedPercent } from '../share.js';
import type { Rule } from './rule.js';

// Whether a pledge meets what the rapid deployment level asks: shared by its gates and its reasons.

export function isAgreementInForce(pledge: PledgeOnDay, { agreementFrom, agreementUntil }: RdlFact): boolean {
  return pledge.hasCome(agreementFrom) && !pledge.isPast(agreementUntil);
}

/** The last day the latest verification carries the level; null where there is none or it failed. */
export function verifiedUntil({ parameters }: PledgeOnDay, { verification }: RdlFact): Day | null {
  return verification?.outcome === 'PASS'
    ? addMonths(verification.date, parameters.rdlVerificationMonths)
    : null;
}

export function isCommitmentTooLong({ parameters }: PledgeOnDay, { commitmentDays }: RdlFact): boolean {
  return commitmentDays > parameters.rdlCommitmentDays;
}

/** What is not required is not applicable and passes. */
export function isServiceabilityLow({ parameters }: PledgeOnDay, serviceability: Measurement): boolean {
  return serviceability.required > 0 && !isAtLeast(parameters.rdlServiceabilityPercent, serviceability);
}

const rapidDeployment: Rule = (pledge, reasons) => {
  const { rdl, measurements } = pledge.facts;
  if (rdl === null) return;
  if (!isAgreementInForce(pledge, rdl)) {
    reasons.add('INFO', 'RDL_AGREEMENT_NOT_IN_FORCE', { until: formatDay(rdl.agreementUntil) }, rdl);
  }
  const verified = verifiedUntil(pledge, rdl);
  if (verified === null) reasons.add('INFO', 'RDL_VERIFICATION_NOT_PASSED', {}, rdl.verification ?? rdl);
  else if (pledge.isPast(verified)) {
    reasons.add(
      'INFO',
      'RDL_VERIFICATION_EXPIRED',
      { expired: formatDay(verified) },
      rdl.verification ?? rdl,
    );
  }
  if (isCommitmentTooLong(pledge, rdl))
    reasons.add('INFO', 'RDL_COMMITMENT_TOO_LONG', { days: rdl.commitmentDays }, rdl);
  const { serviceability } = measurements;
  if (serviceability === null) reasons.add('INFO', 'RDL_SERVICEABILITY_UNKNOWN', {}, rdl);
  else if (isServiceabilityLow(pledge, serviceability)) {
    reasons.add('INFO', 'RDL_SERVICEABILITY_LOW', { pct: truncatedPercent(serviceability) }, serviceability);
  }
};

export const rapidDeploymentRules = [rapidDeployment];
