import { InputType } from '@nestjs/graphql';
import { DayField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { keepsGround, recordsResting, type Resting } from '#platform/record/resting.js';
import { interval, notAfterToday, notBefore } from '#platform/record/rules.js';
import { standingOf } from '#pledges/pledge-standing.js';
import { VISIT_KINDS } from './visit-kinds.js';
import { inStateToBeVisited, stillOpen, visitOf, type VisitStanding } from './visit-standing.js';
import { VisitHolding } from './visit.entity.js';

@InputType()
export class VisitHoldingContent {
  @DayField()
  heldFrom!: PlainDate;

  @DayField({ description: 'Its last day, from which all that it found counts.' })
  heldUntil!: PlainDate;

  @TextField(120, { each: true, description: 'The team, by posts, never by names.' })
  team!: string[];

  @TextField(1000, { optional: true })
  note?: string | null;
}

const restingOnHolding: readonly Resting[] = [
  { kind: 'VISIT_OUTCOME', table: 'visit_outcome', where: 'visit_id = $1' },
  { kind: 'MEASUREMENT', table: 'measurement', where: 'visit_id = $1' },
  { kind: 'COMPONENT_RESULTS', table: 'component_results', where: 'visit_id = $1' },
  { kind: 'FINDING', table: 'finding', where: 'visit_id = $1' },
  { kind: 'RECOMMENDATION', table: 'recommendation', where: 'visit_id = $1' },
  { kind: 'HOSPITAL_DEFICIENCY', table: 'hospital_deficiency', where: 'visit_id = $1' },
];

const ofFindings = 'finding_id IN (SELECT id FROM finding WHERE visit_id = $1 AND voided_at IS NULL)';
const ofRecommendations =
  'recommendation_id IN (SELECT id FROM recommendation WHERE visit_id = $1 AND voided_at IS NULL)';

// What a moved visit would leave behind on a day before it had ended, or on a day that is no longer one of its own.
const unfitForHolding: readonly Resting[] = [
  { kind: 'FINDING', table: 'finding', where: 'visit_id = $1 AND due_on < $2' },
  { kind: 'FINDING_CLOSURE', table: 'finding_closure', where: `${ofFindings} AND closed_on < $2` },
  { kind: 'FINDING_ANSWER', table: 'finding_answer', where: `${ofFindings} AND answered_on < $2` },
  { kind: 'RECOMMENDATION', table: 'recommendation', where: 'visit_id = $1 AND due_on < $2' },
  {
    kind: 'RECOMMENDATION_ANSWER',
    table: 'recommendation_answer',
    where: `${ofRecommendations} AND answered_on < $2`,
  },
  {
    kind: 'HOSPITAL_DEFICIENCY',
    table: 'hospital_deficiency',
    where: 'visit_id = $1 AND raised_on < $3',
  },
  {
    kind: 'MEASUREMENT',
    table: 'measurement',
    where: 'visit_id = $1 AND measured_on NOT BETWEEN $4 AND $2',
  },
];

export const visitHoldingKind: FactKind<VisitHolding, VisitHoldingContent, VisitStanding> = {
  name: 'VISIT_HOLDING',
  entity: VisitHolding,
  content: VisitHoldingContent,
  ownerOf: (context, { visitId }) => visitOf(context, visitId),
  write: async (context, visit, content, corrected) => {
    const { heldFrom, heldUntil, team, note = null } = content;
    if (!corrected && visit.heldUntil !== null) {
      const at = { field: 'visitId', value: visit.id, limit: visit.heldUntil };
      throw ProblemError.invalid('ALREADY_EXISTS', at);
    }
    if (!corrected) stillOpen(visit);
    interval('heldUntil', heldFrom, heldUntil);
    notAfterToday(context, 'heldUntil', heldUntil);
    notBefore('BEFORE_OPENING', 'heldFrom', heldFrom, visit.decidedOn);
    const { states, inspects } = VISIT_KINDS[visit.kind];
    for (const pledgeId of states === null ? [] : visit.covers) {
      inStateToBeVisited(visit, await standingOf(context, pledgeId), 'heldUntil', heldUntil);
    }
    if (corrected) {
      const measuredFrom = inspects ? heldUntil : heldFrom;
      const days = [visit.id, heldUntil, heldFrom, measuredFrom];
      await keepsGround(context, corrected.id, unfitForHolding, days);
    }
    const row = { memberState: visit.memberState, visitId: visit.id, heldFrom, heldUntil, team, note };
    return record(context, VisitHolding, row, corrected);
  },
  dependents: (context, { visitId }) => recordsResting(context, restingOnHolding, [visitId]),
};
