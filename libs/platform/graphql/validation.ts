import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ProblemError } from '../problem.js';
import type { BrokenRule } from './input-fields.js';

/** Turns the first broken rule of an input into its problem: field by path, value, rule. */
export const inputValidation = new ValidationPipe({
  transform: true,
  forbidUnknownValues: false,
  stopAtFirstError: true,
  exceptionFactory: (errors: ValidationError[]) => problemOf(errors, ''),
});

function problemOf(errors: readonly ValidationError[], path: string): Error {
  const [error] = errors;
  if (error === undefined) return new Error('validation failed without an error');
  const field = path + error.property;
  if (error.children?.length) return problemOf(error.children, `${field}.`);
  const broken = Object.values(error.contexts ?? {})[0] as BrokenRule | undefined;
  if (broken === undefined)
    return new Error(`no rule is named for ${field}: ${JSON.stringify(error.constraints)}`);
  const value = valueSaid(broken, error.value);
  if (broken.code === 'NOT_FOUND') return ProblemError.notFound(field, String(value));
  return ProblemError.invalid(broken.code, { field, value, limit: broken.limit ?? null });
}

/** Of a list that is too long not its members break the rule, but how many there are. */
const valueSaid = ({ code }: BrokenRule, value: unknown) =>
  code === 'TOO_LARGE' && Array.isArray(value) ? value.length : (value as string | number | null);
