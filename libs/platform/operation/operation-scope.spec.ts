import { ENTITIES } from '#api/entities.js';
import { Database } from '#platform/database/database.js';
import { plainDate } from '#platform/plain-date.js';
import { asOwner } from '#test/support/database-server.js';
import { createDatabase, type TestDatabase } from '#test/support/database.js';
import { STAFF } from '#test/support/registry.js';
import type { OperationContext } from './operation-context.js';
import { OutcomeUnknown } from './operation-scope.js';

const CIRCUMSTANCES = { principal: STAFF, locale: 'en', recordedThrough: 'OPERATION' } as const;

describe('an operation', () => {
  let created: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    created = await createDatabase();
    database = await new Database({ url: created.appUrl, poolSize: 2, entities: ENTITIES }).connect();
  });
  afterAll(async () => {
    await database.close();
    await created.drop();
  });

  /** Ends the operation's session from outside, as a database that fails over does. */
  const endSession = async (context: OperationContext) => {
    const [session] = await context.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await asOwner(created.appUrl, `SELECT pg_terminate_backend(${session?.pid}, 5000)`);
  };

  it('whose database is lost at the commit of a change does not say that nothing was changed', async () => {
    await expect(database.operation('MUTATION', CIRCUMSTANCES, endSession)).rejects.toThrow(OutcomeUnknown);
  });

  it('that asks, or is undone, has changed nothing for certain', async () => {
    await expect(database.operation('QUERY', CIRCUMSTANCES, endSession)).rejects.not.toThrow(OutcomeUnknown);
    const undone = database.operation('MUTATION', CIRCUMSTANCES, async (context) => {
      context.rolledBack = true;
      await endSession(context);
    });
    await expect(undone).rejects.not.toThrow(OutcomeUnknown);
  });

  it('whose change is refused at the commit has changed nothing for certain', async () => {
    const refused = database.operation('MUTATION', CIRCUMSTANCES, async (context) => {
      await context.query(`CREATE TEMPORARY TABLE once (number int UNIQUE DEFERRABLE INITIALLY DEFERRED)`);
      await context.query(`INSERT INTO once VALUES (1), (1)`);
    });
    await expect(refused).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  it('is followed by what was to be done afterwards, which may write, by whoever asked', async () => {
    const done: string[] = [];
    const answer = await database.operation('QUERY', CIRCUMSTANCES, (context) => {
      context.afterwards(async (after) => {
        await after.query(`INSERT INTO registry_mark VALUES ('afterwards', 'done')`);
        const [row] = await after.query<{ role: string }>(`SELECT current_setting('muster.role') AS role`);
        done.push(`${after.kind} by ${String(row?.role)}`);
      });
      return Promise.resolve(done.length);
    });
    expect({ answer, done }).toEqual({ answer: 0, done: ['MUTATION by STAFF'] });
    const [mark] = await asOwner(
      created.ownerUrl,
      `SELECT value FROM registry_mark WHERE key = 'afterwards'`,
    );
    expect(mark).toEqual({ value: 'done' });
  });

  it('is answered whatever comes of that, and followed by nothing where it is undone', async () => {
    const done: string[] = [];
    const warnings: string[] = [];
    const { emitWarning } = process;
    process.emitWarning = (warning) => void warnings.push(String(warning));
    const ask = (rolledBack: boolean) =>
      database.operation('QUERY', CIRCUMSTANCES, (context) => {
        context.rolledBack = rolledBack;
        context.afterwards((after) => after.query('SELECT nothing_at_all').then(() => undefined));
        context.afterwards(() => Promise.resolve(void done.push(String(rolledBack))));
        return Promise.resolve('answered');
      });
    const answers = [await ask(false), await ask(true)];
    process.emitWarning = emitWarning;
    expect({ answers, done }).toEqual({ answers: ['answered', 'answered'], done: ['false'] });
    expect(warnings).toEqual([expect.stringContaining('nothing_at_all')]);
  });

  it('takes its time from the database, and its day from the demonstration that stands there', async () => {
    const time = ({ now, today, demonstration }: OperationContext) =>
      Promise.resolve({ now, today, demonstration });
    const before = new Date();
    const real = await database.operation('QUERY', CIRCUMSTANCES, time);
    expect(real.now.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(real).toMatchObject({ today: real.now.toISOString().slice(0, 10), demonstration: false });
    await asOwner(created.ownerUrl, `INSERT INTO registry_mark VALUES ('demonstration', '2025-10-13')`);
    expect(await database.operation('QUERY', CIRCUMSTANCES, time)).toMatchObject({
      today: '2025-10-13',
      demonstration: true,
    });
    const told = { ...CIRCUMSTANCES, now: before, today: plainDate('2025-07-01') };
    expect(await database.operation('QUERY', told, time)).toEqual({
      ...{ now: before, today: '2025-07-01', demonstration: true },
    });
  });
});
