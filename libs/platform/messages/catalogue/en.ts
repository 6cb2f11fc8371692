import type { ProblemCode } from '../../problem.js';
import { EN_TERMS } from './en-terms.js';
import { EN_FAULTS } from './faults.js';
import { EN_PREVENTIONS } from './preventions.js';

/**
 * English sentences. What a sentence names is filled in already in words: days as «13 October 2025», codes by their
 * name in the vocabulary (`PARAMETER_VOCABULARIES` in `render.ts`). A parameter that may be absent is asked for with
 * `{name, select, none {…} other {…}}`. Apostrophes are typographic (’), since ICU reads a straight one as a quote.
 */
const PROBLEMS = {
  'problem.NOT_FOUND':
    'Nothing known to you as “{value}” was found{field, select, none {} other { ({field})}}.',
  'problem.NOT_PERMITTED':
    'Your role does not permit this{field, select, none {} correct {: a record is corrected by those who recorded it, and by staff} other { ({field})}}.',
  'problem.STALE_VERSION':
    'Somebody changed this after you read it: you named version {expectedVersion}, it is now version {currentVersion}. Read it again, then repeat your change.',
  'problem.TRANSITION_NOT_ALLOWED':
    'A pledge that is “{from}” cannot become “{to}”{allowed, select, none {; this state is final} other {; from here it can become: {allowed}}}.',
  'problem.RESTED_ON': 'Later records rest on this one. Correct those first.',
  'problem.AFTER_TODAY':
    '{field}: {value} lies after today{limit, select, none {} other { ({limit})}}; what has not happened cannot be recorded.',
  'problem.BEFORE_REGISTRATION':
    '{field}: {limit, select, none {the pledge has not been registered, so this cannot have happened on {value}} other {{value} lies before the pledge was registered ({limit})}}.',
  'problem.BEFORE_OPENING':
    '{field}: {value} lies before the thing itself began{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_LAST_STEP':
    '{field}: {value} lies before the last step of the pledge{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_DEPLOYMENT':
    '{field}: {value} lies before the unit was deployed{limit, select, none {} other { ({limit})}}; it cannot have been evaluated in the mission.',
  'problem.INTERVAL_REVERSED':
    '{field}: {value} lies before the day on which it begins{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_LATER':
    '{field}: {value} is not later than the day by which it is due already{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_PLAN_DUE':
    '{field}: {value} lies after the day by which the improvement plan is due{limit, select, none {} other { ({limit})}}; extend the plan first.',
  'problem.NEGATIVE': '{field}: {value} is below zero.',
  'problem.TOO_LARGE':
    '{field}: {value} is more than allowed{limit, select, none {} other {; the most is {limit}}}.',
  'problem.TOO_SMALL':
    '{field}: {value} is less than allowed{limit, select, none {} other {; the least is {limit}}}.',
  'problem.TOO_LONG':
    '{field}: the text is too long{limit, select, none {} other {; at most {limit} characters}}.',
  'problem.NOT_TEXT': '{field}: the text holds a character that cannot be kept; write it again.',
  'problem.REQUIRED': '{field} is missing or empty.',
  'problem.UNKNOWN_CODE':
    '{field}: “{value}” is not one of the known values{limit, select, none {} other {: {limit}}}.',
  'problem.UNKNOWN_MEMBER_STATE':
    '{field}: “{value}” is not the ISO alpha-3 code of a Member State, or you may not act for it.',
  'problem.UNKNOWN_UNIT_TYPE': '{field}: “{value}” is not a known unit type.',
  'problem.UNKNOWN_MISSION': '{field}: “{value}” is not a known mission.',
  'problem.LEVEL_NEEDS_REASON':
    'The evidence supports {limit, select, none {a lower level} other {{limit}}}; to decide a higher level, give a written reason.',
  'problem.ALREADY_CLOSED':
    'This {field, select, id {was voided} other {is closed}} already{value, select, none {} other { ({value})}}{limit, select, none {} other {, {limit}}}.',
  'problem.ALREADY_EXISTS':
    '{field}: “{value}” is on record already{limit, select, none {} other { ({limit})}}.',
  'problem.ACTIONS_OPEN':
    'The plan cannot be closed as achieved: actions of it are neither done nor dropped{limit, select, none {} other { ({limit})}}.',
  'problem.OVERLAPS':
    '{field}: {value} overlaps what is in force already{limit, select, none {} other { ({limit})}}. Correct that first, or choose other days.',
  'problem.OUTCOME_NOT_OF_KIND':
    '{field}: “{value}” does not go with this{limit, select, none {} other {; what does: {limit}}}.',
  'problem.VISIT_NOT_HELD': 'The visit has not been held yet, so it has found nothing.',
  'problem.NOT_COVERED_BY_VISIT': '{field}: the visit does not cover this pledge ({value}).',
  'problem.OUTSIDE_VISIT':
    '{field}: {value} is not a day on which the visit was held{limit, select, none {} other { ({limit})}}.',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': '{field}: this does not apply to units of the type “{value}”.',
  'problem.MORE_THAN_WHOLE':
    '{field}: {value} is more than the whole it is part of{limit, select, none {} other { ({limit})}}.',
  'problem.CRITICAL_LINE_MISSING':
    '{field}: critical equipment of the statement of unit requirements is not counted{value, select, none {} other { ({value})}}. Count it; where it is not there, say present 0.',
  'problem.REQUIREMENT_LINE_MISSING':
    '{field}: lines of the statement of unit requirements are not answered{value, select, none {} other { ({value})}}. Answer each; where one is not there, say present 0, or offered 0.',
  'problem.REQUIREMENT_NOT_IN_EFFECT':
    '{field}: the statement of unit requirements {value} is not in effect yet on that day{limit, select, none {} other {; it is from {limit}}}.',
  'problem.COMPONENT_MISSING':
    '{field}: components of this kind of visit are not named{value, select, none {} other { ({value})}}. Name each, with NOT_TESTED where it was not tested.',
  'problem.CONTRADICTION':
    '{field}: “{value}” contradicts what is said beside it{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_OF_BASIS':
    '{field}: this does not go with a measurement whose basis is {value}{limit, select, none {} other {; it goes with {limit}}}.',
  'problem.NOT_IN_LIFECYCLE_STATE':
    'The pledge is not in a state that permits this{value, select, none {} other {: it is “{value}”}}{limit, select, none {} other {; permitted: {limit}}}.',
  'problem.KNOWN_ON_IN_FUTURE':
    '{field}: nobody knows yet what will be known on {value}; name an instant that has passed.',
  'problem.AS_OF_OUT_OF_RANGE':
    '{field}: {value} is outside the days that can be asked for{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_AS_OF':
    '{field}: {value} lies after the day asked of{limit, select, none {} other { ({limit})}}; ask as of that day, or of a later one.',
} as const satisfies Readonly<Record<`problem.${ProblemCode}`, string>>;

