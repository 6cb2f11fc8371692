import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

describe('the first path', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  it('drafts a pledge and adds a document', async () => {
    const drafted = await registry.ask(
      memberState('RWA'),
      `mutation ($input: DraftPledgeInput!) { draftPledge(input: $input) {
        __typename ... on Pledge { id version } ... on Problem { code message field value } } }`,
      {
        input: {
          memberState: 'RWA',
          unitType: 'FORMED_POLICE_UNIT',
          reference: 'RWA-FPU-1',
          describedOn: '2025-01-02',
          title: 'Formed police unit 1',
          deployableWithinDays: 60,
          languages: ['French'],
          contactPost: 'Police adviser',
        },
      },
    );
    console.log(JSON.stringify(drafted));
    const id = (drafted.body.data?.['draftPledge'] as { id: string }).id;
    for (const input of [
      { pledgeId: id, type: 'NOTE_VERBALE', receivedOn: '2025-02-01' },
      { pledgeId: id, type: 'NOTE_VERBAL', receivedOn: '2025-02-01' },
      { pledgeId: id, type: 'NOTE_VERBALE', receivedOn: '2026-02-01' },
    ])
      console.log(
        JSON.stringify(
          await registry.ask(
            STAFF,
            `mutation ($input: AddDocumentInput!) { addDocument(input: $input) { __typename ... on Document { id recordedAt } ... on Problem { code message field value } } }`,
            { input },
          ),
        ),
      );
  });
});
