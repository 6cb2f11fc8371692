import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { resultOf } from '#platform/graphql/result.js';
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

const raiseFinding = resultOf('raiseFinding', () => Finding);
const answerFinding = resultOf('answerFinding', () => FindingAnswer);
const closeFinding = resultOf('closeFinding', () => FindingClosure);
const raiseRecommendation = resultOf('raiseRecommendation', () => Recommendation);
const answerRecommendation = resultOf('answerRecommendation', () => RecommendationAnswer);
const raiseHospitalDeficiency = resultOf('raiseHospitalDeficiency', () => HospitalDeficiency);
const closeHospitalDeficiency = resultOf('closeHospitalDeficiency', () => HospitalDeficiencyClosure);

@Resolver()
export class FindingsResolver {
  constructor(private readonly findings: FindingsService) {}

  @Mutation(() => raiseFinding)
  raiseFinding(@Context('operation') context: OperationContext, @Args('input') input: RaiseFindingInput) {
    return appendToVisit(context, findingKind, input);
  }

  @Mutation(() => answerFinding)
  answerFinding(@Context('operation') context: OperationContext, @Args('input') input: AnswerFindingInput) {
    return this.findings.answer(context, input);
  }

  @Mutation(() => closeFinding)
  closeFinding(@Context('operation') context: OperationContext, @Args('input') input: CloseFindingInput) {
    return this.findings.close(context, input);
  }

  @Mutation(() => raiseRecommendation)
  raiseRecommendation(
    @Context('operation') context: OperationContext,
    @Args('input') input: RaiseRecommendationInput,
  ) {
    return appendToVisit(context, recommendationKind, input);
  }

  @Mutation(() => answerRecommendation)
  answerRecommendation(
    @Context('operation') context: OperationContext,
    @Args('input') input: AnswerRecommendationInput,
  ) {
    return this.findings.answerRecommendation(context, input);
  }

  @Mutation(() => raiseHospitalDeficiency)
  raiseHospitalDeficiency(
    @Context('operation') context: OperationContext,
    @Args('input') input: RaiseHospitalDeficiencyInput,
  ) {
    return appendTo(context, hospitalDeficiencyKind, input);
  }

  @Mutation(() => closeHospitalDeficiency)
  closeHospitalDeficiency(
    @Context('operation') context: OperationContext,
    @Args('input') input: CloseHospitalDeficiencyInput,
  ) {
    return this.findings.closeDeficiency(context, input);
  }
}
