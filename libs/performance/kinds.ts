import type { FactKind } from '#platform/record/fact-kind.js';
import { evaluationKind } from './evaluation.kind.js';
import { planActionExtensionKind } from './plan-action-extension.kind.js';
import { planActionProgressKind } from './plan-action-progress.kind.js';
import { planActionKind } from './plan-action.kind.js';
import { planOutcomeKind } from './plan-outcome.kind.js';
import { planTermsKind } from './plan-terms.kind.js';

/** The kinds of fact of this room, for whoever corrects one. */
export const PERFORMANCE_KINDS: readonly FactKind[] = [
  evaluationKind,
  planTermsKind,
  planActionKind,
  planActionExtensionKind,
  planActionProgressKind,
  planOutcomeKind,
];
