import { Assignment } from './assignment.entity.js';
import { ComponentResult, ComponentResults } from './component-results.entity.js';
import { Finding, FindingAnswer, FindingClosure } from './finding.entity.js';
import { HospitalDeficiency, HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import { Recommendation, RecommendationAnswer } from './recommendation.entity.js';
import {
  Visit,
  VisitCancellation,
  VisitCoverage,
  VisitHolding,
  VisitOutcome,
  VisitPlan,
} from './visit.entity.js';

/** The tables of this room. */
export const ASSESSMENT_ENTITIES = [
  Visit,
  VisitPlan,
  VisitCoverage,
  VisitHolding,
  VisitCancellation,
  VisitOutcome,
  ComponentResults,
  ComponentResult,
  Assignment,
  Finding,
  FindingClosure,
  FindingAnswer,
  Recommendation,
  RecommendationAnswer,
  HospitalDeficiency,
  HospitalDeficiencyClosure,
];
