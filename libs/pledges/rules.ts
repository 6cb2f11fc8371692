import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { notAfterToday } from '#platform/record/rules.js';
import { isMemberStateCode } from '#reference/data/member-states.js';
import { isMissionCode } from '#reference/data/missions.js';
import {
  REQUIREMENT_STATEMENTS,
  type RequirementStatementRow,
} from '#reference/data/requirement-statements.js';
import { isUnitTypeCode } from '#reference/data/unit-types.js';
import { stateOf, type PledgeStanding } from './pledge-standing.js';

/**
 * The day of a fact of a pledge: not after today, nor after the pledge was withdrawn, which ends it. What happened
 * before may still be recorded, and put right, later.
 */
export function happened(
  context: OperationContext,
  pledge: PledgeStanding,
  field: string,
  day: PlainDate,
): void {
  notAfterToday(context, field, day);
  notAfterEnd(pledge, field, day);
}

/** As `happened`, whatever day it is today. */
export function notAfterEnd(pledge: PledgeStanding, field: string, day: PlainDate): void {
  const last = pledge.steps.at(-1);
  if (stateOf(pledge) === 'WITHDRAWN' && last !== undefined && day > last.occurredOn) {
    throw ProblemError.invalid('NOT_IN_LIFECYCLE_STATE', { field, value: stateOf(pledge) });
  }
}

/** A Member State that who asks may speak for: to a Member State every other is as unknown as one that is none. */
export function knownMemberState({ principal }: OperationContext, field: string, value: string): void {
  const other = principal.role === 'MEMBER_STATE' && principal.memberState !== value;
  if (other || !isMemberStateCode(value)) {
    throw ProblemError.invalid('UNKNOWN_MEMBER_STATE', { field, value });
  }
}

export function knownUnitType(field: string, value: string): void {
  if (!isUnitTypeCode(value)) throw ProblemError.invalid('UNKNOWN_UNIT_TYPE', { field, value });
}

/** A mission, open or closed; nothing is asked where none is named. */
export function knownMission(field: string, value: string | null | undefined): void {
  if (value && !isMissionCode(value)) throw ProblemError.invalid('UNKNOWN_MISSION', { field, value });
}

/** A version of the statement of unit requirements of the unit's type; nothing is asked where none is named. */
export function knownStatement(field: string, value: string | null | undefined, unitType: string): void {
  if (value) statementOf(field, value, unitType);
}

/**
 * As `knownStatement`, of a version in effect on a day. One that a later version took the place of still is: what was
 * agreed on it is recorded as it was, and shown as due for review.
 */
export function statementInEffect(
  field: string,
  value: string,
  unitType: string,
  day: PlainDate,
): RequirementStatementRow {
  const statement = statementOf(field, value, unitType);
  if (day < statement.effectiveOn) {
    throw ProblemError.invalid('REQUIREMENT_NOT_IN_EFFECT', { field, value, limit: statement.effectiveOn });
  }
  return statement;
}

function statementOf(field: string, value: string, unitType: string): RequirementStatementRow {
  const statements = REQUIREMENT_STATEMENTS.filter((statement) => statement.unitType === unitType);
  const statement = statements.find(({ id }) => id === value);
  if (statement !== undefined) return statement;
  const limit = statements.map(({ id }) => id).join(', ');
  throw ProblemError.invalid('UNKNOWN_CODE', { field, value, limit });
}
