import { InputType } from '@nestjs/graphql';
import { DayField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { keepsGround, recordsResting, type Resting } from '#platform/record/resting.js';
import { interval, notAfterToday } from '#platform/record/rules.js';
import { visitOf, type VisitStanding } from './visit-standing.js';
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
  { kind: 'FINDING', table: 'finding', where: 'visit_id = $1' },
  { kind: 'RECOMMENDATION', table: 'recommendation', where: 'visit_id = $1' },
  { kind: 'HOSPITAL_DEFICIENCY', table: 'hospital_deficiency', where: 'visit_id = $1' },
];

const ofFindings = 'finding_id IN (SELECT id FROM finding WHERE visit_id = $1 AND voided_at IS NULL)';
const ofRecommendations =
  'recommendation_id IN (SELECT id FROM recommendation WHERE visit_id = $1 AND voided_at IS NULL)';

// What a moved visit would leave behind on a day before it had ended.
const earlierThanHolding: readonly Resting[] = [
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
    interval('heldUntil', heldFrom, heldUntil);
    notAfterToday(context, 'heldUntil', heldUntil);
    if (corrected)
      await keepsGround(context, corrected.id, earlierThanHolding, [visit.id, heldUntil, heldFrom]);
    const row = { memberState: visit.memberState, visitId: visit.id, heldFrom, heldUntil, team, note };
    return record(context, VisitHolding, row, corrected);
  },
  dependents: (context, { visitId }) => recordsResting(context, restingOnHolding, [visitId]),
};
