import type { OperationContext } from '#platform/operation/operation-context.js';
import { ProblemError } from '#platform/problem.js';
import type { ComponentResultWord } from '#reference/data/components.js';
import type { VisitOutcomeWord } from './visit-kinds.js';
import type { Assessed } from './visit-standing.js';

/**
 * What an outcome asks of the components beside it. The best word asks that each was tested and passed, since what was
 * not tested may not read as ready; the middle one takes failures, which its conditions or recommendations answer, but
 * not a unit of which nothing passed; the worst asks for something that did not pass.
 */
const MAY_STAND: Readonly<Record<VisitOutcomeWord, (passed: number, all: number) => boolean>> = {
  SATISFACTORY: (passed, all) => passed === all,
  SATISFACTORY_WITH_RECOMMENDATIONS: (passed) => passed > 0,
  UNSATISFACTORY: (passed, all) => passed < all,
  PASS: (passed, all) => passed === all,
  PASS_WITH_CONDITIONS: (passed) => passed > 0,
  FAIL: (passed, all) => passed < all,
};

/** Whether an outcome and the results of the components can both be true of one unit. */
export const agree = (outcome: VisitOutcomeWord, results: readonly ComponentResultWord[]): boolean =>
  MAY_STAND[outcome](results.filter((result) => result === 'PASS').length, results.length);

/** What a visit said of a pledge so far, or now says: null, or none, of what it has not said. */
interface Said {
  readonly outcome: VisitOutcomeWord | null;
  readonly results: readonly ComponentResultWord[] | null;
}

const SAID = `
SELECT (SELECT o.outcome FROM visit_outcome o
    WHERE o.visit_id = $1 AND o.pledge_id = $2 AND o.voided_at IS NULL) AS outcome,
  (SELECT array_agg(c.result) FROM component_results r JOIN component_result c ON c.component_results_id = r.row_id
    WHERE r.visit_id = $1 AND r.pledge_id = $2 AND r.voided_at IS NULL) AS results`;

/**
 * A visit says each once of a pledge, its outcome and the results of its components, and the one agrees with the other
 * whichever is recorded first.
 * @param field what the input says it by
 * @throws ProblemError ALREADY_EXISTS, CONTRADICTION
 */
export async function standsBeside(
  context: OperationContext,
  { visit, pledge }: Assessed,
  field: 'outcome' | 'components',
  now: Said,
): Promise<void> {
  const [said = { outcome: null, results: null }] = await context.query<Said>(SAID, [visit.id, pledge.id]);
  if ((now.outcome ? said.outcome : said.results) !== null) {
    throw ProblemError.invalid('ALREADY_EXISTS', { field: 'pledgeId', value: pledge.reference });
  }
  const outcome = now.outcome ?? said.outcome;
  const results = now.results ?? said.results;
  if (outcome === null || results === null || agree(outcome, results)) return;
  const limit = [...new Set(results)].sort().join(', ');
  throw ProblemError.invalid('CONTRADICTION', { field, value: outcome, limit });
}
