import { InputType } from '@nestjs/graphql';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { DayField, TextField } from '#platform/graphql/input-fields.js';
import { build, record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import type { LifecycleState } from '#reference/codes.js';
import { groundless, recordsOf } from './history.js';
import { TRANSITIONS } from './lifecycle.js';
import { LifecycleStep } from './lifecycle-step.entity.js';
import { ofPledge, type PledgeFactKind } from './pledge-kind.js';
import { afterRegistration, standingOf, stateOf, type PledgeStanding } from './pledge-standing.js';
import { knownMission } from './rules.js';
import { recordsAfterWithdrawal } from './withdrawal.js';

/** What is said of a step beside the state that it reaches. */
@InputType()
export class LifecycleStepContent {
  @DayField({ description: 'The day on which the step was taken.' })
  occurredOn!: PlainDate;

  @TextField(40, { optional: true, description: 'The mission selected for or deployed to.' })
  mission?: string | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

/**
 * Takes the next step of a pledge's lifecycle.
 * @param allowed the states to which the pledge may move now, where they are fewer than those of the table
 * @throws ProblemError TRANSITION_NOT_ALLOWED with the states that are allowed; days in order; unknown mission
 */
export async function takeStep(
  context: OperationContext,
  pledge: PledgeStanding,
  to: LifecycleState,
  content: LifecycleStepContent,
  allowed: readonly LifecycleState[] = TRANSITIONS[stateOf(pledge)],
): Promise<LifecycleStep> {
  if (!allowed.includes(to)) throw ProblemError.transition(stateOf(pledge), to, allowed);
  const { occurredOn } = content;
  notAfterToday(context, 'occurredOn', occurredOn);
  if (to === 'SELECTED' || to === 'DEPLOYED') afterRegistration(pledge, 'occurredOn', occurredOn);
  notBefore('BEFORE_LAST_STEP', 'occurredOn', occurredOn, pledge.steps.at(-1)?.occurredOn ?? null);
  knownMission('mission', content.mission);
  await inspectedBefore(context, pledge, to, occurredOn);
  return writeStep(context, pledge, to, content);
}

/** A step that is recorded late leaves no inspection behind that looked at the unit where it then was no longer. */
async function inspectedBefore(
  context: OperationContext,
  pledge: PledgeStanding,
  state: LifecycleState,
  occurredOn: PlainDate,
): Promise<void> {
  const inspections = (await recordsOf(context, pledge.id)).filter(({ inspection }) => inspection);
  const steps = [...pledge.steps, { id: pledge.id, state, occurredOn }];
  const unfit = groundless(steps, inspections).filter(({ kind }) => kind === 'VISIT_HOLDING');
  if (unfit.length > 0) throw ProblemError.restedOn(pledge.id, unfit);
}

/** @throws ProblemError RESTED_ON for a withdrawal that records of later days speak against */
export async function writeStep(
  context: OperationContext,
  pledge: { readonly id: Id; readonly memberState: string },
  state: LifecycleState,
  { occurredOn, mission = null, note = null }: LifecycleStepContent,
  corrected?: { readonly id: Id },
): Promise<LifecycleStep> {
  const owner = { memberState: pledge.memberState, pledgeId: pledge.id };
  const step = await record(
    context,
    LifecycleStep,
    { ...owner, state, occurredOn, mission, note },
    corrected,
  );
  const later = state === 'WITHDRAWN' ? await recordsAfterWithdrawal(context, pledge.id) : [];
  if (later.length > 0) throw ProblemError.restedOn(pledge.id, later);
  return step;
}

/** As `writeStep`, under a name that says where the step stands among those of its day. */
export async function writeStepAs(
  context: OperationContext,
  id: Id,
  pledge: PledgeStanding,
  state: LifecycleState,
  { occurredOn, mission = null, note = null }: LifecycleStepContent,
): Promise<void> {
  const content = ofPledge<LifecycleStep>(pledge, { state, occurredOn, mission, note });
  const step = Object.assign(build(context, LifecycleStep, content), { id, rowId: id });
  await context.insert(LifecycleStep, [step]);
}

/**
 * Steps as facts that can be put right: another day, mission or note. The state stays, and the history that remains
 * must be one that could have been recorded.
 */
export const lifecycleStepKind: PledgeFactKind<LifecycleStep, LifecycleStepContent> = {
  name: 'LIFECYCLE_STEP',
  entity: LifecycleStep,
  content: LifecycleStepContent,
  ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
  isFinal: ({ state }) => state === 'WITHDRAWN',

  write: async (context, pledge, content, corrected) => {
    const index = pledge.steps.findIndex(({ id }) => id === corrected?.id);
    const step = pledge.steps[index];
    if (step === undefined) throw new Error('a new step is taken by takeStep');
    const { occurredOn } = content;
    notAfterToday(context, 'occurredOn', occurredOn);
    notBefore('BEFORE_LAST_STEP', 'occurredOn', occurredOn, pledge.steps[index - 1]?.occurredOn ?? null);
    knownMission('mission', content.mission);
    const steps = pledge.steps.with(index, { ...step, occurredOn });
    const dependents = groundless(steps, await recordsOf(context, pledge.id));
    if (dependents.length > 0) throw ProblemError.restedOn(step.id, dependents);
    return writeStep(context, pledge, step.state, content, step);
  },

  dependents: async (context, fact) => {
    const pledge = await standingOf(context, fact.pledgeId);
    const rest = pledge.steps.filter(({ id }) => id !== fact.id);
    // Without its first step there would be no pledge.
    if (rest.length === 0) return [{ kind: 'PLEDGE', id: pledge.id }];
    return groundless(rest, await recordsOf(context, pledge.id));
  },
};