const REASONS = {
  'reason.LIFECYCLE': 'The pledge is not in the pool: its state is “{state}”.',
  'reason.DOC_MISSING': 'A document that level 1 asks for is not held: {doc}.',
  'reason.DOC_EXPIRED': 'A document that level 1 asks for expired on {validUntil}: {doc}.',
  'reason.PLEDGE_CONFIRMATION_OVERDUE':
    'The pledge was valid until {validUntil} and has not been confirmed since; the days of grace are running.',
  'reason.PLEDGE_LAPSED':
    'The pledge has lapsed: it was valid until {validUntil} and the days of grace are over.',
  'reason.NO_AAV': 'No assessment and advisory visit is on record.',
  'reason.AAV_UNSATISFACTORY': 'The latest assessment and advisory visit, on {date}, was unsatisfactory.',
  'reason.AAV_EXPIRED': 'The latest assessment and advisory visit counted until {expired} and has expired.',
  'reason.AAV_STALE':
    'The latest assessment and advisory visit was up to date until {since}; a new one is needed.',
  'reason.AAV_RECOMMENDATIONS_OPEN':
    '{count, plural, one {One recommendation} other {# recommendations}} of the latest assessment and advisory visit {count, plural, one {is} other {are}} still open.',
  'reason.AAV_CRITICAL_FINDING_OVERDUE':
    'Critical finding {finding} was to be closed by {due} and is still open.',
  'reason.AAV_CRITICAL_FINDING_OPEN': 'Critical finding {finding} is open; it is due by {due}.',
  'reason.DATA_MISSING': 'No figures have been reported for {dimension}.',
  'reason.RATING_2':
    'Rated 2 on a scale from 1 (best) to 4: {dimension} at {pct, number}% of what is required{criticalLine, select, none {} other {, decided by the critical line {criticalLine}}}.',
  'reason.RATING_3':
    'Rated 3 on a scale from 1 (best) to 4: {dimension} at only {pct, number}% of what is required{criticalLine, select, none {} other {, decided by the critical line {criticalLine}}}.',
  'reason.RATING_4':
    'Rated 4, the worst: {dimension} at only {pct, number}% of what is required{criticalLine, select, none {} other {, decided by the critical line {criticalLine}}}.',
  'reason.RDL_AGREEMENT_NOT_IN_FORCE':
    'The agreement on the rapid deployment level is not in force; its last day is {until}.',
  'reason.RDL_VERIFICATION_NOT_PASSED':
    'No verification for the rapid deployment level is on record, or the latest was failed.',
  'reason.RDL_VERIFICATION_EXPIRED':
    'The verification for the rapid deployment level counted until {expired} and has expired.',
  'reason.RDL_COMMITMENT_TOO_LONG':
    'The commitment to deploy within {days, plural, one {one day} other {# days}} is longer than the rapid deployment level allows.',
  'reason.RDL_SERVICEABILITY_UNKNOWN':
    'Serviceability has not been reported, so the rapid deployment level cannot be recognised.',
  'reason.RDL_SERVICEABILITY_LOW':
    'Serviceability, at {pct, number}%, is below what the rapid deployment level asks for.',
  'reason.LEVEL_DISCREPANCY':
    'The registered level ({registered}) is above what the evidence supports ({computed}); a person has to decide.',
  'reason.DOC_MISSING_FOR_LEVEL': 'A document that the registered level asks for is not held: {doc}.',
  'reason.DOC_EXPIRED_FOR_LEVEL':
    'A document that the registered level asks for expired on {validUntil}: {doc}.',
  'reason.CAVEAT_DECLARED': 'Declared caveat {caveat} is unresolved.',
  'reason.CAVEAT_UNDECLARED_OPEN':
    'Undeclared caveat {caveat} is unresolved; it must be settled by {resolveBy}.',
  'reason.CAVEAT_UNDECLARED_OVERDUE':
    'Undeclared caveat {caveat} was to be settled by {resolveBy} and is still unresolved.',
  'reason.HR_SCREENING_REFUSED': 'Human rights screening was refused.',
  'reason.HR_SCREENING_PENDING': 'Human rights screening has not been certified yet.',
  'reason.DEPLOYMENT_BAR': 'A bar on deployment is in force: {decision}.',
  'reason.PLAN_MISSING': 'The latest evaluation said “{verdict}” and no improvement plan answers it.',
  'reason.PLAN_NOT_ACHIEVED':
    'The latest evaluation said “{verdict}” and the improvement plan was closed without being achieved.',
  'reason.PLAN_OVERDUE': 'The improvement plan was due on {due} and is still open.',
  'reason.PLAN_ON_TRACK': 'An improvement plan is under way; it is due on {due}.',
  'reason.REEVALUATION_DUE':
    'The improvement plan was achieved; a new evaluation has to clear the verdict “{verdict}”.',
  'reason.ASSESSMENT_FAILED': 'Failed on {date}: {kind}.',
  'reason.ASSESSMENT_CONDITIONS_OPEN':
    '{count, plural, one {One condition is} other {# conditions are}} still open from the latest visit of this kind: {kind}.',
  'reason.HOSPITAL_DEFICIENCY_OPEN': 'Critical deficiency {deficiency} of the hospital is open.',
  'reason.CERTIFICATION_LATE':
    'The unit certificate was due by {due} ahead of the planned deployment, and came on {submitted}.',
  'reason.CERTIFICATION_OVERDUE':
    'The unit certificate was due by {due} ahead of the planned deployment, and has not come.',
  'reason.CERTIFICATION_DUE': 'The unit certificate is due by {due} ahead of the planned deployment.',
} as const satisfies Readonly<Record<`reason.${string}`, string>>;

