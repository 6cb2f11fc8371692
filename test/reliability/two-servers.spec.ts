import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner } from '#test/support/database-server.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { startMuster } from '#test/support/muster-process.js';
import { Mutations, type Outcome } from '#test/support/mutations.js';
import { draftInput } from '#test/support/recorded.js';
import { memberState, STAFF } from '#test/support/registry.js';
import { startTwoServers, type ServerProcess, type TwoServers } from '#test/support/two-servers.js';

const RACES = 20;
const times = <Of>(count: number, make: (index: number) => Of) =>
  Array.from({ length: count }, (_none, index) => make(index));

describe('two servers of one database', () => {
  let registry: TwoServers;
  /** The mutations of a client of one server, which learns nothing of what the other server answers. */
  let clients: readonly Mutations[];
  beforeAll(async () => {
    registry = await startTwoServers();
    clients = await Promise.all(registry.servers.map(({ ask }) => Mutations.of({ ...registry, ask })));
  }, 60_000);
  afterAll(() => registry.close());

  const client = (index: number) => clients[index % clients.length] as Mutations;
  const problems = (outcomes: readonly Outcome[]) =>
    outcomes.map(({ problem }) => problem?.code ?? null).sort();

  /** The same question to both servers: the one answer that they have. */
  async function answerOfBoth(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const answers = await Promise.all(registry.servers.map(({ ask }) => ask(STAFF, query, variables)));
    const [one, other] = answers.map(({ text }) => text);
    expect(one).toBe(other);
    expect(answers[0]?.body.errors).toBeUndefined();
    return one ?? '';
  }

  it('let one of two changes to the same version take place, whichever servers they come to', async () => {
    for (const race of times(RACES, (index) => index)) {
      const pledgeId = await client(race).do('draftPledge', draftInput());
      const outcomes = await Promise.all(
        clients.map((each) =>
          each.try('submitPledge', { pledgeId, occurredOn: '2024-02-01', expectedVersion: 1 }),
        ),
      );
      expect(problems(outcomes)).toEqual(['STALE_VERSION', null].sort());
      const pledge = await answerOfBoth(`{ pledge(id: "${pledgeId}") { version lifecycle } }`);
      expect(JSON.parse(pledge)).toMatchObject({ data: { pledge: { version: 2, lifecycle: 'SUBMITTED' } } });
    }
  }, 60_000);

  it('give every number once, and leave none out', async () => {
    const pledgeId = await client(0).do('draftPledge', draftInput({ memberState: 'NPL' }));
    const caveat = (index: number) => ({ pledgeId, knownOn: '2024-03-01', statement: `No patrols ${index}` });
    const visit = {
      ...{ memberState: 'NPL', kind: 'AAV', pledgeIds: [pledgeId], decidedOn: '2024-02-01' },
      ...{ plannedFrom: '2025-11-03', plannedUntil: '2025-11-07', purpose: 'Verify the pledge' },
    };
    const outcomes = await Promise.all(
      times(RACES, (index) => [
        client(index).try('declareCaveat', caveat(index), memberState('NPL')),
        client(index).try('planVisit', visit),
      ]).flat(),
    );
    expect(problems(outcomes)).toEqual(times(2 * RACES, () => null));
    const answer = JSON.parse(
      await answerOfBoth(`{ pledge(id: "${pledgeId}") { facts { caveats { id } } }
        visits(first: 200, filter: { memberState: "NPL" }) { nodes { reference } } }`),
    ) as { data: { pledge: { facts: { caveats: object[] } }; visits: { nodes: { reference: string }[] } } };
    expect(answer.data.pledge.facts.caveats.map((each) => JSON.stringify(each)).sort()).toEqual(
      times(RACES, (index) => JSON.stringify({ id: `C-${index + 1}` })).sort(),
    );
    const numbers = answer.data.visits.nodes.map(({ reference }) => Number(reference.split('-').at(-1)));
    expect(numbers.sort((one, other) => one - other)).toEqual(times(RACES, (index) => index + 1));
  }, 60_000);

  it('let one of two records stand under a reference that both were given', async () => {
    const pledgeId = await client(0).do('draftPledge', draftInput({ memberState: 'FJI' }));
    for (const race of times(RACES, (index) => index)) {
      const caveat = { pledgeId, knownOn: '2024-03-01', statement: 'None', reference: `GIVEN-${race}` };
      const outcomes = await Promise.all(
        clients.map((each) => each.try('declareCaveat', caveat, memberState('FJI'))),
      );
      expect(problems(outcomes)).toEqual(['ALREADY_EXISTS', null].sort());
    }
  }, 60_000);

  it('show at once what the other has recorded', async () => {
    for (const race of times(RACES, (index) => index)) {
      const pledgeId = await client(race).do('draftPledge', draftInput());
      const { body } = await registry.servers[race % 2 === 0 ? 1 : 0].ask(
        STAFF,
        `{ pledge(id: "${pledgeId}") { lifecycle } pledges { totalCount } }`,
      );
      expect(body.data).toMatchObject({ pledge: { lifecycle: 'DRAFT' } });
    }
  });

  it('go on with a list where the other has left off', async () => {
    const page =
      'query ($after: String) { pledges(first: 5, after: $after) { nodes { id } pageInfo { endCursor } } }';
    const ids: string[] = [];
    let after: string | null = null;
    for (const turn of times(4, (index) => index)) {
      const { ask } = registry.servers[turn % 2] as ServerProcess;
      const { body } = await ask(STAFF, page, { after });
      const { nodes, pageInfo } = body.data?.['pledges'] as {
        nodes: { id: string }[];
        pageInfo: { endCursor: string };
      };
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
    }
    const whole = JSON.parse(await answerOfBoth('{ pledges(first: 20) { nodes { id } } }')) as {
      data: { pledges: { nodes: { id: string }[] } };
    };
    expect(ids).toEqual(whole.data.pledges.nodes.map(({ id }) => id));
  });

  it('say of a demonstration that was loaded meanwhile that it is one', async () => {
    expect(await answerOfBoth('{ viewer { __typename } }')).not.toContain('demonstration');
    await asOwner(registry.ownerUrl, `INSERT INTO registry_mark VALUES ('demonstration', '2025-10-13')`);
    expect(JSON.parse(await answerOfBoth('{ viewer { __typename } }'))).toMatchObject({
      extensions: { demonstration: true },
    });
  });
});

