import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken, openKeys } from '#access/tokens.js';
import { ENTITIES } from '#api/entities.js';
import { createServer } from '#api/server.js';
import { SeededRandom } from '#cli/demonstration/random.js';
import { Database } from '#platform/database/database.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, plainDate, type PlainDate } from '#platform/plain-date.js';
import { BoardService } from '#status/board.service.js';
import { checkKept } from '#status/kept-check.js';
import { keptBasis } from '#status/kept.js';
import { Corrector } from '#test/support/corrector.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { demonstrationFacts, type DemonstrationFact } from '#test/support/demonstration-facts.js';
import { expectSame, keptAnswer, keptStatuses, Owner } from '#test/support/kept.js';
import { Mutations } from '#test/support/mutations.js';
import { draftedPledge } from '#test/support/recorded.js';
import {
  askWith,
  EVALUATOR,
  memberState,
  STAFF,
  startRegistry,
  type TestRegistry,
} from '#test/support/registry.js';
import { SAID_OTHERWISE } from '#test/support/said-otherwise.js';
import { byHand } from '#test/support/thoroughness.js';

const TODAY = plainDate('2025-10-14');
const CIRCUMSTANCES = { principal: STAFF, locale: 'en', recordedThrough: 'OPERATION' } as const;
const CORRECTIONS = byHand(30, 12, 6);
const DAYS = byHand(40, 20, 10);
const BOARD = '{ board { totals { pool } } }';
const BY_STATUS = '{ pledges(filter: { statuses: ["READY"] }) { totalCount } }';

