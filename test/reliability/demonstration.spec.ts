import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { startMuster } from '#test/support/muster-process.js';

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

  it('loads once, is not loaded again, and is not served in production', async () => {
    const first = await run('demo', 'development');
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toMatch(/\d+ invented pledges of 25 Member States/);

    const second = await run('demo', 'development');
    expect(second.code).toBe(1);
    expect(second.errors).toMatch(/^The registry holds \d+ pledges already: .*\n$/);

    const served = await run('start', 'production');
    expect(served.code).toBe(1);
    expect(served.errors).toMatch(
      /^NODE_ENV is "production" and the database holds the demonstration: .*\n$/,
    );
  }, 90_000);
});
