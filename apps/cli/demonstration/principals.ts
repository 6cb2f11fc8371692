import type { Principal } from '#platform/principal.js';

/** Posts, never persons: who records the demonstration. */
export const OFFICER: Principal = { role: 'STAFF', subject: 'force-generation-officer', memberState: null };

/** Units and visits are shared out among several, each for some Member States. */
export const evaluator = (number: number): Principal => ({
  role: 'EVALUATOR',
  subject: `evaluator-${number}`,
  memberState: null,
});

export const deskOfficer = (memberState: string): Principal => ({
  role: 'MEMBER_STATE',
  subject: `desk-officer-${memberState.toLowerCase()}`,
  memberState,
});
