import { Injectable } from '@nestjs/common';
import type { Id } from '#platform/ids.js';
import { momentOf } from '#platform/moment.js';
import { begin } from '#platform/record/record.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import { referenceFor } from '#platform/record/reference.js';
import { raiseVersion } from '#platform/record/version.js';
import { standingOf } from '#pledges/pledge-standing.js';
import { knownMemberState } from '#pledges/rules.js';
import type { Assignment } from './assignment.entity.js';
import { assignmentKind, type AssignUnitInput, type AssignVisitInput } from './assignment.kind.js';
import { cover } from './visit-coverage.kind.js';
import { visitCancellationKind, type CancelVisitInput } from './visit-cancellation.kind.js';
import { visitHoldingKind } from './visit-holding.kind.js';
import { visitPlanKind } from './visit-plan.kind.js';
import { heldVisit, stillOpen, visitOf, type VisitStanding } from './visit-standing.js';
import { visitAt } from './visit-questions.js';
import { Visit } from './visit.entity.js';
import type { VisitInFull } from './visit.types.js';
import type { HoldVisitInput, PlanVisitInput, ReplanVisitInput } from './visits.input.js';

/** The life of a visit: planned, given to evaluators, held. */
@Injectable()
export class VisitsService {
  async plan(context: OperationContext, input: PlanVisitInput): Promise<VisitInFull> {
    const { memberState, kind } = input;
    knownMemberState(context, 'memberState', memberState);
    const prefix = `V-${input.plannedFrom.slice(0, 4)}-`;
    const numbering = { table: 'visit', within: 'member_state', owner: memberState, prefix } as const;
    const reference = await referenceFor(context, numbering, input.reference);
    const visit = await begin(context, Visit, { memberState, reference, kind });
    const nothingYet = { decidedOn: null, cancelledOn: null, heldFrom: null, heldUntil: null, covers: [] };
    const standing = { ...visit, kind, ...nothingYet };
    await visitPlanKind.write(context, standing, input);
    await coverAll(context, standing, input.pledgeIds, 'pledgeIds');
    return inFull(context, visit);
  }

  /**
   * Plans a visit anew, and lets it look at further pledges.
   * @throws ProblemError ALREADY_CLOSED once it was held or called off
   */
  async replan(context: OperationContext, input: ReplanVisitInput): Promise<VisitInFull> {
    const standing = await heldVisit(context, input.visitId);
    stillOpen(standing);
    await visitPlanKind.write(context, standing, input);
    await coverAll(context, standing, input.addedPledgeIds ?? [], 'addedPledgeIds');
    return raised(context, standing, input.expectedVersion);
  }

  /** @throws ProblemError NOT_FOUND where no unit is left for it to look at; ALREADY_CLOSED once it was called off */
  async hold(context: OperationContext, input: HoldVisitInput): Promise<VisitInFull> {
    const standing = await heldVisit(context, input.visitId);
    if (standing.covers.length === 0) throw ProblemError.notFound('visitId', input.visitId);
    await visitHoldingKind.write(context, standing, input);
    return raised(context, standing, input.expectedVersion);
  }

  async cancel(context: OperationContext, input: CancelVisitInput): Promise<VisitInFull> {
    const standing = await heldVisit(context, input.visitId);
    await visitCancellationKind.write(context, standing, input);
    return raised(context, standing, input.expectedVersion);
  }

  async assignVisit(context: OperationContext, input: AssignVisitInput): Promise<Assignment> {
    const { id: visitId, memberState } = await visitOf(context, input.visitId);
    return assignmentKind.write(context, { memberState, visitId, pledgeId: null }, input);
  }

  async assignUnit(context: OperationContext, input: AssignUnitInput): Promise<Assignment> {
    const { id: pledgeId, memberState } = await standingOf(context, input.pledgeId);
    return assignmentKind.write(context, { memberState, visitId: null, pledgeId }, input);
  }
}

async function coverAll(
  context: OperationContext,
  visit: VisitStanding,
  pledgeIds: readonly string[],
  field: string,
): Promise<void> {
  const covers = [...visit.covers];
  for (const [index, pledgeId] of pledgeIds.entries()) {
    const covered = await cover(context, { ...visit, covers }, pledgeId, `${field}.${index}`);
    covers.push(covered.pledgeId);
  }
}

async function raised(
  context: OperationContext,
  { id }: VisitStanding,
  expectedVersion: number,
): Promise<VisitInFull> {
  await raiseVersion(context, 'visit', id, expectedVersion);
  return inFull(context, { id });
}

async function inFull(context: OperationContext, { id }: { readonly id: Id }): Promise<VisitInFull> {
  const visit = await visitAt(context, momentOf(context, {}), id);
  if (visit === null) throw new Error(`visit ${id} is not there after it was changed`);
  return visit;
}
