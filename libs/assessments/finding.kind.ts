import { InputType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { referenceFor } from '#platform/record/reference.js';
import { recordsResting } from '#platform/record/resting.js';
import { notAfterToday, notBefore } from '#platform/record/rules.js';
import { saidOnce } from '#platform/record/said-once.js';
import { FINDING_AREAS, FINDING_OWNERS, FINDING_SEVERITIES } from '#reference/data/areas.js';
import { Finding, FindingAnswer, FindingClosure } from './finding.entity.js';
import { findingOf, settles, type RaisedStanding } from './raised-standing.js';
import { assessedBy, belongingTo, dayOfAssessment, type Assessed } from './visit-standing.js';

@InputType()
export class FindingContent {
  @TextField(20, { optional: true, description: 'Unique within the pledge; left out, the next free one.' })
  reference?: string | null;

  @CodeField(FINDING_AREAS)
  area!: string;

  @CodeField(FINDING_SEVERITIES)
  severity!: string;

  @CodeField(FINDING_OWNERS, { description: 'Who has to act on it.' })
  owner!: string;

  @DayField()
  dueOn!: PlainDate;

  @TextField(4000)
  statement!: string;
}

@InputType()
export class RaiseFindingInput extends FindingContent {
  @IdField()
  visitId!: string;

  @IdField()
  pledgeId!: string;
}

export const findingKind: FactKind<Finding, FindingContent, Assessed> = saidOnce<
  Finding,
  FindingContent,
  Assessed
>(
  {
    name: 'FINDING',
    entity: Finding,
    content: FindingContent,
    ownerOf: assessedBy,
    write: async (context, assessed, content, corrected) => {
      const { area, severity, owner, dueOn, statement } = content;
      notBefore('BEFORE_OPENING', 'dueOn', dueOn, dayOfAssessment(context, assessed));
      const numbering = {
        table: 'finding',
        within: 'pledge_id',
        owner: assessed.pledge.id,
        prefix: 'F-',
      } as const;
      const reference = await referenceFor(context, numbering, content.reference, corrected);
      const row = { reference, area, severity, owner, dueOn, statement };
      return record(context, Finding, { ...belongingTo(assessed), ...row }, corrected);
    },
    dependents: (context, { id }) =>
      recordsResting(
        context,
        [
          { kind: 'FINDING_CLOSURE', table: 'finding_closure', where: 'finding_id = $1' },
          { kind: 'FINDING_ANSWER', table: 'finding_answer', where: 'finding_id = $1' },
        ],
        [id],
      ),
  },
  { field: 'statement' },
);

@InputType()
export class FindingClosureContent {
  @DayField({ description: 'The day from which it is closed.' })
  closedOn!: PlainDate;

  @TextField(4000, { description: 'What shows that it is settled.' })
  evidence!: string;
}

@InputType()
export class CloseFindingInput extends FindingClosureContent {
  @IdField()
  findingId!: string;

  @VersionField({ description: 'The version of the pledge.' })
  expectedVersion!: number;
}

export const findingClosureKind: FactKind<FindingClosure, FindingClosureContent, RaisedStanding> = {
  name: 'FINDING_CLOSURE',
  entity: FindingClosure,
  content: FindingClosureContent,
  ownerOf: (context, { findingId }) => findingOf(context, findingId),
  write: (context, finding, { closedOn, evidence }, corrected) => {
    settles(context, finding, { id: 'findingId', day: 'closedOn' }, closedOn, corrected);
    const { id, memberState, pledgeId } = finding;
    const row = { memberState, pledgeId, findingId: id, closedOn, evidence };
    return record(context, FindingClosure, row, corrected);
  },
};

@InputType()
export class FindingAnswerContent {
  @DayField()
  answeredOn!: PlainDate;

  @TextField(4000)
  answer!: string;
}

@InputType()
export class AnswerFindingInput extends FindingAnswerContent {
  @IdField()
  findingId!: string;
}

/** An answer closes nothing, and more than one may be given: also after the finding was closed. */
export const findingAnswerKind: FactKind<FindingAnswer, FindingAnswerContent, RaisedStanding> = saidOnce(
  {
    name: 'FINDING_ANSWER',
    entity: FindingAnswer,
    content: FindingAnswerContent,
    ownerOf: (context, { findingId }) => findingOf(context, findingId),
    write: (context, { id, memberState, pledgeId, raisedOn }, { answeredOn, answer }, corrected) => {
      notAfterToday(context, 'answeredOn', answeredOn);
      notBefore('BEFORE_OPENING', 'answeredOn', answeredOn, raisedOn);
      const row = { memberState, pledgeId, findingId: id, answeredOn, answer };
      return record(context, FindingAnswer, row, corrected);
    },
  },
  { field: 'answer' },
);
