import { idBefore, type Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { voidFact } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { confirmationKind } from './confirmation.kind.js';
import { groundless, isReturn, putInto, recordsOf, type RestingRecord } from './history.js';
import { FIRST_STATE, TRANSITIONS } from './lifecycle.js';
import type { AddedStepInput, CorrectLifecycleInput } from './lifecycle-correction.input.js';
import { writeStepAs } from './lifecycle.kind.js';
import { LifecycleStep } from './lifecycle-step.entity.js';
import { standingOf, type PledgeStanding, type StandingStep } from './pledge-standing.js';
import { knownMission } from './rules.js';

/** A step of the history as it is to be; one that is added has its place in the input. */
type Step = Omit<StandingStep, 'id'> & {
  readonly id: Id | null;
  readonly added?: AddedStepInput;
  readonly field?: string;
};

/**
 * Puts several steps of a history right at once: some are voided, others added, and what comes of it is held against
 * the table of steps and against everything that rests on steps, whole.
 * @param pledge held, its version raised
 * @throws ProblemError RESTED_ON with the steps and records that would lose their ground; TRANSITION_NOT_ALLOWED for an
 *   added step; NOT_FOUND and ALREADY_CLOSED for a voided one
 */
export async function correctSteps(
  context: OperationContext,
  pledge: PledgeStanding,
  input: CorrectLifecycleInput,
): Promise<void> {
  const voided = await stepsToVoid(context, pledge, input.voidSteps ?? []);
  const added = stepsToAdd(context, input.addSteps ?? []);
  if (voided.length + added.length === 0) {
    throw ProblemError.invalid('REQUIRED', { field: 'voidSteps, addSteps' });
  }
  const kept = pledge.steps.filter(({ id }) => !voided.some((step) => step.id === id));
  // Without any step there would be no pledge.
  if (kept.length + added.length === 0)
    throw ProblemError.restedOn(pledge.id, [{ kind: 'PLEDGE', id: pledge.id }]);
  const history: Step[] = putInto<Step>(kept, added);
  const named = await withNames(context, pledge, history);
  soundHistory(pledge, named, await recordsOf(context, pledge.id));
  for (const step of voided) await voidFact(context, LifecycleStep, step, input.reason);
  for (const { id, state, added: content } of named) {
    if (content) await writeStepAs(context, id, pledge, state, content);
  }
  const corrected = await standingOf(context, pledge.id);
  for (const { added: content } of named) {
    if (content?.confirmedOn) {
      await confirmationKind.write(context, corrected, { confirmedOn: content.confirmedOn });
    }
  }
}

async function stepsToVoid(
  context: OperationContext,
  pledge: PledgeStanding,
  ids: readonly string[],
): Promise<{ readonly id: Id; readonly rowId: Id }[]> {
  const rows = await context.query<{ id: Id; rowId: Id; voided: boolean }>(
    `SELECT id, row_id AS "rowId", voided_at IS NOT NULL AS voided FROM lifecycle_step
     WHERE pledge_id = $1 AND id = ANY ($2::uuid[])`,
    [pledge.id, ids],
  );
  return ids.map((id, place) => {
    const field = `voidSteps.${place}`;
    if (ids.indexOf(id) < place) throw ProblemError.invalid('ALREADY_EXISTS', { field, value: id });
    const versions = rows.filter((row) => row.id === id);
    const standing = versions.find(({ voided }) => !voided);
    if (standing) return standing;
    throw versions.length > 0
      ? ProblemError.invalid('ALREADY_CLOSED', { field, value: id })
      : ProblemError.notFound(field, id);
  });
}

function stepsToAdd(context: OperationContext, added: readonly AddedStepInput[]): Step[] {
  return added.map((step, place) => {
    const field = `addSteps.${place}`;
    notAfterToday(context, `${field}.occurredOn`, step.occurredOn);
    notBefore(
      'BEFORE_LAST_STEP',
      `${field}.occurredOn`,
      step.occurredOn,
      added[place - 1]?.occurredOn ?? null,
    );
    knownMission(`${field}.mission`, step.mission);
    if (step.confirmedOn) notAfterToday(context, `${field}.confirmedOn`, step.confirmedOn);
    return { id: null, state: step.state, occurredOn: step.occurredOn, added: step, field };
  });
}

type NamedStep = Step & { readonly id: Id };

/** Steps of one day stand in the order of their names, so an added one takes a name that sorts where it stands. */
async function withNames(
  context: OperationContext,
  { id: pledgeId }: PledgeStanding,
  history: readonly Step[],
): Promise<NamedStep[]> {
  const rows = await context.query<{ id: Id }>(
    `SELECT id FROM lifecycle_step WHERE pledge_id = $1 UNION SELECT row_id FROM lifecycle_step WHERE pledge_id = $1`,
    [pledgeId],
  );
  const taken = rows.map(({ id }) => id);
  return history.map((step, place) => {
    if (step.id !== null) return { ...step, id: step.id };
    const next = history
      .slice(place)
      .find(({ id, occurredOn }) => id !== null && occurredOn === step.occurredOn)?.id;
    const id = next ? idBefore(next, taken) : context.newId();
    taken.push(id);
    return { ...step, id };
  });
}

function soundHistory(
  pledge: PledgeStanding,
  history: readonly NamedStep[],
  records: readonly RestingRecord[],
) {
  for (const [place, step] of history.entries()) allowed(step, history[place - 1], records);
  const confirmed = history.flatMap(({ id, added }): RestingRecord[] =>
    added?.confirmedOn ? [{ kind: 'CONFIRMATION', id, day: added.confirmedOn }] : [],
  );
  const dependents = groundless(history, [...records, ...confirmed]);
  if (dependents.length > 0) throw ProblemError.restedOn(pledge.id, dependents);
}

/** Whether an added step may follow the one before; those that are kept are looked at together, later. */
function allowed(
  { state, occurredOn, added, field }: NamedStep,
  before: NamedStep | undefined,
  records: readonly RestingRecord[],
): void {
  if (!added) return;
  const next = before === undefined ? [FIRST_STATE] : TRANSITIONS[before.state];
  if (!next.includes(state))
    throw ProblemError.transition(before?.state ?? '', state, next, `${field}.state`);
  const returns = before !== undefined && isReturn(before.state, state);
  const { confirmedOn } = added;
  if (confirmedOn && !returns) {
    const at = { field: `${field}.confirmedOn`, value: state, limit: 'REGISTERED' };
    throw ProblemError.invalid('NOT_IN_LIFECYCLE_STATE', at);
  }
  if (!returns) return;
  if (confirmedOn) notBefore('BEFORE_LAST_STEP', `${field}.confirmedOn`, confirmedOn, before.occurredOn);
  else if (!records.some(({ kind, day }) => kind === 'CONFIRMATION' && day >= before.occurredOn)) {
    throw ProblemError.invalid('REQUIRED', { field: `${field}.confirmedOn`, value: occurredOn });
  }
}
