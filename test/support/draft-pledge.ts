import { memberState, type TestRegistry } from './registry.js';

/** Drafts a pledge through the API, as its Member State; returns its id. */
export async function draftPledge(
  registry: TestRegistry,
  iso3: string,
  content: Record<string, unknown> = {},
): Promise<string> {
  const input = {
    memberState: iso3,
    unitType: 'INFANTRY_BATTALION',
    reference: `${iso3}-1`,
    describedOn: '2025-01-02',
    title: 'Infantry battalion 1',
    deployableWithinDays: 60,
    languages: ['French'],
    contactPost: 'Military adviser, permanent mission',
    ...content,
  };
  const answer = await registry.ask(
    memberState(iso3),
    `mutation ($input: DraftPledgeInput!) {
      draftPledge(input: $input) { ... on Pledge { id } ... on Problem { code field value } } }`,
    { input },
  );
  const drafted = answer.body.data?.['draftPledge'] as { id?: string } | undefined;
  if (drafted?.id === undefined) throw new Error(`no pledge was drafted: ${answer.text}`);
  return drafted.id;
}
