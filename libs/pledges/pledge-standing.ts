import type { Id } from '#platform/ids.js';
import type { Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { known } from '#platform/record/known.sql.js';
import type { LifecycleState } from '#reference/codes.js';

export interface StandingStep {
  readonly id: Id;
  readonly state: LifecycleState;
  readonly occurredOn: PlainDate;
}

/** A step as it is on record. */
export interface TakenStep extends StandingStep {
  /** The mission that it was selected for or deployed to, where it was said. */
  readonly mission: string | null;
}

/** A pledge as it stands for a change: whose it is, what kind of unit, and the steps it has taken so far. */
export interface PledgeStanding {
  readonly id: Id;
  readonly memberState: string;
  readonly reference: string;
  readonly unitType: string;
  readonly component: 'MILITARY' | 'POLICE';
  readonly medical: boolean;
  readonly rdlEligible: boolean;
  readonly version: number;
  /** In the order in which they were taken; never empty. */
  readonly steps: readonly TakenStep[];
}

const standingWith = (step: string) => `
SELECT p.id, p.member_state AS "memberState", p.reference, p.unit_type AS "unitType", t.component, t.medical,
  t.rdl_eligible AS "rdlEligible", p.version,
  (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'state', s.state, 'occurredOn', s.occurred_on,
     'mission', s.mission)
     ORDER BY s.occurred_on, s.id)
   FROM lifecycle_step s WHERE s.pledge_id = p.id AND ${step}) AS steps
FROM pledge p JOIN unit_type t ON t.code = p.unit_type
WHERE p.id = $1`;
const STANDING = standingWith('s.voided_at IS NULL');
const STANDING_AT = standingWith(`s.occurred_on <= $2 AND ${known('s', '$3')}`);

/**
 * The pledge that an input names.
 * @throws ProblemError NOT_FOUND, the same for a missing pledge and for one that who asks may not see
 */
export async function standingOf(
  context: OperationContext,
  id: string,
  field = 'pledgeId',
): Promise<PledgeStanding> {
  const [standing] = await context.query<PledgeStanding>(STANDING, [id]);
  if (standing === undefined) throw ProblemError.notFound(field, id);
  return standing;
}

/** The pledge as it stood on a day, as known at an instant; undefined where `facts` would find nothing of it. */
export async function standingAt(
  context: OperationContext,
  id: Id,
  { asOf, knownOn }: Moment,
): Promise<PledgeStanding | undefined> {
  const days = [id, asOf, knownOn];
  const [found] = await context.query<PledgeStanding | { readonly steps: null }>(STANDING_AT, days);
  return found?.steps ? found : undefined;
}

/**
 * As `standingOf`, and no other operation changes the pledge or adds to it before this one ends: what a rule saw of it
 * still holds when the fact is written.
 */
export async function heldPledge(
  context: OperationContext,
  id: string,
  field = 'pledgeId',
): Promise<PledgeStanding> {
  // A statement of its own: the rows that the next one sees are those that stand once the hold is had.
  await context.query(`SELECT FROM pledge WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return standingOf(context, id, field);
}

/** The state that the pledge is in. */
export const stateOf = ({ steps }: PledgeStanding): LifecycleState => steps.at(-1)?.state ?? 'DRAFT';

/** The state that the pledge was in on a day; undefined before its first step. */
export const stateOn = (
  { steps }: { readonly steps: readonly StandingStep[] },
  day: PlainDate,
): LifecycleState | undefined => steps.findLast(({ occurredOn }) => occurredOn <= day)?.state;

/** The day on which the pledge was first registered, or null. */
export const registeredOn = ({ steps }: PledgeStanding): PlainDate | null =>
  steps.find(({ state }) => state === 'REGISTERED')?.occurredOn ?? null;

/** The day from which a unit is the pledge's: of its registration, or while there is none, of the first step. */
export const pledgedOn = (steps: readonly StandingStep[]): PlainDate => {
  const first = steps.find(({ state }) => state === 'REGISTERED') ?? steps[0];
  if (first === undefined) throw new Error('a pledge without a step');
  return first.occurredOn;
};

/**
 * Confirmations, level decisions, selections and deployments need a registration, and lie on or after it.
 * @returns the day of registration
 */
export function afterRegistration(standing: PledgeStanding, field: string, day: PlainDate): PlainDate {
  const registered = registeredOn(standing);
  if (registered === null || day < registered) {
    throw ProblemError.invalid('BEFORE_REGISTRATION', { field, value: day, limit: registered });
  }
  return registered;
}
