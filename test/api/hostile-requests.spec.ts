import { change, changed, refused } from '#test/support/changes.js';
import { draftedPledge, draftInput, pledgeIn } from '#test/support/recorded.js';
import { countRows, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const RWANDA = memberState('RWA');
/** The last day that can be entered. */
const LAST = '2199-12-31';

const cursor = (key: readonly unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('a request that means harm', () => {
  let registry: TestRegistry;
  let pledge: string;
  const environment = process.env['NODE_ENV'];
  beforeAll(async () => {
    // As `npm start` runs it: under jest's own word Apollo shows less.
    process.env['NODE_ENV'] = 'development';
    registry = await startRegistry();
    pledge = await draftedPledge(registry, 'RWA', 'RWA-1');
  });
  afterAll(async () => {
    process.env['NODE_ENV'] = environment;
    await registry.close();
  });

  it('does not take the board away by a document that is valid to the last day there is', async () => {
    const committed = await pledgeIn(registry, 'SELECTED', { memberState: 'NPL' });
    const document = { receivedOn: '2025-10-01', type: 'NOTE_VERBALE', validUntil: LAST };
    await changed(registry, memberState('NPL'), 'addDocument', { pledgeId: committed.id, ...document });
    const { body } = await registry.ask(
      STAFF,
      `query ($id: ID!) {
        board { rows { memberState { iso3 } nextChangeOn } }
        memberState(iso3: "NPL") { nextChangeOn }
        pledge(id: $id) { status { nextChangeOn } } }`,
      { id: committed.id },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({
      board: { rows: expect.arrayContaining([{ memberState: { iso3: 'NPL' }, nextChangeOn: '2200-01-01' }]) },
      memberState: { nextChangeOn: '2200-01-01' },
      pledge: { status: { nextChangeOn: '2200-01-01' } },
    });
  });

  it.each(['{ nothing }', '{', 'query ($day: PlainDate!) { pledges(asOf: $day) { totalCount } }'])(
    'is not told where our files lie: %s',
    async (query) => {
      const { text } = await registry.ask(RWANDA, query);
      expect(text).toContain('"errors"');
      expect(text).not.toMatch(/stacktrace|node_modules|\.js/);
    },
  );

  it('is told that of two operations one must be named', async () => {
    const { status, text } = await registry.ask(
      RWANDA,
      'query A { viewer { role } } query B { viewer { role } }',
    );
    expect([status, text]).toEqual([expect.any(Number), expect.stringContaining('operation name')]);
    expect(status).toBeLessThan(500);
  });

  it.each([
    ['side by side', '', '...One ...Two'],
    [
      'in a fragment within a fragment',
      'fragment More on Mutation { ...One ... on Mutation { ...Two } }',
      '...More',
    ],
  ])('makes neither of two changes in one operation: %s', async (_where, more, selection) => {
    const before = await countRows(registry.ownerUrl);
    const { status, body } = await registry.ask(
      RWANDA,
      `mutation ($a: DraftPledgeInput!, $b: DraftPledgeInput!) { ${selection} } ${more}
       fragment One on Mutation { draftPledge(input: $a) { __typename } }
       fragment Two on Mutation { b: draftPledge(input: $b) { __typename } }`,
      { a: draftInput(), b: draftInput() },
    );
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain('exactly one root field');
    expect(await countRows(registry.ownerUrl)).toEqual(before);
  });

  it('does not keep the server counting fragments that spread each other twice', async () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `fragment F${level} on Mutation { ...F${level + 1} ...F${level + 1} }`,
    );
    const { body } = await registry.ask(
      RWANDA,
      `mutation ($a: DraftPledgeInput!) { ...F0 } ${levels.join(' ')}
       fragment F60 on Mutation { draftPledge(input: $a) { ... on Pledge { version } } }`,
      { a: draftInput() },
    );
    expect(body).toMatchObject({ data: { draftPledge: { version: 1 } } });
  });

  it.each(['1', 'foo 1', '2020', '12/25/1995 (x)', '+275760-09-13T00:00:00Z', '2025-10-01T00:00:00+99:99'])(
    'finds no page of the timeline at «%s»',
    async (instant) => {
      const after = cursor(['2025-10-01', instant, pledge]);
      const query = `query ($id: ID!, $after: String) { pledge(id: $id) { timeline(after: $after) { totalCount } } }`;
      const { body } = await registry.ask(RWANDA, query, { id: pledge, after });
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'after' });
    },
  );

  it.each(['-271821-04-20T00:00:00Z', '0000-01-01T00:00:00Z', '2025-10-01T00:00:00+99:99', 'yesterday'])(
    'learns nothing as known on «%s»',
    async (knownOn) => {
      const query = `query ($knownOn: DateTime) { pledges(knownOn: $knownOn) { totalCount } }`;
      const { body } = await registry.ask(RWANDA, query, { knownOn });
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'AS_OF_OUT_OF_RANGE', field: 'knownOn' });
    },
  );

  it('says of a text with the character nought in which field it stands', async () => {
    const filter = { text: 'a\0b' };
    const query = 'query ($filter: PledgeFilterInput) { pledges(filter: $filter) { totalCount } }';
    const { body } = await registry.ask(RWANDA, query, { filter });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_TEXT', field: 'text' });
    const document = { pledgeId: pledge, receivedOn: '2025-10-01', type: 'NOTE_VERBALE', title: 'a\0b' };
    expect(await refused(registry, RWANDA, 'addDocument', document)).toMatchObject({
      code: 'NOT_TEXT',
      field: 'title',
    });
  });

  it('foretells nothing of a Member State that no database could name', async () => {
    const query = 'query ($iso3: ID) { forecast(memberState: $iso3) { pledges { totalCount } } }';
    const { body } = await registry.ask(STAFF, query, { iso3: 'a\0b' });
    expect(body).toEqual({ data: { forecast: null } });
  });

  it('corrects what a Member State dated before all rules', async () => {
    const drafted = await changed(
      ...([
        registry,
        RWANDA,
        'draftPledge',
        draftInput({ reference: 'RWA-OLD', describedOn: '1950-01-01' }),
      ] as const),
      'Pledge { id }',
    );
    const query = '{ memberStateHistory(iso3: "RWA", from: "1990-01-01") { changes { totalCount } } }';
    const { body } = await registry.ask(STAFF, query);
    expect(body.errors).toBeUndefined();
    const asked = await registry.ask(
      STAFF,
      `{ pledge(id: "${drafted.id}") { timeline { nodes { kind id } } } }`,
    );
    const { timeline } = asked.body.data?.['pledge'] as {
      timeline: { nodes: { kind: string; id: string }[] };
    };
    const step = timeline.nodes.find(({ kind }) => kind === 'LIFECYCLE_STEP');
    const mended = {
      ...{ kind: 'LIFECYCLE_STEP', id: step?.id, expectedVersion: 1, reason: 'A slip of the pen' },
      replacement: { lifecycleStep: { occurredOn: '2024-01-01' } },
    };
    await changed(registry, STAFF, 'correct', mended);
  });

  it('finds no statement of a unit type that no database could name', async () => {
    const query = 'query ($unitType: String) { requirementStatements(unitType: $unitType) { id } }';
    const { body } = await registry.ask(RWANDA, query, { unitType: 'a\0b' });
    expect(body).toEqual({ data: { requirementStatements: [] } });
  });

  it('does not report by a correction what only staff report', async () => {
    const id = await draftedPledge(registry, 'RWA', 'RWA-2');
    const declared = { pledgeId: id, knownOn: '2025-10-01', statement: 'No night patrols.' };
    const caveat = await changed(registry, RWANDA, 'declareCaveat', declared, 'Caveat { id }');
    const replacement = {
      kind: 'UNDECLARED',
      knownOn: '2025-10-01',
      resolveBy: '2025-10-02',
      statement: 'None.',
    };
    const correction = { kind: 'CAVEAT', id: caveat.id, reason: 'A test', expectedVersion: 1 };
    expect(
      await refused(registry, RWANDA, 'correct', { ...correction, replacement: { caveat: replacement } }),
    ).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('does not use up the numbers of caveats', async () => {
    const given = async (statement: string, reference?: string) => {
      const caveat = { pledgeId: pledge, knownOn: '2025-10-01', statement, reference };
      return (await change(registry, RWANDA, 'declareCaveat', caveat, 'Caveat { reference }'))['reference'];
    };
    expect(await given('No night patrols.', 'C-9999999999')).toBe('C-9999999999');
    expect([await given('No patrols by boat.'), await given('No patrols on foot.')]).toEqual([
      'C-10000000000',
      'C-10000000001',
    ]);
  });
});
