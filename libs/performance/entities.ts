import { EvaluationArea, Evaluation } from './evaluation.entity.js';
import {
  ImprovementPlan,
  ImprovementPlanTerms,
  PlanAction,
  PlanActionExtension,
  PlanActionProgress,
  PlanOutcome,
} from './improvement-plan.entity.js';

/** The tables of this room. */
export const PERFORMANCE_ENTITIES = [
  Evaluation,
  EvaluationArea,
  ImprovementPlan,
  ImprovementPlanTerms,
  PlanAction,
  PlanActionExtension,
  PlanActionProgress,
  PlanOutcome,
];
