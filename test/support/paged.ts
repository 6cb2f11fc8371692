import type { Principal } from '#platform/principal.js';
import { storedOperation } from './operations.js';
import type { TestRegistry } from './registry.js';

interface Page {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The texts of all pages of a stored operation whose answer is a connection; of another, its one answer. */
export async function allTexts(
  registry: TestRegistry,
  principal: Principal,
  name: string,
  variables: Record<string, unknown> = {},
): Promise<string[]> {
  const texts: string[] = [];
  let after: string | null = null;
  do {
    const { text, body } = await registry.ask(principal, storedOperation(name), {
      ...{ first: 200, ...variables },
      ...(after === null ? {} : { after }),
    });
    if (body.errors !== undefined) throw new Error(`${name}: ${JSON.stringify(body.errors)}`);
    texts.push(text);
    const page = pageOf(body.data);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return texts;
}

/** The nodes of all pages. */
export async function allNodes<Node extends object>(...asked: Parameters<typeof allTexts>): Promise<Node[]> {
  const texts = await allTexts(...asked);
  return texts.flatMap((text) => {
    const { data } = JSON.parse(text) as { data: Record<string, unknown> };
    return (pageOf(data)?.nodes ?? []) as Node[];
  });
}

function pageOf(data: Record<string, unknown> | null | undefined): Page | undefined {
  const [root] = Object.values(data ?? {});
  return typeof root === 'object' && root !== null && 'pageInfo' in root ? (root as Page) : undefined;
}
