import type { Principal } from '#platform/principal.js';

/** Posts, never persons: who records the demonstration. */
export const OFFICER: Principal = { role: 'STAFF', subject: 'force-generation-officer', memberState: null };

export const EVALUATOR: Principal = { role: 'EVALUATOR', subject: 'evaluator-1', memberState: null };

export const deskOfficer = (memberState: string): Principal => ({
  role: 'MEMBER_STATE',
  subject: `desk-officer-${memberState.toLowerCase()}`,
  memberState,
});
