import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { appendTo } from '#pledges/pledge-kind.js';
import { Finding, FindingAnswer, FindingClosure } from './finding.entity.js';
import { AnswerFindingInput, CloseFindingInput, findingKind, RaiseFindingInput } from './finding.kind.js';
import { FindingsService } from './findings.service.js';
import { HospitalDeficiency, HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import {
  CloseHospitalDeficiencyInput,
  hospitalDeficiencyKind,
  RaiseHospitalDeficiencyInput,
} from './hospital-deficiency.kind.js';
import { Recommendation, RecommendationAnswer } from './recommendation.entity.js';
import {
  AnswerRecommendationInput,
  RaiseRecommendationInput,
  recommendationKind,
} from './recommendation.kind.js';
import { appendToVisit } from './visit-standing.js';

@Resolver()
export class FindingsResolver {
  constructor(private readonly findings: FindingsService) {}

  @Change(() => Finding)
  raiseFinding(@Context('operation') context: OperationContext, @Args('input') input: RaiseFindingInput) {
    return appendToVisit(context, findingKind, input);
  }

  @Change(() => FindingAnswer)
  answerFinding(@Context('operation') context: OperationContext, @Args('input') input: AnswerFindingInput) {
    return this.findings.answer(context, input);
  }

  @Change(() => FindingClosure)
  closeFinding(@Context('operation') context: OperationContext, @Args('input') input: CloseFindingInput) {
    return this.findings.close(context, input);
  }

  @Change(() => Recommendation)
  raiseRecommendation(
    @Context('operation') context: OperationContext,
    @Args('input') input: RaiseRecommendationInput,
  ) {
    return appendToVisit(context, recommendationKind, input);
  }

  @Change(() => RecommendationAnswer)
  answerRecommendation(
    @Context('operation') context: OperationContext,
    @Args('input') input: AnswerRecommendationInput,
  ) {
    return this.findings.answerRecommendation(context, input);
  }

  @Change(() => HospitalDeficiency)
  raiseHospitalDeficiency(
    @Context('operation') context: OperationContext,
    @Args('input') input: RaiseHospitalDeficiencyInput,
  ) {
    return appendTo(context, hospitalDeficiencyKind, input);
  }

  @Change(() => HospitalDeficiencyClosure)
  closeHospitalDeficiency(
    @Context('operation') context: OperationContext,
    @Args('input') input: CloseHospitalDeficiencyInput,
  ) {
    return this.findings.closeDeficiency(context, input);
  }
}
