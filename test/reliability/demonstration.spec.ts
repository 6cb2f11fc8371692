import { contentsOf } from '#test/support/contents.js';
import { createDatabase, DEMONSTRATION_LOADED, type TestDatabase } from '#test/support/database.js';
import { startMuster } from '#test/support/muster-process.js';
import { operationNames, storedOperation } from '#test/support/operations.js';
import { allNodes, allTexts } from '#test/support/paged.js';
import { STAFF, serveRegistry, startRegistry } from '#test/support/registry.js';

describe('muster demo', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const run = async (command: 'demo' | 'start', environment: 'production' | 'development') => {
    const muster = startMuster([command], {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      NODE_ENV: environment,
    });
    const code = await muster.ended;
    return { code, ...muster.said };
  };

  it('is refused in production, with one line', async () => {
    const { code, errors } = await run('demo', 'production');
    expect(code).toBe(1);
    expect(errors).toBe(
      'NODE_ENV is "production": a demonstration is not loaded into a registry of real data\n',
    );
  }, 30_000);

  it(
    'loads once, is not loaded again, and is not served in production',
    async () => {
      const first = await run('demo', 'development');
      expect(first).toMatchObject({ code: 0, errors: '' });
      expect(first.output).toMatch(/\d+ of \d+ operations, some \d+ s left/);
      expect(first.output).toMatch(/\d+ invented pledges of 91 Member States/);

      const second = await run('demo', 'development');
      expect(second.code).toBe(1);
      expect(second.errors).toMatch(/^The registry holds \d+ pledges already: .*\n$/);

      const served = await run('start', 'production');
      expect(served.code).toBe(1);
      expect(served.errors).toMatch(
        /^NODE_ENV is "production" and the database holds the demonstration: .*\n$/,
      );
    },
    DEMONSTRATION_LOADED,
  );

  it(
    'loads the same into two databases, down to ids and instants',
    async () => {
      const other = await createDatabase('DEMONSTRATION');
      try {
        expect(await contentsOf(database.ownerUrl)).toEqual(await contentsOf(other.ownerUrl));
      } finally {
        await other.drop();
      }
    },
    DEMONSTRATION_LOADED,
  );

  it('gives the same answers from both, byte for byte, in every page of every question', async () => {
    const one = await startRegistry('2025-10-13', 'DEMONSTRATION');
    const two = await serveRegistry(database);
    try {
      const ids = {
        pledge: await someIds(one, 'pledges'),
        visit: await someIds(one, 'visits'),
        evaluation: await someIds(one, 'evaluations'),
      };
      const asked = operationNames.flatMap((name): [string, Record<string, unknown>][] => {
        const text = storedOperation(name);
        if (text.includes('$iso3')) return ['SLV', 'JAM', 'ITA'].map((iso3) => [name, { iso3 }]);
        if (!text.includes('$id:')) return [[name, {}]];
        const of = name === 'visit' || name === 'evaluation' ? name : 'pledge';
        return ids[of].map((id) => [name, { id }]);
      });
      for (const [name, variables] of asked) {
        expect(await allTexts(two, STAFF, name, variables)).toEqual(
          await allTexts(one, STAFF, name, variables),
        );
      }
    } finally {
      await one.close();
      await two.close();
    }
  }, 120_000);
});

/** Enough of them that each kind of record is among what is read. */
async function someIds(registry: Parameters<typeof allNodes>[0], question: string): Promise<string[]> {
  const nodes = await allNodes<{ readonly id: string }>(registry, STAFF, question);
  return nodes.filter((_node, place) => place % 25 === 0).map(({ id }) => id);
}
