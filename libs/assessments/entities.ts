import { Assignment } from './assignment.entity.js';
import { Finding, FindingAnswer, FindingClosure } from './finding.entity.js';
import { HospitalDeficiency, HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import { Recommendation, RecommendationAnswer } from './recommendation.entity.js';
import { Visit, VisitCoverage, VisitHolding, VisitOutcome, VisitPlan } from './visit.entity.js';

/** The tables of this room. */
export const ASSESSMENT_ENTITIES = [
  Visit,
  VisitPlan,
  VisitCoverage,
  VisitHolding,
  VisitOutcome,
  Assignment,
  Finding,
  FindingClosure,
  FindingAnswer,
  Recommendation,
  RecommendationAnswer,
  HospitalDeficiency,
  HospitalDeficiencyClosure,
];
