import type { Principal } from '#platform/principal.js';
import { countRows, type ServedRegistry } from './registry.js';

export type Input = Readonly<Record<string, unknown>>;

/** What a mutation answered: the thing's selected fields, or the problem's. */
export type Change = Readonly<Record<string, unknown>> & { readonly __typename: string };

/**
 * Asks for one mutation over HTTP.
 * @param thing what is selected of the thing that it answers with: `Visit { id version }`
 */
export async function change(
  registry: ServedRegistry,
  principal: Principal,
  mutation: string,
  input: Input,
  thing = '',
  locale = 'en',
): Promise<Change> {
  const answer = await registry.ask(
    principal,
    `mutation { ${mutation}(input: ${literal(input)}) {
      __typename ${thing && `... on ${thing}`}
      ... on Problem { code message field value }
      ... on InvalidInputProblem { limit }
      ... on NotPermittedProblem { role }
      ... on StaleVersionProblem { expectedVersion currentVersion }
      ... on TransitionProblem { from to allowed }
      ... on DependentsProblem { dependents { kind id } } } }`,
    {},
    locale,
  );
  if (answer.body.errors) throw new Error(JSON.stringify(answer.body.errors));
  return answer.body.data?.[mutation] as Change;
}

/** A value as GraphQL writes it in a document. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => `${name}: ${literal(field)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}

/** As `change`, for what has to succeed. */
export async function changed(
  ...parameters: Parameters<typeof change>
): Promise<Change & { readonly id: string }> {
  const answer = await change(...parameters);
  if ('code' in answer) throw new Error(`${parameters[2]}: ${JSON.stringify(answer)}`);
  return answer as Change & { readonly id: string };
}

/** As `change`, for what has to be refused with nothing changed: no table has a row more or less than before. */
export async function refused(...parameters: Parameters<typeof change>): Promise<Change> {
  const [{ ownerUrl }] = parameters;
  const before = await countRows(ownerUrl);
  const answer = await change(...parameters);
  if (!('code' in answer)) throw new Error(`${parameters[2]} was not refused: ${JSON.stringify(answer)}`);
  expect(await countRows(ownerUrl)).toEqual(before);
  return answer;
}
