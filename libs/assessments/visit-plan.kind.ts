import { InputType } from '@nestjs/graphql';
import { DayField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { keepsGround, recordsResting, type Resting } from '#platform/record/resting.js';
import { interval, notAfterToday } from '#platform/record/rules.js';
import { visitOf, type VisitStanding } from './visit-standing.js';
import { VisitPlan } from './visit.entity.js';

@InputType()
export class VisitPlanContent {
  @DayField({ description: 'The day on which it was decided so.' })
  decidedOn!: PlainDate;

  @DayField()
  plannedFrom!: PlainDate;

  @DayField()
  plannedUntil!: PlainDate;

  @TextField(1000, { optional: true })
  purpose?: string | null;
}

// The only plan of a visit that was not held is all that says when it is to be.
const ONLY_PLAN = `visit_id = $1
  AND NOT EXISTS (SELECT FROM visit_plan other WHERE other.visit_id = $1 AND other.id <> $2 AND other.voided_at IS NULL)
  AND NOT EXISTS (SELECT FROM visit_holding held WHERE held.visit_id = $1 AND held.voided_at IS NULL)`;

const FIRST_DECISION = `least($3::date, (SELECT min(other.decided_on) FROM visit_plan other
    WHERE other.visit_id = $1 AND other.id <> $2 AND other.voided_at IS NULL))`;

// Nothing comes of a visit before it was decided. A visit that is recorded late is recorded with the day on which it
// was decided, so this stands in nobody's way.
const beforeDecision: readonly Resting[] = [
  { kind: 'VISIT_HOLDING', table: 'visit_holding', where: `visit_id = $1 AND held_from < ${FIRST_DECISION}` },
  {
    kind: 'VISIT_CANCELLATION',
    table: 'visit_cancellation',
    where: `visit_id = $1 AND cancelled_on < ${FIRST_DECISION}`,
  },
];

export const visitPlanKind: FactKind<VisitPlan, VisitPlanContent, VisitStanding> = {
  name: 'VISIT_PLAN',
  entity: VisitPlan,
  content: VisitPlanContent,
  ownerOf: (context, { visitId }) => visitOf(context, visitId),
  write: async (context, { id, memberState }, content, corrected) => {
    const { decidedOn, plannedFrom, plannedUntil, purpose = null } = content;
    notAfterToday(context, 'decidedOn', decidedOn);
    interval('plannedUntil', plannedFrom, plannedUntil);
    if (corrected) await keepsGround(context, corrected.id, beforeDecision, [id, corrected.id, decidedOn]);
    const row = { memberState, visitId: id, decidedOn, plannedFrom, plannedUntil, purpose };
    return record(context, VisitPlan, row, corrected);
  },
  dependents: (context, { visitId, id }) =>
    recordsResting(
      context,
      [
        { kind: 'VISIT_COVERAGE', table: 'visit_coverage', where: ONLY_PLAN },
        { kind: 'VISIT_CANCELLATION', table: 'visit_cancellation', where: ONLY_PLAN },
        ...beforeDecision,
      ],
      [visitId, id, null],
    ),
};
