import { addDays, plainDate, type PlainDate } from '#platform/plain-date.js';
import type { RecordReference } from '#platform/problem.js';
import { formatDay } from '#readiness/day.js';
import { OWED_KINDS, owedFor, type Owed, type OwedKind } from '#readiness/owed.js';
import type { Records } from './facts.js';
import { dayNumber, type PledgeAtMoment } from './status-of-pledges.js';
import { referencesOf } from './why.js';

/**
 * What is renewed is called for so many days before it ends: a quarter of a year, our design. A unit certificate, which
 * is given once, is called for as soon as a deployment is planned.
 */
export const CALLED_FOR_DAYS_AHEAD = 90;
const RENEWED: readonly OwedKind[] = ['CONFIRMATION', 'DOCUMENT'];

/** What a pledge owes by the reckoning of the rules, as a row of the follow-ups. */
export interface OwedRow {
  readonly kind: OwedKind;
  /** The record that it is counted from. */
  readonly record: RecordReference;
  readonly reference: string | null;
  readonly memberState: string;
  readonly pledgeId: string;
  readonly openedOn: PlainDate | null;
  readonly dueOn: PlainDate;
}

/** Whether a kind of follow-up is reckoned from the facts of pledges, rather than read from a table. */
export const isOwedKind = (kind: string): kind is OwedKind =>
  (OWED_KINDS as readonly string[]).includes(kind);

/**
 * What pledges owe at their moment: overdue, or due soon.
 * @param dueBefore looks further ahead, where it lies there
 */
export function owedBy(pledges: readonly PledgeAtMoment[], dueBefore: PlainDate | null): OwedRow[] {
  return pledges.flatMap((pledge) => {
    const { facts, moment, parameterSet } = pledge;
    const soon = addDays(moment.asOf, CALLED_FOR_DAYS_AHEAD);
    const last = dueBefore !== null && dueBefore > soon ? dueBefore : soon;
    return owedFor(facts, dayNumber(moment.asOf), parameterSet.parameters)
      .map((owed) => rowOf(pledge, owed))
      .filter(({ kind, dueOn }) => !RENEWED.includes(kind) || dueOn <= last);
  });
}

function rowOf({ id: pledgeId, memberState, facts }: PledgeAtMoment, owed: Owed): OwedRow {
  const { kind, basis, dueOn, since } = owed;
  const named = typeof basis === 'string' ? facts.records[basis] : (basis as { records?: Records }).records;
  const [record] = referencesOf(named);
  if (record === undefined) throw new Error(`${kind} of pledge ${pledgeId} is counted from no record`);
  return {
    ...{ kind, record, memberState, pledgeId, dueOn: plainDate(formatDay(dueOn)) },
    reference: typeof basis === 'string' ? null : basis.type,
    openedOn: since === null ? null : plainDate(formatDay(since)),
  };
}
