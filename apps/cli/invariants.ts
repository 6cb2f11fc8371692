import { ASSESSMENT_INVARIANTS } from '#assessments/assessments.invariants.js';
import { CONTRIBUTION_INVARIANTS } from '#contributions/contributions.invariants.js';
import { PERFORMANCE_INVARIANTS } from '#performance/performance.invariants.js';
import { RECORD_INVARIANTS } from '#platform/invariants/record.invariants.js';
import { PLEDGE_INVARIANTS } from '#pledges/pledges.invariants.js';
import { REFERENCE_INVARIANTS } from '#reference/reference.invariants.js';

/** Every statement about live data that the registry keeps, room by room, by name. */
export const INVARIANTS = {
  ...RECORD_INVARIANTS,
  ...REFERENCE_INVARIANTS,
  ...PLEDGE_INVARIANTS,
  ...ASSESSMENT_INVARIANTS,
  ...PERFORMANCE_INVARIANTS,
  ...CONTRIBUTION_INVARIANTS,
};
export type InvariantName = keyof typeof INVARIANTS;