describe('two servers that are started at the same moment', () => {
  let database: TestDatabase;
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'muster-two-'));
    folders.push(made);
    return made;
  };
  beforeAll(async () => {
    database = await createDatabase('NOTHING');
  });
  afterAll(async () => {
    await database.drop();
    folders.forEach((each) => rmSync(each, { recursive: true, force: true }));
  });

  const start = (dataDir: string, command = ['start']) =>
    startMuster(command, {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      MUSTER_DATA_DIR: dataDir,
    });
  const serves = /Muster serves (http:\S+)\/graphql[^]*Token for staff:\n(\S+)\n/;

  it('make the tables of an empty database once, and one key, and accept each other’s tokens', async () => {
    const dataDir = folder();
    const servers = times(3, () => start(dataDir));
    const said = await Promise.all(servers.map((server) => server.says(serves)));
    const output = servers.map((server) => server.said.output).join('');
    expect(output.match(/migrated Reference/g)).toHaveLength(1);
    for (const [, url] of said) {
      for (const [, , token] of said) {
        const answer = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ memberStates { iso3 } }' }),
        });
        const { data } = (await answer.json()) as { data: { memberStates: object[] } };
        expect(data.memberStates).toHaveLength(193);
      }
    }
    for (const { child } of servers) child.kill('SIGTERM');
    expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(servers.map((server) => server.said.errors)).toEqual(['', '', '']);
  }, 60_000);

  it('are held to that key, until the owner adopts another', async () => {
    const dataDir = folder();
    const refused = start(dataDir);
    expect(await refused.ended).toBe(1);
    expect(refused.said.errors).toMatch(
      /^\S+signing-key\.json is not the key that signs this registry's tokens: .+\n$/,
    );
    expect(await start(dataDir, ['migrate', '--adopt-key']).ended).toBe(0);
    const served = start(dataDir);
    await served.says(serves);
    served.child.kill('SIGTERM');
    expect(await served.ended).toBe(0);
  }, 60_000);

  it('leave a database of a later version alone', async () => {
    await asOwner(
      database.ownerUrl,
      `INSERT INTO migrations (timestamp, name) VALUES (9000000000000, 'Later9000000000000')`,
    );
    const refused = start(folder());
    expect(await refused.ended).toBe(1);
    expect(refused.said.errors).toMatch(
      /^The database is of a later version of Muster, which added Later9000000000000: .+\n$/,
    );
  }, 30_000);
});
