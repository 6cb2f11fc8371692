import { IntrinsicException } from '@nestjs/common';
import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Every rule that an input can break. A code has a text `problem.<CODE>` in the message catalogue. */
export const PROBLEM_CODES = [
  'NOT_FOUND',
  'NOT_PERMITTED',
  'STALE_VERSION',
  'TRANSITION_NOT_ALLOWED',
  'RESTED_ON',
  'AFTER_TODAY',
  'BEFORE_REGISTRATION',
  'BEFORE_OPENING',
  'BEFORE_LAST_STEP',
  'BEFORE_DEPLOYMENT',
  'INTERVAL_REVERSED',
  'NOT_LATER',
  'AFTER_PLAN_DUE',
  'NEGATIVE',
  'TOO_LARGE',
  'TOO_SMALL',
  'TOO_LONG',
  'NOT_TEXT',
  'REQUIRED',
  'UNKNOWN_CODE',
  'UNKNOWN_MEMBER_STATE',
  'UNKNOWN_UNIT_TYPE',
  'UNKNOWN_MISSION',
  'LEVEL_NEEDS_REASON',
  'ALREADY_CLOSED',
  'ALREADY_EXISTS',
  'ACTIONS_OPEN',
  'OVERLAPS',
  'OUTCOME_NOT_OF_KIND',
  'VISIT_NOT_HELD',
  'NOT_COVERED_BY_VISIT',
  'OUTSIDE_VISIT',
  'UNIT_TYPE_NOT_ELIGIBLE',
  'MORE_THAN_WHOLE',
  'CRITICAL_LINE_MISSING',
  'REQUIREMENT_LINE_MISSING',
  'REQUIREMENT_NOT_IN_EFFECT',
  'COMPONENT_MISSING',
  'CONTRADICTION',
  'NOT_OF_BASIS',
  'NOT_IN_LIFECYCLE_STATE',
  'KNOWN_ON_IN_FUTURE',
  'AS_OF_OUT_OF_RANGE',
  'AFTER_AS_OF',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const ProblemCodeEnum = Object.fromEntries(PROBLEM_CODES.map((code) => [code, code])) as {
  [Code in ProblemCode]: Code;
};
registerEnumType(ProblemCodeEnum, { name: 'ProblemCode', description: 'The rule that an input breaks.' });

/** An expected failure: nothing was changed, and the person can act on it. */
@InterfaceType({ description: 'Why nothing was changed: the field, the value and the rule, in words.' })
export abstract class Problem {
  @Field(() => ProblemCodeEnum)
  code!: ProblemCode;

  @Field(() => String, { description: 'The same in words, in the language asked for.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The input field, as a path.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'The value that was refused.' })
  value!: string | null;
}

/** A value that breaks a rule of its own or of the record it would belong to. */
@ObjectType({ implements: () => [Problem] })
export class InvalidInputProblem extends Problem {
  @Field(() => String, {
    nullable: true,
    description: 'What the value is held against: a day, a count, a list.',
  })
  limit!: string | null;
}

/** Nothing of that id is to be seen by who asks: missing and hidden are the same. */
@ObjectType({ implements: () => [Problem] })
export class NotFoundProblem extends Problem {}

@ObjectType({ implements: () => [Problem] })
export class NotPermittedProblem extends Problem {
  @Field(() => String)
  role!: string;
}

@ObjectType({ implements: () => [Problem] })
export class StaleVersionProblem extends Problem {
  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => Int)
  currentVersion!: number;
}

@ObjectType({ implements: () => [Problem] })
export class TransitionProblem extends Problem {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => [String])
  allowed!: readonly string[];
}

/** One record, by its kind and id. */
@ObjectType()
export class RecordReference {
  @Field(() => String)
  kind!: string;

  @Field(() => ID)
  id!: string;
}

@ObjectType({ implements: () => [Problem] })
export class DependentsProblem extends Problem {
  @Field(() => [RecordReference], { description: 'The records that rest on this one; correct those first.' })
  dependents!: readonly RecordReference[];
}

export const PROBLEM_TYPES = [
  InvalidInputProblem,
  NotFoundProblem,
  NotPermittedProblem,
  StaleVersionProblem,
  TransitionProblem,
  DependentsProblem,
] as const;

type Without<P> = Omit<P, 'message' | 'field' | 'value'> & {
  field?: string | null;
  value?: string | number | null;
};

/**
 * Thrown by services; the mutation's answer becomes the problem and its transaction is rolled back. Intrinsic to the
 * framework's eyes: an expected failure is no line in its log.
 */
export class ProblemError extends IntrinsicException {
  private constructor(readonly problem: Problem) {
    super(`${problem.code} ${problem.field ?? ''}`);
  }

  private static of<P extends Problem>(type: new () => P, values: Without<P>): ProblemError {
    const value =
      values.value === undefined || values.value === null ? null : String(values.value).slice(0, 200);
    return new ProblemError(Object.assign(new type(), { field: null, ...values, value, message: '' }));
  }

  static invalid(
    code: ProblemCode,
    at: { field: string; value?: string | number | null; limit?: string | number | null },
  ): ProblemError {
    const limit = at.limit === undefined || at.limit === null ? null : String(at.limit);
    return ProblemError.of(InvalidInputProblem, { code, field: at.field, value: at.value ?? null, limit });
  }

  static notFound(field: string, value: string): ProblemError {
    return ProblemError.of(NotFoundProblem, { code: 'NOT_FOUND', field, value });
  }

  static notPermitted(role: string, operation: string): ProblemError {
    return ProblemError.of(NotPermittedProblem, { code: 'NOT_PERMITTED', role, field: operation });
  }

  static stale(expectedVersion: number, currentVersion: number): ProblemError {
    const at = { field: 'expectedVersion', value: expectedVersion };
    return ProblemError.of(StaleVersionProblem, {
      code: 'STALE_VERSION',
      ...at,
      expectedVersion,
      currentVersion,
    });
  }

  static transition(from: string, to: string, allowed: readonly string[], field = 'to'): ProblemError {
    const at = { field, value: to };
    return ProblemError.of(TransitionProblem, { code: 'TRANSITION_NOT_ALLOWED', ...at, from, to, allowed });
  }

  static restedOn(id: string, dependents: readonly RecordReference[]): ProblemError {
    return ProblemError.of(DependentsProblem, { code: 'RESTED_ON', field: 'id', value: id, dependents });
  }
}
