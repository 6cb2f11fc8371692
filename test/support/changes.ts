import type { Principal } from '#platform/principal.js';
import { countRows, STAFF, memberState, type TestRegistry } from './registry.js';

export type Input = Readonly<Record<string, unknown>>;

/** What a mutation answered: the thing's selected fields, or the problem's. */
export type Change = Readonly<Record<string, unknown>> & { readonly __typename: string };

/**
 * Asks for one mutation over HTTP.
 * @param thing what is selected of the thing that it answers with: `Visit { id version }`
 */
export async function change(
  registry: TestRegistry,
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

/** Drafts a pledge; its id. */
export async function draftedPledge(
  registry: TestRegistry,
  state: string,
  reference: string,
  unitType = 'INFANTRY_BATTALION',
): Promise<string> {
  const input = {
    memberState: state,
    unitType,
    reference,
    describedOn: '2024-01-15',
    title: reference,
    deployableWithinDays: 90,
    languages: ['English'],
    contactPost: 'Military adviser',
  };
  const { id } = await changed(registry, memberState(state), 'draftPledge', input, 'Pledge { id }');
  return String(id);
}

/** A visit that was planned for pledges of a Member State, and held where days are given. */
export async function plannedVisit(
  registry: TestRegistry,
  kind: string,
  pledgeIds: readonly string[],
  held?: readonly [heldFrom: string, heldUntil: string],
  state = 'RWA',
): Promise<string> {
  const [plannedFrom, plannedUntil] = held ?? ['2025-11-03', '2025-11-07'];
  const plan = { decidedOn: '2024-02-01', plannedFrom, plannedUntil, purpose: 'Verify the pledge' };
  const input = { memberState: state, kind, pledgeIds, ...plan };
  const { id } = await changed(registry, STAFF, 'planVisit', input, 'Visit { id }');
  if (held) {
    const holding = {
      visitId: id,
      heldFrom: held[0],
      heldUntil: held[1],
      team: ['Team leader'],
      expectedVersion: 1,
    };
    await changed(registry, STAFF, 'holdVisit', holding);
  }
  return String(id);
}

/** An evaluation of a unit; its id. */
export async function recordedEvaluation(
  registry: TestRegistry,
  pledgeId: string,
  values: Input = {},
): Promise<string> {
  const input = {
    pledgeId,
    mission: 'UNMISS',
    periodFrom: '2025-01-01',
    periodUntil: '2025-06-30',
    evaluatedOn: '2025-07-15',
    scale: 'FIVE_STEP',
    rawScore: 2,
    areas: [
      { area: 'FORCE_PROTECTION', score: 2 },
      { area: 'GENDER', score: 3 },
    ],
    verdict: 'NEEDS_IMPROVEMENT',
    summary: 'Patrols are few.',
    ...values,
  };
  return (await changed(registry, STAFF, 'recordEvaluation', input, 'Evaluation { id }')).id;
}
