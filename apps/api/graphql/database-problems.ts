import { QueryFailedError } from 'typeorm';
import { ProblemError, type Problem, type ProblemCode } from '#platform/problem.js';

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
}

/** The uniqueness that two hands at once can break, by the ending of its index's name. */
const UNIQUENESS: readonly (readonly [ending: string, code: ProblemCode, field: string])[] = [
  ['visit_holding_once_index', 'ALREADY_EXISTS', 'visitId'],
  ['visit_outcome_once_index', 'ALREADY_EXISTS', 'pledgeId'],
  ['visit_coverage_once_index', 'ALREADY_EXISTS', 'pledgeId'],
  ['assignment_once_index', 'ALREADY_EXISTS', 'subject'],
  ['_once_index', 'ALREADY_CLOSED', 'id'],
  ['_number_index', 'ALREADY_EXISTS', 'reference'],
  ['_reference_key', 'ALREADY_EXISTS', 'reference'],
  ['_evaluation_key', 'ALREADY_EXISTS', 'evaluationId'],
];

/** What the database refused although the service had let it through: two at once, or a row out of sight. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint = '', table = '' } = error.driverError as DatabaseError;
  if (code === '42501') return ProblemError.notPermitted('', table).problem;
  const broken = code === '23505' ? UNIQUENESS.find(([ending]) => constraint.endsWith(ending)) : undefined;
  return broken && ProblemError.invalid(broken[1], { field: broken[2] }).problem;
}
