import { InputType } from '@nestjs/graphql';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { DayField, TextField } from '#platform/graphql/input-fields.js';
import { record } from '#platform/record/record.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import type { LifecycleState } from '#reference/codes.js';
import { TRANSITIONS } from './lifecycle.js';
import { LifecycleStep } from './lifecycle-step.entity.js';
import { stateOf, type PledgeStanding } from './pledge-standing.js';

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
 * @throws ProblemError TRANSITION_NOT_ALLOWED with the states that the table does allow; days in order
 */
export async function takeStep(
  context: OperationContext,
  pledge: PledgeStanding,
  to: LifecycleState,
  content: LifecycleStepContent,
): Promise<LifecycleStep> {
  const from = stateOf(pledge);
  if (!TRANSITIONS[from].includes(to)) throw ProblemError.transition(from, to, TRANSITIONS[from]);
  notAfterToday(context, 'occurredOn', content.occurredOn);
  notBefore('BEFORE_LAST_STEP', 'occurredOn', content.occurredOn, pledge.steps.at(-1)?.occurredOn ?? null);
  return writeStep(context, pledge, to, content);
}

export function writeStep(
  context: OperationContext,
  pledge: { readonly id: Id; readonly memberState: string },
  state: LifecycleState,
  { occurredOn, mission = null, note = null }: LifecycleStepContent,
): Promise<LifecycleStep> {
  const owner = { memberState: pledge.memberState, pledgeId: pledge.id };
  return record(context, LifecycleStep, { ...owner, state, occurredOn, mission, note });
}
