import { applyDecorators, type Type } from '@nestjs/common';
import {
  Field,
  ID,
  Int,
  type FieldOptions as GraphqlFieldOptions,
  type ReturnTypeFunc,
} from '@nestjs/graphql';
import { Type as TransformTo } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidateByOptions,
  type ValidationOptions,
} from 'class-validator';
import type { ProblemCode } from '../problem.js';
import { PlainDateScalar } from './scalars.js';

/** What a validator tells the problem that it becomes. */
export interface BrokenRule {
  readonly code: ProblemCode;
  readonly limit?: string | number;
}

interface FieldOptions {
  readonly optional?: boolean;
  readonly description?: string;
  readonly each?: boolean;
}

const rule = (code: ProblemCode, limit?: string | number, each = false): ValidationOptions => ({
  context: (limit === undefined ? { code } : { code, limit }) satisfies BrokenRule,
  each,
});

function field(
  type: ReturnType<ReturnTypeFunc>,
  { optional = false, description, each = false }: FieldOptions,
) {
  const typeOf: ReturnTypeFunc = () => (each ? ([type] as ReturnType<ReturnTypeFunc>) : type);
  const options: GraphqlFieldOptions = { nullable: optional, ...(description ? { description } : {}) };
  return applyDecorators(Field(typeOf, options), ...(optional ? [IsOptional()] : []));
}

/** Most persons a unit may count, and most pieces a line may count. */
export const MOST_PERSONS = 10_000;
export const MOST_PIECES = 100_000;

/** A whole count from nought to a most. */
export const CountField = (most: number, options: FieldOptions = {}) =>
  applyDecorators(field(Int, options), Min(0, rule('NEGATIVE', 0)), Max(most, rule('TOO_LARGE', most)));

/** The version that was read. */
export const VersionField = (options: Pick<FieldOptions, 'description'> = {}) =>
  applyDecorators(field(Int, options), Min(1, rule('TOO_SMALL', 1)));

/** PostgreSQL refuses the character nought, and half a surrogate pair would silently become another character. */
const keptAsItIs: ValidateByOptions = {
  // Under a name of its own: a second `Matches` would take the place of the first.
  name: 'keptAsItIs',
  validator: {
    validate: (text) => typeof text === 'string' && !/[\0\p{Surrogate}]/u.test(text),
    // Never shown, yet without it the rule's context is lost.
    defaultMessage: () => 'not text',
  },
};

/** A text of one to `most` characters; `each` for a list of at most 20 of them, of at least one unless optional. */
export const TextField = (most: number, options: FieldOptions = {}) =>
  applyDecorators(
    field(String, options),
    IsNotEmpty(rule('REQUIRED', undefined, options.each)),
    Matches(/\S/, rule('REQUIRED', undefined, options.each)),
    ValidateBy(keptAsItIs, rule('NOT_TEXT', undefined, options.each)),
    MaxLength(most, rule('TOO_LONG', most, options.each)),
    ...listed(options),
  );

const listed = ({ each = false, optional = false }: FieldOptions) => [
  ...(each ? [ArrayMaxSize(20, rule('TOO_LARGE', 20))] : []),
  ...(each && !optional ? [ArrayNotEmpty(rule('REQUIRED'))] : []),
];

/** One of a closed list of codes; `each` for a list of them as with `TextField`. */
export const CodeField = (codes: readonly string[], options: FieldOptions = {}) =>
  applyDecorators(
    field(String, options),
    IsIn(codes, rule('UNKNOWN_CODE', codes.join(', '), options.each)),
    ...listed(options),
  );

/** A code of a list that nobody closes: what is written in capital letters, digits and underscores. */
export const OpenCodeField = (most: number, options: FieldOptions = {}) =>
  applyDecorators(
    field(String, options),
    Matches(/^[A-Z][A-Z0-9_]*$/, rule('UNKNOWN_CODE', 'A-Z, 0-9, _', options.each)),
    MaxLength(most, rule('TOO_LONG', most, options.each)),
  );

/** A UTC calendar day. */
export const DayField = (options: FieldOptions = {}) => field(PlainDateScalar, options);

/** The id of a record. */
export const IdField = (options: FieldOptions = {}) =>
  applyDecorators(field(ID, options), IsUUID(undefined, rule('NOT_FOUND', undefined, options.each)));

/** An input within an input; `each` for a list of at most 200 of them. */
export const PartField = (part: Type<object>, options: FieldOptions = {}) =>
  applyDecorators(
    field(part, options),
    TransformTo(() => part),
    ValidateNested({ each: options.each ?? false }),
    ...(options.each ? [ArrayMaxSize(200, rule('TOO_LARGE', 200))] : []),
  );
