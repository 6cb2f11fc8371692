import { Injectable } from '@nestjs/common';
import type { Id } from '#platform/ids.js';
import { momentOf } from '#platform/moment.js';
import { begin } from '#platform/record/record.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { raiseVersion } from '#platform/record/version.js';
import { ImprovementPlan, type PlanAction, type PlanActionProgress } from './improvement-plan.entity.js';
import { planAt } from './performance-questions.js';
import type { ImprovementPlanInFull } from './performance.types.js';
import { planActionExtensionKind, type ExtendPlanActionInput } from './plan-action-extension.kind.js';
import { planActionProgressKind, type ProgressPlanActionInput } from './plan-action-progress.kind.js';
import { notEnded, planActionOf } from './plan-action-standing.js';
import { planActionKind, type AddPlanActionInput } from './plan-action.kind.js';
import { planOutcomeKind, type ClosePlanInput } from './plan-outcome.kind.js';
import { evaluationOf, openPlanOf, planOf, type EvaluationStanding } from './plan-standing.js';
import { planTermsKind, type ExtendPlanInput } from './plan-terms.kind.js';
import type { OpenPlanInput } from './plans.input.js';

/** The life of an improvement plan: opened after an evaluation, extended, acted upon, closed. */
@Injectable()
export class PerformanceService {
  /** @throws ProblemError ALREADY_EXISTS where the evaluation has a plan */
  async openPlan(context: OperationContext, input: OpenPlanInput): Promise<ImprovementPlanInFull> {
    const evaluation = await evaluationOf(context, input.evaluationId);
    const { openedOn: setOn, dueOn, note = null } = input;
    notAfterToday(context, 'openedOn', setOn);
    notBefore('BEFORE_OPENING', 'openedOn', setOn, evaluation.evaluatedOn);
    const id = await planFor(context, evaluation);
    await planTermsKind.write(context, await planOf(context, id), { setOn, dueOn, note });
    const opened = await planOf(context, id);
    for (const [place, action] of (input.actions ?? []).entries()) {
      await planActionKind.write(context, opened, { ...action, setOn }).catch((error: unknown) => {
        if (error instanceof ProblemError) error.problem.field = `actions.${place}.${error.problem.field}`;
        throw error;
      });
    }
    return planById(context, id);
  }

  async extend(context: OperationContext, input: ExtendPlanInput): Promise<ImprovementPlanInFull> {
    const plan = await openPlanOf(context, input.improvementPlanId);
    await planTermsKind.write(context, plan, input);
    await raiseVersion(context, 'improvement_plan', plan.id, input.expectedVersion);
    return planById(context, plan.id);
  }

  async addAction(context: OperationContext, input: AddPlanActionInput): Promise<PlanAction> {
    return planActionKind.write(context, await openPlanOf(context, input.improvementPlanId), input);
  }

  /** Puts off one action; its plan must be as it was read, and is extended first where it is due earlier. */
  async extendAction(
    context: OperationContext,
    input: ExtendPlanActionInput,
  ): Promise<ImprovementPlanInFull> {
    const { improvementPlanId } = await planActionOf(context, input.planActionId);
    const plan = await openPlanOf(context, improvementPlanId);
    const action = await planActionOf(context, input.planActionId);
    notEnded(action);
    await planActionExtensionKind.write(context, action, input);
    await raiseVersion(context, 'improvement_plan', plan.id, input.expectedVersion);
    return planById(context, plan.id);
  }

  async progress(context: OperationContext, input: ProgressPlanActionInput): Promise<PlanActionProgress> {
    const { improvementPlanId } = await planActionOf(context, input.planActionId);
    await openPlanOf(context, improvementPlanId);
    // Read once more: by now nobody else changes it.
    const action = await planActionOf(context, input.planActionId);
    return planActionProgressKind.write(context, action, input);
  }

  async close(context: OperationContext, input: ClosePlanInput): Promise<ImprovementPlanInFull> {
    const plan = await openPlanOf(context, input.improvementPlanId);
    await planOutcomeKind.write(context, plan, input);
    await raiseVersion(context, 'improvement_plan', plan.id, input.expectedVersion);
    return planById(context, plan.id);
  }
}

/** The plan of an evaluation, made anew; one whose terms were all voided is opened again. */
async function planFor(context: OperationContext, evaluation: EvaluationStanding) {
  const { id: evaluationId, memberState, pledgeId, planId } = evaluation;
  if (planId !== null) {
    const { openedOn } = await planOf(context, planId);
    if (openedOn === null) return planId;
    const at = { field: 'evaluationId', value: evaluationId, limit: openedOn };
    throw ProblemError.invalid('ALREADY_EXISTS', at);
  }
  return (await begin(context, ImprovementPlan, { evaluationId, pledgeId, memberState })).id;
}

async function planById(context: OperationContext, id: Id): Promise<ImprovementPlanInFull> {
  const plan = await planAt(context, momentOf(context, {}), id);
  if (plan === null) throw new Error(`plan ${id} is not there after it was changed`);
  return plan;
}
