import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { verifyToken, type Keys } from '#access/tokens.js';
import type { Locale } from '#platform/messages/locale.js';
import { negotiateLocale } from '#platform/messages/negotiate-locale.js';
import { render } from '#platform/messages/render.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { Principal } from '#platform/principal.js';

/** What a request brings with it; `operation` is there while its operation is executed. */
export interface RequestContext {
  readonly requestId: string;
  readonly principal: Principal;
  /** That of the request's header, until the operation asks for another by argument. */
  locale: Locale;
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
  const locale = negotiateLocale(String(languages ?? ''));
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(String(authorization ?? '')) ?? [];
  const principal = token === undefined ? undefined : await verifyToken(keys, token).catch(() => undefined);
  if (principal === undefined) {
    throw new GraphQLError(render(locale, 'error.UNAUTHENTICATED'), {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
  }
  return { requestId: randomUUID(), principal, locale };
}
