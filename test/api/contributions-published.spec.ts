import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { importInto } from '#cli/import-contributions.js';
import { allContributions, contributionsOf, standingFigures } from '#test/support/contributions.js';
import { asOwner } from '#test/support/database-server.js';
import { startMuster } from '#test/support/muster-process.js';
import { countRows, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { describeShared } from '#test/support/shared.js';

const MONTHS = 'data/contributions/un_contributions_2021-02_to_2025-06.csv.gz';
const TOTALS = 'data/contributions/published_totals_2021-02_to_2025-06.csv';
const JUNE = 'data/contributions/un_contributions_2025-06-30.csv';
const FIGURES = 46_257;
/** Figures of June 2025 that a re-issue corrects in these tests. */
const CORRECTED = [7, 100, 400];

/** One more man in a row, and in its total. */
function corrected(row: string): string {
  const [month, mission, country, type, male, female, total] = row.split(',');
  return [month, mission, country, type, Number(male) + 1, female, Number(total) + 1].join();
}

/** Milliseconds from the moment at which the database begins to apply an import to that at which it is killed. */
const KILLED_AFTER = [0, 60, 150, 300, 500, 800, 1200];

describeShared('contributions, as published for 49 months', [MONTHS, TOTALS, JUNE], (path) => {
  const bytes = () => readFileSync(path(MONTHS));
  const rows = () => gunzipSync(bytes()).toString().split('\r\n');
  let registry: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    registry = await startRegistry('2089-06-15');
    folder = mkdtempSync(join(tmpdir(), 'muster-contributions-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await registry.close();
  });

  const bring = async (content: Buffer | string) => {
    const { months, ...counts } = await importInto(registry.appUrl, [
      { name: 'published', bytes: Buffer.from(content) },
    ]);
    return { ...counts, months: months.length };
  };
  const none = { added: 0, changed: 0, withdrawn: 0, unspoken: [] };

  /** Totals, of a month and of a mission in a month, that the answers give otherwise than the reports, or do not give. */
  async function differences(): Promise<string[]> {
    const [, ...printed] = readFileSync(path(TOTALS), 'utf8').trim().split(/\r?\n/);
    const answered: string[] = [];
    for (const by of [['MONTH'], ['MONTH', 'MISSION']]) {
      for (const { month, mission, male, female, total } of await allContributions(registry, { by })) {
        const level = mission === null ? ['grand', '*'] : ['mission', mission];
        answered.push([month, ...level, male, female, total].join());
      }
    }
    const known = new Set(answered);
    const wrong = printed.filter((row) => !known.delete(row));
    return [...wrong, ...known];
  }

  /** Waits until the database works at an import, or it has ended: its statement is seen by those of the same role alone. */
  async function applying(ended: Promise<unknown>): Promise<void> {
    let waits = true;
    void ended.then(() => (waits = false));
    const client = new pg.Client(registry.appUrl);
    await client.connect();
    try {
      while (waits) {
        const { rowCount } = await client.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%WITH given AS%'
             AND pid <> pg_backend_pid()`,
        );
        if (rowCount) return;
        await setTimeout(5);
      }
    } finally {
      await client.end();
    }
  }

  it.each(KILLED_AFTER)(
    'are all there or none when the import is killed %i ms into its work',
    async (milliseconds) => {
      await asOwner(registry.ownerUrl, 'TRUNCATE contribution');
      const muster = startMuster(['import', 'contributions', path(MONTHS)], {
        DATABASE_URL: registry.appUrl,
        DATABASE_OWNER_URL: registry.ownerUrl,
        MUSTER_DATA_DIR: folder,
      });
      await applying(muster.ended);
      await setTimeout(milliseconds);
      muster.child.kill('SIGKILL');
      await muster.ended;
      const after = (await countRows(registry.ownerUrl))['contribution'];
      expect([0, FIGURES]).toContain(after);
      // What was said to be done is done, and nothing else is known before.
      if (muster.said.output.includes('added')) expect(after).toBe(FIGURES);
    },
    30_000,
  );

  it('add up to every total that the reports print', async () => {
    await asOwner(registry.ownerUrl, 'TRUNCATE contribution');
    expect(await bring(bytes())).toEqual({ ...none, figures: FIGURES, months: 49, added: FIGURES, left: 0 });
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('are not changed by bringing them in again, whole or a month of them', async () => {
    const before = await countRows(registry.ownerUrl);
    expect(await bring(bytes())).toEqual({ ...none, figures: FIGURES, months: 49, left: FIGURES });
    const june = readFileSync(path(JUNE), 'utf8').trim().split(/\r?\n/).length - 1;
    expect(await bring(readFileSync(path(JUNE)))).toEqual({ ...none, figures: june, months: 1, left: june });
    expect(await countRows(registry.ownerUrl)).toEqual(before);
  }, 60_000);

  it('differ from the printed totals as soon as one row does', async () => {
    const altered = rows();
    const place = altered.findIndex((row) => /,Troops,\d+,\d+,[1-9]\d*$/.test(row));
    altered[place] = corrected(altered[place] ?? '');
    expect(await bring(altered.join('\r\n'))).toMatchObject({ ...none, changed: 1, left: FIGURES - 1 });
    // The mission and the whole: as printed, and as answered.
    expect(await differences()).toHaveLength(4);
    expect(await bring(bytes())).toMatchObject({ ...none, changed: 1 });
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('are corrected by a re-issued month in exactly the corrected cells; what was known stays known', async () => {
    const before = await standingFigures(registry.ownerUrl);
    const june = readFileSync(path(JUNE), 'utf8').split(/\r?\n/);
    for (const place of CORRECTED) june[place] = corrected(june[place] ?? '');
    const grand = { filter: { from: '2025-06-30' } };
    const { total: old } = await contributionsOf(registry, grand);
    await setTimeout(5);
    const knownOn = new Date().toISOString();
    expect(await bring(june.join('\n'))).toMatchObject({ ...none, changed: CORRECTED.length });
    const after = new Set(await standingFigures(registry.ownerUrl));
    const gone = before.filter((figure) => !after.delete(figure));
    expect([gone.length, after.size]).toEqual([CORRECTED.length, CORRECTED.length]);
    const raised = gone.map((figure) =>
      figure.replace(/(\d+) (\d+)$/, (_all, male, female) => `${Number(male) + 1} ${female}`),
    );
    expect([...after].sort()).toEqual(raised.sort());
    expect((await contributionsOf(registry, grand)).total).toEqual({
      ...old,
      male: old.male + CORRECTED.length,
      total: old.total + CORRECTED.length,
    });
    expect((await contributionsOf(registry, { ...grand, knownOn })).total).toEqual(old);
  }, 60_000);
});
