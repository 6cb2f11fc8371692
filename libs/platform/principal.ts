/** The three kinds of user of the first release. */
export const ROLES = ['STAFF', 'MEMBER_STATE', 'EVALUATOR'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. A Member State's principal always names its state; no other role has one. */
export type Principal =
  | { readonly role: 'STAFF' | 'EVALUATOR'; readonly subject: string; readonly memberState: null }
  | { readonly role: 'MEMBER_STATE'; readonly subject: string; readonly memberState: string };