/** What is missing for a level: each says what is needed, and what stands against it where that is known. */
const GATES = {
  'gate.PLEDGE_ACTIVE':
    'The pledge must be in the pool, committed or deployed{state, select, none {} other {; its state is “{state}”}}.',
  'gate.DOCUMENT_HELD':
    'Needed: {doc}{validUntil, select, none {, which is not held} other {; the copy held expired on {validUntil}}}.',
  'gate.PLEDGE_NOT_LAPSED':
    'The pledge must be confirmed{validUntil, select, none {} other {; it was valid until {validUntil}}}.',
  'gate.AAV_NOT_UNSATISFACTORY':
    'An assessment and advisory visit without an unsatisfactory outcome is needed{date, select, none {; none is on record} other {; the latest, on {date}, was unsatisfactory}}.',
  'gate.AAV_NOT_EXPIRED':
    'An assessment and advisory visit that still counts is needed{expired, select, none {; none is on record} other {; the latest counted until {expired}}}.',
  'gate.NO_CRITICAL_FINDING_OVERDUE':
    'No critical finding may be overdue{finding, select, none {} other {; {finding} is open}}{due, select, none {} other { and was due by {due}}}.',
  'gate.RDL_AGREEMENT_IN_FORCE':
    'An agreement on the rapid deployment level must be in force{until, select, none {; none is on record} other {; the last day of the one on record is {until}}}.',
  'gate.RDL_VERIFICATION_PASSED': 'A verification for the rapid deployment level must have been passed.',
  'gate.RDL_VERIFICATION_CURRENT':
    'The passed verification must still count{expired, select, none {; none is on record} other {; it counted until {expired}}}.',
  'gate.RDL_COMMITMENT_SHORT_ENOUGH':
    'The unit must be committed to deploy within the days that the rapid deployment level allows{days, select, none {} other {; it is committed to {days, number} days}}.',
  'gate.RDL_SERVICEABILITY_REPORTED': 'Serviceability must be reported.',
  'gate.RDL_SERVICEABILITY_HIGH_ENOUGH':
    'Serviceability must be high enough for the rapid deployment level{pct, select, none {} other {; it is at {pct, number}%}}.',
} as const satisfies Readonly<Record<`gate.${string}`, string>>;

/** Errors of the transport that are ours: no problem of a record, but of the request or of the registry itself. */
const ERRORS = {
  'error.UNAUTHENTICATED': 'Sign in: the request carries no token that this registry accepts.',
  'error.INTERNAL_SERVER_ERROR':
    'Something went wrong on our side; nothing was changed. Tell us this request id.',
  'error.DISK_FULL':
    'The disk of this registry is full: nothing was changed, and nothing can be recorded until it has space.',
  'error.OUTCOME_UNKNOWN':
    'The database was lost while it recorded the change: look whether it was recorded before you try again.',
  'error.ONE_CHANGE': 'A mutation has exactly one root field; this one has {count, number}.',
  'error.ONE_LANGUAGE': 'An operation is answered in one language; this one asks for several.',
  'error.NOT_A_DAY':
    'A day is written YYYY-MM-DD and stands in the calendar of the years 1900 to 2199; this does not: {value}.',
} as const satisfies Readonly<Record<`error.${string}`, string>>;

export const EN = {
  ...PROBLEMS,
  ...REASONS,
  ...GATES,
  ...EN_PREVENTIONS,
  ...EN_FAULTS,
  ...ERRORS,
  ...EN_TERMS,
} as const;