describe('what is kept of statuses', () => {
  let registry: TestRegistry;
  let owner: Owner;
  let database: Database;
  let facts: DemonstrationFact[];
  let mutations: Mutations;
  const random = new SeededRandom(9);
  beforeAll(async () => {
    registry = await startRegistry(TODAY, 'DEMONSTRATION');
    owner = await Owner.of(registry);
    database = await new Database({ url: registry.appUrl, poolSize: 4, entities: ENTITIES }).connect();
    facts = random.shuffled(await demonstrationFacts(registry.ownerUrl));
    mutations = await Mutations.of(registry);
  }, DEMONSTRATION_LOADED);
  afterAll(async () => {
    await owner.close();
    await database.close();
    await registry.close();
  });

  const ask = async (query: string, principal = STAFF) => {
    const answer = await registry.ask(principal, query);
    expect(answer.body.errors).toBeUndefined();
    return answer;
  };
  const generationOf = async (iso3: string) => (await owner.generations()).get(iso3);

  it('is asked for in three statements, computed once, and the same to the byte', async () => {
    expect(await keptStatuses(registry.ownerUrl)).toBe(0);
    const cold = await ask(BOARD);
    expect(cold.statements).toBe(4);
    const pledges = await keptStatuses(registry.ownerUrl);
    expect(pledges).toBeGreaterThan(330);
    const warm = await ask(BOARD);
    expect(warm.statements).toBe(2);
    expect(warm.text).toBe(cold.text);
    expect((await ask(BY_STATUS)).statements).toBe(3);
    for (const principal of [STAFF, ...['GHA', 'RWA', 'FRA'].map(memberState)]) {
      await expectSame(registry, principal);
    }
    const listed = `{ pledges(filter: { statuses: ["READY", "NOT_READY"] }) { nodes { id status { status } } } }`;
    const evaluators = await ask(listed, EVALUATOR);
    expect(evaluators.statements).toBeLessThanOrEqual(4);
    expect(await keptStatuses(registry.ownerUrl)).toBe(pledges);
  }, 120_000);

  it('is never believed after a correction, and another Member State’s is not thrown away', async () => {
    const corrector = await Corrector.of(mutations);
    let before = await expectSame(registry, STAFF, 'FEW');
    let changes = 0;
    let corrected = 0;
    for (const fact of facts) {
      const says = SAID_OTHERWISE[fact.kind];
      if (!fact.once || says === undefined || corrected >= CORRECTIONS) continue;
      const content = corrector.contentOf(fact.kind, fact.content);
      const other = says[random.upTo(says.length - 1)]?.(random, content, fact.recordedOn) ?? {};
      const generations = await owner.generations();
      const voids = random.upTo(3) === 0;
      const effect = await corrector.correct(fact, voids ? null : { ...content, ...other });
      const raised = [...(await owner.generations())].filter(
        ([iso3, number]) => generations.get(iso3) !== number,
      );
      expect(raised.length).toBeLessThanOrEqual(effect === null ? 0 : 1);
      if (effect === null) continue;
      corrected += 1;
      const after = await expectSame(registry, STAFF, 'FEW');
      if (after !== before) changes += 1;
      before = after;
    }
    await expectSame(registry, STAFF);
    expect(corrected).toBe(CORRECTIONS);
    // Most of what is corrected lies behind a status that stays as it is.
    expect(changes).toBeGreaterThanOrEqual(byHand(3, 1, 0));
  }, 300_000);

  it('is as it was where a change was refused', async () => {
    const pledgeId = await draftedPledge(registry, 'NPL', 'KEPT-1');
    await ask(BOARD);
    const before = await generationOf('NPL');
    const outcome = await mutations.try('submitPledge', {
      pledgeId,
      occurredOn: '2030-01-01',
      expectedVersion: 1,
    });
    expect(outcome.problem).not.toBeNull();
    expect(await generationOf('NPL')).toBe(before);
    expect((await ask(BOARD)).statements).toBe(2);
    await mutations.do('submitPledge', { pledgeId, occurredOn: '2025-10-01', expectedVersion: 1 });
    expect(await generationOf('NPL')).toBe(String(Number(before) + 1));
    expect((await ask(BOARD)).statements).toBe(4);
  });

  /** Adds a document of a pledge, and waits before it commits. */
  async function recording(pledgeId: string, iso3: string, day = TODAY) {
    let commit: () => void = () => undefined;
    let isWritten: () => void = () => undefined;
    const released = new Promise<void>((resume) => (commit = resume));
    const written = new Promise<void>((resume) => (isWritten = resume));
    const time = { now: registry.clock.now(), today: TODAY };
    const done = database.operation('MUTATION', { ...CIRCUMSTANCES, ...time }, async (context) => {
      await bar(context, pledgeId, iso3, day);
      isWritten();
      await released;
    });
    await Promise.race([written, done]);
    return { commit: () => (commit(), done) };
  }

  async function bar(
    context: OperationContext,
    pledgeId: string,
    iso3: string,
    day: PlainDate,
  ): Promise<void> {
    const id = context.newId();
    await context.query(
      `INSERT INTO bar (row_id, id, member_state, pledge_id, decision, decided_on, from_on, reason, recorded_at, recorded_by, recorded_role)
       VALUES ($1, $1, $2, $3, $4, $5, $5, 'Conduct', $6, 'test', 'STAFF')`,
      [id, iso3, pledgeId, `D-${id}`, day, context.now],
    );
  }

  const someOf = async (iso3: string, count: number) =>
    (
      await owner.run<{ id: string }>(
        `SELECT p.id FROM pledge p JOIN kept_status k ON k.pledge_id = p.id
         WHERE p.member_state = $1 AND k.status NOT IN ('BLOCKED', 'NOT_IN_POOL') ORDER BY p.id LIMIT ${count}`,
        [iso3],
      )
    ).map(({ id }) => id);

  it.each([
    [0, 1],
    [1, 0],
  ])(
    'is right whichever of two writers of a Member State commits first: %d, then %d',
    async (...order) => {
      await ask(BOARD);
      const [state] = await owner.run<{ iso3: string }>(
        `SELECT member_state AS iso3 FROM kept_status WHERE status NOT IN ('BLOCKED', 'NOT_IN_POOL')
       GROUP BY member_state HAVING count(*) > 2 ORDER BY member_state LIMIT 1`,
      );
      const iso3 = state?.iso3 ?? '';
      const pledges = await someOf(iso3, 2);
      expect(pledges).toHaveLength(2);
      const writers = [await recording(String(pledges[0]), iso3), await recording(String(pledges[1]), iso3)];
      const seen = [await expectSame(registry, STAFF, 'FEW')];
      for (const place of order) {
        await writers[place]?.commit();
        seen.push(await expectSame(registry, STAFF, 'FEW'));
      }
      expect(new Set(seen).size).toBe(3);
    },
    60_000,
  );

  it('is not believed where it was computed before a change and kept after it', async () => {
    await ask(BOARD);
    await owner.forget();
    const [state] = await owner.run<{ iso3: string }>(
      `SELECT member_state AS iso3 FROM kept_status WHERE status NOT IN ('BLOCKED', 'NOT_IN_POOL')
       GROUP BY member_state HAVING count(*) > 1 ORDER BY member_state DESC LIMIT 1`,
    );
    const iso3 = state?.iso3 ?? '';
    const [pledgeId = ''] = await someOf(iso3, 1);
    const time = { now: registry.clock.now(), today: TODAY };
    await database.operation('QUERY', { ...CIRCUMSTANCES, ...time }, async (context) => {
      // The snapshot is taken; the change comes in before anything is computed in it.
      await context.query('SELECT 1');
      await (await recording(pledgeId, iso3)).commit();
      await new BoardService().board(context, {}, {});
    });
    const kept = await owner.run<{ status: string }>('SELECT status FROM kept_status WHERE pledge_id = $1', [
      pledgeId,
    ]);
    expect(kept).not.toEqual([{ status: 'BLOCKED' }]);
    expect(await expectSame(registry, STAFF)).toContain('DEPLOYMENT_BAR');
    expect(await owner.run('SELECT status FROM kept_status WHERE pledge_id = $1', [pledgeId])).toEqual([
      { status: 'BLOCKED' },
    ]);
  }, 60_000);

  it('is not taken in an operation that changes something', async () => {
    await ask(BOARD);
    const moment = { asOf: TODAY, knownOn: registry.clock.now() };
    const time = { now: registry.clock.now(), today: TODAY };
    const bases = await Promise.all(
      (['QUERY', 'MUTATION'] as const).map((kind) =>
        database.operation(kind, { ...CIRCUMSTANCES, ...time }, (context) => keptBasis(context, moment)),
      ),
    );
    expect(bases.map((basis) => basis === null)).toEqual([false, true]);
  });

  it('is shared by two servers, each of which sees at once what the other recorded', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'muster-kept-'));
    const other = await createServer({
      ...{ databaseUrl: registry.appUrl, databasePoolSize: 2, dataDir },
      clock: registry.clock.time,
    });
    try {
      const keys = await openKeys(dataDir);
      expect(await issueToken(keys, STAFF)).toContain('.');
      const second: TestRegistry = { ...registry, ask: askWith(keys, () => other.http) };
      const servers = [registry, second];
      for (const [turn, iso3] of ['IND', 'RWA', 'GHA', 'IND'].entries()) {
        const [one, another] = turn % 2 === 0 ? servers : servers.toReversed();
        if (one === undefined || another === undefined) throw new Error('there are two');
        await one.ask(STAFF, BOARD);
        expect((await another.ask(STAFF, BOARD)).statements).toBe(2);
        const { id } = await draftedIn(one, iso3, `KEPT-TWO-${turn}`);
        expect(id).toBeTruthy();
        expect((await another.ask(STAFF, BOARD)).statements).toBe(4);
        expect(await expectSame(another, STAFF, 'FEW')).toBe(await keptAnswer(one, STAFF, 'FEW'));
      }
    } finally {
      await other.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);

  const draftedIn = async (at: TestRegistry, iso3: string, reference: string) => ({
    id: await draftedPledge(at, iso3, reference),
  });

  it('is found by muster check data to be what is computed, and to be tampered with', async () => {
    const check = () =>
      database.operation('QUERY', { ...CIRCUMSTANCES, now: registry.clock.now(), today: TODAY }, checkKept);
    const sound = await check();
    expect(sound).toMatchObject({ broken: 0, ids: [] });
    expect(sound.rows).toBeGreaterThan(500);
    const [row] = await owner.run<{ id: string; status: string }>(
      `UPDATE kept_status SET status = 'READY' WHERE pledge_id = (SELECT min(pledge_id::text)::uuid FROM kept_status WHERE status = 'BLOCKED')
       RETURNING pledge_id AS id, status`,
    );
    await owner.run(
      `UPDATE kept_member_state SET review_due = '{${String(row?.id)}}' WHERE member_state = 'FRA'`,
    );
    expect(await check()).toMatchObject({
      broken: 2,
      ids: [`kept_status ${String(row?.id)}`, 'kept_member_state FRA'],
    });
    await owner.forget();
    expect(await check()).toMatchObject({ rows: 0, broken: 0 });
    await expectSame(registry, STAFF);
  }, 60_000);

  it('moves with the parameters, the statements of requirements and the unit types', async () => {
    const changes = [
      `UPDATE parameter_value SET value = 6 WHERE name = 'aavCurrentMonths' OR name ILIKE '%aav%current%'`,
      `UPDATE unit_type SET medical = NOT medical`,
      `UPDATE unit_type SET medical = NOT medical`,
      `INSERT INTO parameter_set VALUES (2, '${addDays(TODAY, 20)}', 'A stricter set')`,
      `INSERT INTO parameter_value SELECT 2, name, value, unit, source, sourced FROM parameter_value WHERE set_number = 1`,
    ];
    let before = await expectSame(registry, STAFF);
    const isOther: boolean[] = [];
    for (const change of [changes[0], changes[1], changes[2], changes.slice(3).join(';')]) {
      await owner.run(change ?? '');
      const after = await expectSame(registry, STAFF);
      isOther.push(after !== before);
      before = after;
    }
    expect(isOther[3]).toBe(true);
    expect(isOther.filter(Boolean).length).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it('of another version’s rules is not believed, nor what was recorded later than the clock shows', async () => {
    await ask(BOARD);
    await owner.run(`UPDATE kept_status SET rules = 'of another version', level = 'NONE'`);
    await owner.run(`UPDATE kept_member_state SET rules = 'of another version', review_due = '{}'`);
    expect((await ask(BOARD)).statements).toBe(4);
    await expectSame(registry, STAFF);
    // As another server's clock may be ahead, or one's own is put back.
    const [row] = await owner.run<{ id: string; iso3: string }>(
      `SELECT pledge_id AS id, member_state AS iso3 FROM kept_status WHERE status = 'READY' ORDER BY pledge_id LIMIT 1`,
    );
    const { id: pledgeId, iso3 } = row ?? { id: '', iso3: '' };
    const time = { now: registry.clock.now(), today: TODAY };
    registry.clock.moveTo(new Date(time.now.getTime() + 3_600_000));
    await (await recording(pledgeId, iso3)).commit();
    await ask(BOARD);
    const kept = () => owner.run('SELECT status FROM kept_status WHERE pledge_id = $1', [pledgeId]);
    expect(await kept()).toEqual([{ status: 'BLOCKED' }]);
    const earlier = (knownOn?: Date) =>
      database.operation('QUERY', { ...CIRCUMSTANCES, ...time }, async (context) =>
        JSON.stringify((await new BoardService().board(context, {}, knownOn ? { knownOn } : {})).rows),
      );
    expect((await earlier()) === (await earlier(time.now))).toBe(true);
    // Nor is anything of it kept.
    expect(await kept()).toEqual([{ status: 'BLOCKED' }]);
  }, 60_000);

  it('holds no longer than a day where a record counts from a later one', async () => {
    await ask(BOARD);
    const [row] = await owner.run<{ id: string; iso3: string }>(
      `SELECT pledge_id AS id, member_state AS iso3 FROM kept_status WHERE status = 'READY' ORDER BY pledge_id LIMIT 1`,
    );
    const { id: pledgeId, iso3 } = row ?? { id: '', iso3: '' };
    const tomorrow = addDays(TODAY, 1);
    await (await recording(pledgeId, iso3, tomorrow)).commit();
    await expectSame(registry, STAFF, 'FEW');
    const kept = () => owner.run('SELECT status FROM kept_status WHERE pledge_id = $1', [pledgeId]);
    expect(await kept()).toEqual([{ status: 'READY' }]);
    registry.clock.moveTo(new Date(`${tomorrow}T12:00:00Z`));
    await expectSame(registry, STAFF, 'FEW');
    expect(await kept()).toEqual([{ status: 'BLOCKED' }]);
  }, 60_000);

  it('holds from day to day until the next change, and no longer', async () => {
    let day: PlainDate = TODAY;
    let last = await expectSame(registry, STAFF);
    let changes = 0;
    for (let step = 0; step < DAYS; step += 1) {
      day = addDays(day, 1 + random.upTo(step < DAYS / 2 ? 2 : 60));
      registry.clock.moveTo(new Date(`${day}T12:00:00Z`));
      const { statements } = await ask(BOARD);
      const after = await expectSame(registry, STAFF, step % 5 === 4 ? 'ALL' : 'FEW');
      if (statements === 4) changes += 1;
      last = after;
    }
    expect(last).toContain('PLEDGE_LAPSED');
    expect(changes).toBeGreaterThan(DAYS / 4);
    expect((await ask(BOARD)).statements).toBe(2);
  }, 300_000);
});
