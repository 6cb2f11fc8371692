import type { FactKind } from '#platform/record/fact-kind.js';
import { assignmentKind } from './assignment.kind.js';
import { componentResultsKind } from './component-results.kind.js';
import { findingAnswerKind, findingClosureKind, findingKind } from './finding.kind.js';
import { hospitalDeficiencyClosureKind, hospitalDeficiencyKind } from './hospital-deficiency.kind.js';
import { recommendationAnswerKind, recommendationKind } from './recommendation.kind.js';
import { visitCancellationKind } from './visit-cancellation.kind.js';
import { visitCoverageKind } from './visit-coverage.kind.js';
import { visitHoldingKind } from './visit-holding.kind.js';
import { visitOutcomeKind } from './visit-outcome.kind.js';
import { visitPlanKind } from './visit-plan.kind.js';

/** The kinds of fact of this room, for whoever corrects one. */
export const ASSESSMENT_KINDS: readonly FactKind[] = [
  visitPlanKind,
  visitCoverageKind,
  visitHoldingKind,
  visitCancellationKind,
  visitOutcomeKind,
  componentResultsKind,
  findingKind,
  findingClosureKind,
  findingAnswerKind,
  recommendationKind,
  recommendationAnswerKind,
  hospitalDeficiencyKind,
  hospitalDeficiencyClosureKind,
  assignmentKind,
];
