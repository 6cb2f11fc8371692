import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { interval, notBefore } from '#platform/record/rules.js';

/** One setting of a due day, by the name of the fact that says so. */
export interface DueDay {
  readonly id: Id;
  readonly setOn: PlainDate;
  readonly dueOn: PlainDate;
}

/**
 * A due day is only ever put off: each setting lies on or after the day of the one before it, and names a later day.
 * @param settings those that stand, in their order; where one is corrected, with that one still in its place
 * @param kind of the fact that a later setting is
 * @throws ProblemError INTERVAL_REVERSED; BEFORE_OPENING or NOT_LATER than the setting before; RESTED_ON with the
 *   setting after a corrected one, where that would no longer put it off
 */
export function putsOff(
  settings: readonly DueDay[],
  { setOn, dueOn }: Omit<DueDay, 'id'>,
  kind: string,
  corrected?: { readonly id: Id },
): void {
  const place = corrected ? settings.findIndex(({ id }) => id === corrected.id) : settings.length;
  const before = settings[place - 1];
  const after = settings[place + 1];
  notBefore('BEFORE_OPENING', 'setOn', setOn, before?.setOn ?? null);
  interval('dueOn', setOn, dueOn);
  if (before && dueOn <= before.dueOn) {
    throw ProblemError.invalid('NOT_LATER', { field: 'dueOn', value: dueOn, limit: before.dueOn });
  }
  if (corrected && after && (after.setOn < setOn || after.dueOn <= dueOn)) {
    throw ProblemError.restedOn(corrected.id, [{ kind, id: after.id }]);
  }
}

/** An action is done by the day on which its plan is due, or the plan is extended first. */
export function withinPlan(dueOn: PlainDate, planDueOn: PlainDate | null): void {
  if (planDueOn !== null && dueOn > planDueOn) {
    throw ProblemError.invalid('AFTER_PLAN_DUE', { field: 'dueOn', value: dueOn, limit: planDueOn });
  }
}
