import type { PlainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import type { UnitTypeCode } from '#reference/data/unit-types.js';
import type { Id } from '#platform/ids.js';
import type { Desk, Happening } from './happening.js';
import { deskOfficer, evaluator, OFFICER } from './principals.js';

/** One pledge of the demonstration: who pledges what. */
export interface Subject {
  /** The name under which its record is kept while loading; also its reference in the registry. */
  readonly reference: string;
  readonly memberState: string;
  readonly unitType: UnitTypeCode;
  readonly title: string;
  readonly languages: readonly string[];
  /** It was not described anew when a new version of its statement of requirements took effect. */
  readonly keepsFirstVersion?: true;
  /** The number of the evaluator who sees to its Member State. */
  readonly evaluator: number;
}

/** A piece of a story, told of a subject. */
export type Step = (subject: Subject) => readonly Happening[];

/** Who records: a post of the Secretariat, of the Member State, or of an assessment team. */
export type Actor = 'OFFICER' | 'DESK_OFFICER' | 'EVALUATOR';

export function principalOf(actor: Actor, { memberState, evaluator: number }: Subject): Principal {
  switch (actor) {
    case 'OFFICER':
      return OFFICER;
    case 'DESK_OFFICER':
      return deskOfficer(memberState);
    case 'EVALUATOR':
      return evaluator(number);
  }
}

/** One thing recorded of one pledge. */
export const act =
  (
    day: PlainDate,
    actor: Actor,
    record: (desk: Desk, pledgeId: Id, subject: Subject) => Promise<unknown>,
  ): Step =>
  (subject) => [
    {
      day,
      by: principalOf(actor, subject),
      pledges: [subject.reference],
      record: (desk) => record(desk, desk.kept(subject.reference), subject),
    },
  ];

/** Steps one after the other. */
export const together =
  (...steps: readonly Step[]): Step =>
  (subject) =>
    steps.flatMap((step) => step(subject));

/** Records that belong to a pledge are kept under its name and their own. */
export const nameOf = ({ reference }: Subject, record: string): string => `${reference}/${record}`;
