import type { Type } from '@nestjs/common';
import { createUnionType, Mutation } from '@nestjs/graphql';
import { Problem, PROBLEM_TYPES } from '../problem.js';

/** The answer of a mutation: the thing, or the problem for which nothing was changed. */
export function resultOf<T>(mutation: string, thing: () => Type<T>) {
  return createUnionType({
    name: `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Result`,
    types: () => [thing() as Type<unknown>, ...PROBLEM_TYPES] as const,
    resolveType: (value: object) =>
      value instanceof Problem ? (value.constructor as Type<unknown>) : thing(),
  });
}

/** A root field that changes something and answers with the thing or a problem. */
export const Change =
  <T>(thing: () => Type<T>, description?: string): MethodDecorator =>
  (target, name, descriptor) => {
    const result = resultOf(String(name), thing);
    Mutation(() => result, description === undefined ? {} : { description })(target, name, descriptor);
  };
