import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { ErrorKey } from '../messages/catalogue/index.js';
import type { Locale } from '../messages/locale.js';
import { render } from '../messages/render.js';

/**
 * An error of the transport that is ours, raised where nobody knows the language yet: in English until it is answered,
 * then in words of the language asked for.
 */
export class ToldError extends GraphQLError {
  constructor(
    readonly key: ErrorKey,
    readonly params: object = {},
    options: GraphQLErrorOptions = {},
  ) {
    super(render('en', key, params), options);
  }
}

/** The message of an error in a language; that of an error of GraphQL's own stays as GraphQL writes it. */
export function messageIn(locale: Locale, error: GraphQLError): string {
  // Validation and the coercion of variables hand ours on inside an error of their own.
  const ours = [error, error.originalError].find((each) => each instanceof ToldError);
  return ours === undefined ? error.message : render(locale, ours.key, ours.params);
}
