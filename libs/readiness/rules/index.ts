import { certificationRules } from './certification.js';
import { documentRules } from './documents.js';
import { measurementRules } from './measurements.js';
import { performanceRules } from './performance.js';
import { rapidDeploymentRules } from './rapid-deployment.js';
import { restrictionRules } from './restrictions.js';
import type { Rule } from './rule.js';
import { validityRules } from './validity.js';
import { visitRules } from './visits.js';

/** Every rule that can give a reason for a pledge in the pool, committed or deployed. */
export const RULES: readonly Rule[] = [
  ...documentRules,
  ...validityRules,
  ...visitRules,
  ...measurementRules,
  ...rapidDeploymentRules,
  ...restrictionRules,
  ...performanceRules,
  ...certificationRules,
];
