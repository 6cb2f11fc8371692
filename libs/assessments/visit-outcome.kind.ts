import { InputType } from '@nestjs/graphql';
import { CodeField, IdField, TextField } from '#platform/graphql/input-fields.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { record } from '#platform/record/record.js';
import { standsBeside } from './agreement.js';
import { VISIT_KINDS, VISIT_OUTCOMES } from './visit-kinds.js';
import { assessedBy, belongingTo, dayOfAssessment, type Assessed } from './visit-standing.js';
import { VisitOutcome } from './visit.entity.js';

@InputType()
export class VisitOutcomeContent {
  @CodeField(VISIT_OUTCOMES, { description: "One of the words of the visit's kind." })
  outcome!: string;

  @TextField(4000, { optional: true })
  summary?: string | null;
}

@InputType()
export class RecordOutcomeInput extends VisitOutcomeContent {
  @IdField()
  visitId!: string;

  @IdField()
  pledgeId!: string;
}

/** A visit concludes once of each pledge that it covers, in the words of its kind, and as its components went. */
export const visitOutcomeKind: FactKind<VisitOutcome, VisitOutcomeContent, Assessed> = {
  name: 'VISIT_OUTCOME',
  entity: VisitOutcome,
  content: VisitOutcomeContent,
  ownerOf: assessedBy,
  write: async (context, assessed, { outcome, summary = null }, corrected) => {
    dayOfAssessment(context, assessed);
    const { outcomes } = VISIT_KINDS[assessed.visit.kind];
    const word = VISIT_OUTCOMES.find((each) => each === outcome && outcomes.includes(each));
    if (word === undefined) {
      const at = { field: 'outcome', value: outcome, limit: outcomes.join(', ') };
      throw ProblemError.invalid('OUTCOME_NOT_OF_KIND', at);
    }
    await standsBeside(context, assessed, 'outcome', { outcome: word, results: null });
    return record(context, VisitOutcome, { ...belongingTo(assessed), outcome, summary }, corrected);
  },
};
