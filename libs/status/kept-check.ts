import type { Finding } from '#platform/invariants/check.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, type PlainDate } from '#platform/plain-date.js';
import type { LifecycleState } from '#readiness/facts.js';
import type { RollUp } from '#readiness/roll-up.js';
import { believed } from './kept.sql.js';
import { memberStateAt } from './member-state.js';
import { writtenDay } from './present-status.js';
import { RULES_FINGERPRINT } from './rules-fingerprint.js';
import { inBatches, statusOnDays, type PledgeAtMoment } from './status-of-pledges.js';

/** The name under which what is kept is held against what is computed. */
export const KEPT_CHECK = 'KEPT_IS_WHAT_IS_COMPUTED';

/** Of more pledges a sample of about so many is computed, the same for the same pledges. */
const MOST_PLEDGES = 10_000;
const NAMED = 20;
/** How far ahead is looked where a kept status says that it never changes. */
const YEARS_AHEAD_IN_DAYS = 3_650;

interface Held {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly parameterSet: number;
}
interface HeldStatus extends Held {
  readonly id: Id;
  readonly lifecycle: LifecycleState;
  readonly said: string;
}
interface HeldMemberState extends Held {
  readonly id: string;
  readonly rollUp: RollUp;
  readonly reviewDue: readonly Id[];
}

const HELD = `k.from_on AS "from", k.until_on AS until, k.parameter_set AS "parameterSet"`;
// Each on the days for which it speaks, whatever today is.
const STANDS = believed({ rules: '$1', parameterSet: 'k.parameter_set', day: 'k.from_on', knownOn: '$2' });
const SAMPLE = `$3::float8 >= 1 OR abs(hashtext(pledge.id::text)) % 1000000 < $3::float8 * 1000000`;

const STATUSES_SQL = `
SELECT k.pledge_id AS id, ${HELD}, jsonb_build_array(k.lifecycle, k.level, k.status, k.next_change_on::text,
  k.personnel_available, to_jsonb(k.severities), to_jsonb(k.reason_codes))::text AS said
FROM kept_status k JOIN member_state_generation g ON g.member_state = k.member_state JOIN pledge ON pledge.id = k.pledge_id
WHERE ${STANDS} AND (${SAMPLE}) ORDER BY k.pledge_id`;

// Few large Member States are as many pledges as many small ones.
const MEMBER_STATES_SQL = `
SELECT s.* FROM (
  SELECT k.member_state AS id, ${HELD}, k.roll_up AS "rollUp", k.review_due AS "reviewDue",
    sum((SELECT count(*) FROM pledge p WHERE p.member_state = k.member_state)) OVER (ORDER BY md5(k.member_state)) AS pledges
  FROM kept_member_state k JOIN member_state_generation g ON g.member_state = k.member_state
  WHERE ${STANDS}
) s WHERE s.pledges <= $3::int ORDER BY s.id`;

/**
 * Holds what is kept and would be believed against what the records come to, on the first and on the last day for which
 * it speaks. Of a large registry a sample is looked at.
 */
export async function checkKept(context: OperationContext): Promise<Finding> {
  const known = [RULES_FINGERPRINT, context.now];
  const [size] = await context.query<{ pledges: number }>('SELECT count(*)::int AS pledges FROM pledge');
  const share = MOST_PLEDGES / Math.max(size?.pledges ?? 0, 1);
  const statuses = await context.query<HeldStatus>(STATUSES_SQL, [...known, share]);
  const states = await context.query<HeldMemberState>(MEMBER_STATES_SQL, [...known, MOST_PLEDGES]);
  const broken: string[] = [];
  for (const batch of inBatches(statuses)) broken.push(...(await brokenStatuses(context, batch)));
  for (const state of states)
    if (!(await isComputed(context, state))) broken.push(`kept_member_state ${state.id}`);
  return {
    name: KEPT_CHECK,
    says: 'A status that is kept and would be believed is the one that is computed from the records (of many, a sample).',
    rows: statuses.length + states.length,
    broken: broken.length,
    ids: broken.slice(0, NAMED),
  };
}

const firstAndLast = ({ from, until }: Held): readonly [PlainDate, PlainDate] => [
  from,
  until === null ? addDays(from, YEARS_AHEAD_IN_DAYS) : addDays(until, -1),
];

async function brokenStatuses(context: OperationContext, statuses: readonly HeldStatus[]): Promise<string[]> {
  const asked = statuses.flatMap((status) => firstAndLast(status).map((day) => ({ id: status.id, day })));
  const found = (await statusOnDays(context, asked, { knownOn: context.now })).values();
  return statuses.flatMap(({ id, said, parameterSet }) => {
    const days = [found.next().value, found.next().value];
    const holds = days.every(
      (day) => day?.parameterSet.number === parameterSet && saidOf(day) === normal(said),
    );
    return holds ? [] : [`kept_status ${id}`];
  });
}

const normal = (text: string): string => JSON.stringify(JSON.parse(text));

const saidOf = ({ facts, evaluation }: PledgeAtMoment): string =>
  JSON.stringify([
    ...[facts.lifecycle, evaluation.level, evaluation.status, writtenDay(evaluation.nextChangeOn)],
    facts.measurements.personnel?.available ?? null,
    evaluation.reasons.map(({ severity }) => severity),
    evaluation.reasons.map(({ code }) => code),
  ]);

async function isComputed(context: OperationContext, state: HeldMemberState): Promise<boolean> {
  for (const asOf of firstAndLast(state)) {
    const found = await memberStateAt(context, { asOf, knownOn: context.now }, state.id);
    const isSame =
      JSON.stringify(found?.rollUp) === JSON.stringify(state.rollUp) &&
      JSON.stringify([...(found?.reviewDue ?? [])].sort()) === JSON.stringify([...state.reviewDue].sort());
    if (!isSame) return false;
  }
  return true;
}
