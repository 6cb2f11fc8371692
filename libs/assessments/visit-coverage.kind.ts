import { InputType } from '@nestjs/graphql';
import { IdField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { keepsGround, recordsResting } from '#platform/record/resting.js';
import { standingOf } from '#pledges/pledge-standing.js';
import { VISIT_KINDS } from './visit-kinds.js';
import { inStateToBeVisited, visitOf, type VisitStanding } from './visit-standing.js';
import { VisitCoverage } from './visit.entity.js';

@InputType()
export class VisitCoverageContent {
  @IdField({ description: 'The pledge that the visit looks at.' })
  pledgeId!: string;
}

const restingOnCoverage = [
  { kind: 'VISIT_OUTCOME', table: 'visit_outcome' },
  { kind: 'MEASUREMENT', table: 'measurement' },
  { kind: 'COMPONENT_RESULTS', table: 'component_results' },
  { kind: 'FINDING', table: 'finding' },
  { kind: 'RECOMMENDATION', table: 'recommendation' },
  { kind: 'HOSPITAL_DEFICIENCY', table: 'hospital_deficiency' },
].map((resting) => ({ ...resting, where: 'visit_id = $1 AND pledge_id = $2' }));

/** A visit covers pledges of its own Member State, of unit types that its kind looks at, each once. */
export const visitCoverageKind: FactKind<VisitCoverage, VisitCoverageContent, VisitStanding> = {
  name: 'VISIT_COVERAGE',
  entity: VisitCoverage,
  content: VisitCoverageContent,
  ownerOf: (context, { visitId }) => visitOf(context, visitId),
  write: async (context, visit, { pledgeId }, corrected) => {
    if (!corrected) return cover(context, visit, pledgeId, 'pledgeId');
    const standing = await visitOf(context, visit.id);
    const left = visit.covers.find((id) => id !== pledgeId && !standing.covers.includes(id));
    if (left) await keepsGround(context, corrected.id, restingOnCoverage, [visit.id, left]);
    return cover(context, standing, pledgeId, 'pledgeId', corrected);
  },
  dependents: (context, { visitId, pledgeId }) =>
    recordsResting(context, restingOnCoverage, [visitId, pledgeId]),
};

/** Lets a visit look at a pledge; `field` is where the input names it. */
export async function cover(
  context: OperationContext,
  visit: VisitStanding,
  id: string,
  field: string,
  corrected?: { readonly id: Id },
): Promise<VisitCoverage> {
  const pledge = await standingOf(context, id, field);
  const { id: pledgeId, memberState, reference, unitType } = pledge;
  const at = { field, value: reference };
  if (memberState !== visit.memberState) {
    throw ProblemError.invalid('NOT_COVERED_BY_VISIT', { ...at, limit: visit.memberState });
  }
  if (!VISIT_KINDS[visit.kind].looksAt(pledge)) {
    throw ProblemError.invalid('UNIT_TYPE_NOT_ELIGIBLE', { ...at, value: unitType, limit: visit.kind });
  }
  if (visit.heldUntil !== null) inStateToBeVisited(visit, pledge, field, visit.heldUntil);
  if (visit.covers.includes(pledgeId)) throw ProblemError.invalid('ALREADY_EXISTS', at);
  return record(context, VisitCoverage, { memberState, pledgeId, visitId: visit.id }, corrected);
}
