import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField } from '#platform/graphql/input-fields.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { notAfterToday } from '#platform/record/rules.js';
import { Assignment } from './assignment.entity.js';

@InputType()
export class AssignmentContent {
  @TextField(200, { description: 'The evaluator, as their token names them.' })
  subject!: string;

  @DayField()
  assignedOn!: PlainDate;
}

@InputType()
export class AssignVisitInput extends AssignmentContent {
  @IdField()
  visitId!: string;
}

@InputType()
export class AssignUnitInput extends AssignmentContent {
  @IdField()
  pledgeId!: string;
}

/** What is assigned: a visit or a unit, never both. */
export interface Assignable {
  readonly memberState: string;
  readonly visitId: Id | null;
  readonly pledgeId: Id | null;
}

export const assignmentKind: FactKind<Assignment, AssignmentContent, Assignable> = {
  name: 'ASSIGNMENT',
  entity: Assignment,
  content: AssignmentContent,
  ownerOf: (_context, { memberState, visitId, pledgeId }) =>
    Promise.resolve({ memberState, visitId, pledgeId }),
  write: async (context, { memberState, visitId, pledgeId }, { subject, assignedOn }, corrected) => {
    notAfterToday(context, 'assignedOn', assignedOn);
    const standing = await context.query(
      `SELECT id FROM assignment
       WHERE subject = $1 AND coalesce(visit_id, pledge_id) = $2 AND voided_at IS NULL`,
      [subject, visitId ?? pledgeId],
    );
    if (standing.length > 0) {
      throw ProblemError.invalid('ALREADY_EXISTS', { field: 'subject', value: subject });
    }
    return record(context, Assignment, { memberState, visitId, pledgeId, subject, assignedOn }, corrected);
  },
};
