import { Injectable } from '@nestjs/common';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { notAfterToday } from '#platform/record/rules.js';
import { raiseVersion } from '#platform/record/version.js';
import type { LifecycleState } from '#reference/codes.js';
import { FIRST_STATE } from './lifecycle.js';
import { takeStep, writeStep } from './lifecycle.kind.js';
import { descriptionKind } from './pledge-description.kind.js';
import { standingOf, type PledgeStanding } from './pledge-standing.js';
import { Pledge } from './pledge.entity.js';
import type { DraftPledgeInput, LifecycleStepInput } from './pledges.input.js';

/** The life of a pledge: how it begins and the steps it takes. */
@Injectable()
export class PledgesService {
  /**
   * Begins a pledge as a draft of its Member State.
   * @throws ProblemError UNKNOWN_MEMBER_STATE, also for a Member State other than the one that asks
   */
  async draft(context: OperationContext, input: DraftPledgeInput): Promise<Pledge> {
    await knownCodes(context, input);
    notAfterToday(context, 'describedOn', input.describedOn);
    const pledge = Object.assign(new Pledge(), {
      id: context.newId(),
      memberState: input.memberState,
      reference: input.reference,
      unitType: input.unitType,
      version: 1,
      recordedAt: context.now,
      recordedBy: context.principal.subject,
      recordedRole: context.principal.role,
      recordedThrough: context.recordedThrough,
    });
    await context.insert(Pledge, [pledge]);
    await writeStep(context, pledge, FIRST_STATE, { occurredOn: input.describedOn });
    await descriptionKind.write(context, await standingOf(context, pledge.id), input);
    return pledge;
  }

  /** Takes one step of the lifecycle; the pledge's version must be the one that was read. */
  async step(context: OperationContext, to: LifecycleState, input: LifecycleStepInput): Promise<Pledge> {
    const standing = await standingOf(context, input.pledgeId);
    await takeStep(context, standing, to, input);
    return this.raised(context, standing, input.expectedVersion);
  }

  private async raised(context: OperationContext, standing: PledgeStanding, expectedVersion: number) {
    await raiseVersion(context, 'pledge', standing.id, expectedVersion);
    return context.entities((manager) => manager.findOneByOrFail(Pledge, { id: standing.id }));
  }
}

async function knownCodes(
  context: OperationContext,
  { memberState, unitType }: DraftPledgeInput,
): Promise<void> {
  const { principal } = context;
  const [known] = await context.query<{ state: boolean; unit: boolean }>(
    `SELECT EXISTS (SELECT FROM member_state WHERE iso3 = $1) AS state,
            EXISTS (SELECT FROM unit_type WHERE code = $2) AS unit`,
    [memberState, unitType],
  );
  const own = principal.role !== 'MEMBER_STATE' || principal.memberState === memberState;
  if (!known?.state || !own) {
    throw ProblemError.invalid('UNKNOWN_MEMBER_STATE', { field: 'memberState', value: memberState });
  }
  if (!known.unit) throw ProblemError.invalid('UNKNOWN_UNIT_TYPE', { field: 'unitType', value: unitType });
}
