import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { raiseVersion } from '#platform/record/version.js';
import { LifecycleStep } from '#pledges/lifecycle-step.entity.js';
import { correctSteps } from '#pledges/lifecycle-correction.js';
import type { CorrectLifecycleInput } from '#pledges/lifecycle-correction.input.js';
import { heldPledge } from '#pledges/pledge-standing.js';
import { recordsAfterWithdrawal } from '#pledges/withdrawal.js';
import { effectOf } from './correction-effect.js';
import { decisionsOn } from './decisions-resting.js';
import { LifecycleCorrection } from './lifecycle-correction.type.js';

/** Corrections of several steps of a pledge's life at once, which no correction of a single one could make. */
@Injectable()
export class LifecycleCorrectionService {
  /** @throws ProblemError as `correctSteps`; RESTED_ON, too, with records that lie after a withdrawal that was added */
  async correct(context: OperationContext, input: CorrectLifecycleInput): Promise<LifecycleCorrection> {
    const pledge = await heldPledge(context, input.pledgeId);
    await raiseVersion(context, 'pledge', pledge.id, input.expectedVersion);
    const concerned = { memberState: pledge.memberState, pledgeIds: [pledge.id] };
    const effect = await effectOf(context, concerned, async () => {
      await correctSteps(context, pledge, input);
      await nothingLosesGround(context, pledge.id, input);
    });
    const steps = await context.entities((manager) =>
      manager.find(LifecycleStep, {
        where: { pledgeId: pledge.id, voidedAt: IsNull() },
        order: { occurredOn: 'ASC', id: 'ASC' },
      }),
    );
    return Object.assign(new LifecycleCorrection(), { id: pledge.id, steps, effect });
  }

  /** As `correct`, by the same rules, and nothing of it remains. */
  async preview(context: OperationContext, input: CorrectLifecycleInput): Promise<LifecycleCorrection> {
    const correction = await this.correct(context, input);
    context.rolledBack = true;
    return correction;
  }
}

/** A withdrawal ends a pledge: what is recorded of later days could not have been; a decision names a step as evidence. */
async function nothingLosesGround(
  context: OperationContext,
  pledgeId: Id,
  { voidSteps }: CorrectLifecycleInput,
): Promise<void> {
  const later = await recordsAfterWithdrawal(context, pledgeId);
  const decisions = await decisionsOn(context, 'LIFECYCLE_STEP', voidSteps ?? []);
  if (later.length + decisions.length > 0) throw ProblemError.restedOn(pledgeId, [...later, ...decisions]);
}
