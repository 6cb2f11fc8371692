import type { Problem } from '../problem.js';

/** A problem in words. */
export function describeProblem(problem: Problem, _locale: string): string {
  return `${problem.code} ${problem.field ?? ''} ${problem.value ?? ''}`;
}
