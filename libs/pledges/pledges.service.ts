import { Injectable } from '@nestjs/common';
import { begin } from '#platform/record/record.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { raiseVersion } from '#platform/record/version.js';
import type { LifecycleState } from '#reference/codes.js';
import { confirmationKind } from './confirmation.kind.js';
import { isReturn, recordsOf } from './history.js';
import { FIRST_STATE, TRANSITIONS } from './lifecycle.js';
import { takeStep, writeStep, type LifecycleStepContent } from './lifecycle.kind.js';
import { descriptionKind } from './pledge-description.kind.js';
import { heldPledge, standingOf, stateOf, type PledgeStanding } from './pledge-standing.js';
import { Pledge } from './pledge.entity.js';
import type { DraftPledgeInput, LifecycleStepInput, MovePledgeInput } from './pledges.input.js';
import { knownMemberState, knownUnitType } from './rules.js';

/** The life of a pledge: how it begins and the steps it takes. */
@Injectable()
export class PledgesService {
  /**
   * Begins a pledge as a draft of its Member State.
   * @throws ProblemError UNKNOWN_MEMBER_STATE, also for a Member State other than the one that asks; UNKNOWN_UNIT_TYPE;
   *   ALREADY_EXISTS where the Member State has a pledge of that reference
   */
  async draft(context: OperationContext, input: DraftPledgeInput): Promise<Pledge> {
    knownMemberState(context, 'memberState', input.memberState);
    knownUnitType('unitType', input.unitType);
    notAfterToday(context, 'describedOn', input.describedOn);
    await newReference(context, input);
    const { memberState, reference, unitType } = input;
    const pledge = await begin(context, Pledge, { memberState, reference, unitType });
    await writeStep(context, pledge, FIRST_STATE, { occurredOn: input.describedOn });
    await descriptionKind.write(context, await standingOf(context, pledge.id), input);
    return pledge;
  }

  submit(context: OperationContext, input: LifecycleStepInput): Promise<Pledge> {
    return this.step(context, input, (pledge) => takeStep(context, pledge, 'SUBMITTED', input));
  }

  /** The first step into the pool; a pledge that comes back to it is moved. */
  accept(context: OperationContext, input: LifecycleStepInput): Promise<Pledge> {
    return this.step(context, input, (pledge) =>
      takeStep(context, pledge, 'REGISTERED', input, allowedTo(pledge, { back: false })),
    );
  }

  reject(context: OperationContext, input: LifecycleStepInput): Promise<Pledge> {
    return this.step(context, input, (pledge) => takeStep(context, pledge, 'REJECTED', input));
  }

  withdraw(context: OperationContext, input: LifecycleStepInput): Promise<Pledge> {
    return this.step(context, input, (pledge) => takeStep(context, pledge, 'WITHDRAWN', input));
  }

  /**
   * Takes any other step of the table. A return to the pool comes with a confirmation to count from, given on or after
   * the day of the step before.
   */
  move(context: OperationContext, input: MovePledgeInput): Promise<Pledge> {
    return this.step(context, input, async (pledge) => {
      await takeStep(context, pledge, input.to, input, allowedTo(pledge, { back: true }));
      if (input.to === 'REGISTERED') await confirmReturn(context, pledge, input);
      else if (input.confirmedOn) {
        const at = { field: 'confirmedOn', value: input.to, limit: 'REGISTERED' };
        throw ProblemError.invalid('NOT_IN_LIFECYCLE_STATE', at);
      }
    });
  }

  private async step(
    context: OperationContext,
    { pledgeId, expectedVersion }: { pledgeId: string; expectedVersion: number } & LifecycleStepContent,
    take: (pledge: PledgeStanding) => Promise<unknown>,
  ): Promise<Pledge> {
    const pledge = await heldPledge(context, pledgeId);
    await raiseVersion(context, 'pledge', pledge.id, expectedVersion);
    await take(pledge);
    return context.entities((manager) => manager.findOneByOrFail(Pledge, { id: pledge.id }));
  }
}

/** The states that the table allows next, into the pool only for the first time or only `back` to it. */
function allowedTo(pledge: PledgeStanding, { back }: { back: boolean }): readonly LifecycleState[] {
  const from = stateOf(pledge);
  return TRANSITIONS[from].filter((to) => to !== 'REGISTERED' || isReturn(from, to) === back);
}

async function confirmReturn(
  context: OperationContext,
  pledge: PledgeStanding,
  { confirmedOn }: MovePledgeInput,
): Promise<void> {
  if (!confirmedOn) throw ProblemError.invalid('REQUIRED', { field: 'confirmedOn' });
  notBefore('BEFORE_LAST_STEP', 'confirmedOn', confirmedOn, pledge.steps.at(-1)?.occurredOn ?? null);
  const records = await recordsOf(context, pledge.id);
  // What the Member State confirmed itself on that day is not said once more.
  if (records.some(({ kind, day }) => kind === 'CONFIRMATION' && day === confirmedOn)) return;
  await confirmationKind.write(context, pledge, { confirmedOn });
}

async function newReference(
  context: OperationContext,
  { memberState, reference }: DraftPledgeInput,
): Promise<void> {
  const [pledge] = await context.query<{ taken: boolean }>(
    `SELECT EXISTS (SELECT FROM pledge WHERE member_state = $1 AND reference = $2) AS taken`,
    [memberState, reference],
  );
  if (pledge?.taken) throw ProblemError.invalid('ALREADY_EXISTS', { field: 'reference', value: reference });
}
