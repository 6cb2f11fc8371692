import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { verifyToken, type Keys } from '#access/tokens.js';
import type { Locale } from '#platform/messages/locale.js';
import { negotiateLocale } from '#platform/messages/negotiate-locale.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { Principal } from '#platform/principal.js';

/** What a request brings with it; `operation` is there while its operation is executed. */
export interface RequestContext {
  readonly requestId: string;
  readonly principal: Principal;
  readonly locale: Locale;
  operation?: OperationContext;
}

interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Authenticates once a request, before anything is executed.
 * @throws GraphQLError UNAUTHENTICATED (401), the same for every reason
 */
export async function requestContext(keys: Keys, { headers }: Request): Promise<RequestContext> {
  const { authorization, 'accept-language': languages } = headers;
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(String(authorization ?? '')) ?? [];
  const principal = token === undefined ? undefined : await verifyToken(keys, token).catch(() => undefined);
  if (principal === undefined) {
    throw new GraphQLError('Sign in: the request carries no token that this registry accepts.', {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
  }
  return { requestId: randomUUID(), principal, locale: negotiateLocale(String(languages ?? '')) };
}
