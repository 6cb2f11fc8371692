import type { Problem } from '../problem.js';
import type { Locale } from './locale.js';
import { render } from './render.js';

/** A problem in words, with the field, the value and what it was held against. */
export const describeProblem = (problem: Problem, locale: Locale): string =>
  render(locale, `problem.${problem.code}`, problem);
