import { Injectable } from '@nestjs/common';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { raiseVersion } from '#platform/record/version.js';
import type { FindingAnswer, FindingClosure } from './finding.entity.js';
import {
  findingAnswerKind,
  findingClosureKind,
  type AnswerFindingInput,
  type CloseFindingInput,
} from './finding.kind.js';
import type { HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import {
  hospitalDeficiencyClosureKind,
  type CloseHospitalDeficiencyInput,
} from './hospital-deficiency.kind.js';
import { findingOf, hospitalDeficiencyOf, recommendationOf } from './raised-standing.js';
import type { RecommendationAnswer } from './recommendation.entity.js';
import { recommendationAnswerKind, type AnswerRecommendationInput } from './recommendation.kind.js';

/**
 * What is done about findings, recommendations and deficiencies. A closing raises the version of their pledge, which
 * also holds the pledge: what is read after that stands until the closing is written.
 */
@Injectable()
export class FindingsService {
  async close(context: OperationContext, input: CloseFindingInput): Promise<FindingClosure> {
    const { pledgeId } = await findingOf(context, input.findingId);
    await raiseVersion(context, 'pledge', pledgeId, input.expectedVersion);
    return findingClosureKind.write(context, await findingOf(context, input.findingId), input);
  }

  async answer(context: OperationContext, input: AnswerFindingInput): Promise<FindingAnswer> {
    return findingAnswerKind.write(context, await findingOf(context, input.findingId), input);
  }

  async answerRecommendation(
    context: OperationContext,
    input: AnswerRecommendationInput,
  ): Promise<RecommendationAnswer> {
    const recommendation = await recommendationOf(context, input.recommendationId);
    return recommendationAnswerKind.write(context, recommendation, input);
  }

  async closeDeficiency(
    context: OperationContext,
    input: CloseHospitalDeficiencyInput,
  ): Promise<HospitalDeficiencyClosure> {
    const { hospitalDeficiencyId: id } = input;
    const { pledgeId } = await hospitalDeficiencyOf(context, id);
    await raiseVersion(context, 'pledge', pledgeId, input.expectedVersion);
    return hospitalDeficiencyClosureKind.write(context, await hospitalDeficiencyOf(context, id), input);
  }
}
