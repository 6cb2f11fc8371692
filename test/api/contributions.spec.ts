import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { importInto } from '#cli/import-contributions.js';
import { FaultyFiles, type Imported, type Vouched } from '#contributions/import.js';
import { LOCALES } from '#platform/messages/locale.js';
import { plainDate } from '#platform/plain-date.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import {
  allContributions,
  askContributions,
  CONTRIBUTION_HEADER,
  contributionFile,
  CONTRIBUTION_ROWS as ROWS,
  contributionsOf,
} from '#test/support/contributions.js';
import { storedOperation } from '#test/support/operations.js';
import { startMuster } from '#test/support/muster-process.js';
import {
  countRows,
  EVALUATOR,
  memberState,
  STAFF,
  startRegistry,
  type TestRegistry,
} from '#test/support/registry.js';

const WHOLE = contributionFile(...ROWS);
const CELLS = { by: ['MONTH', 'MISSION', 'MEMBER_STATE', 'PERSONNEL_TYPE'] };
const TODAY = plainDate('2025-10-13');

describe('contributions', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    // After the instant at which the import records: that is the database's own.
    registry = await startRegistry('2089-06-15');
  });
  afterEach(() => registry.close());

  const bring = (content: string | Buffer, vouched: Vouched = {}, name = 'figures.csv'): Promise<Imported> =>
    importInto(registry.appUrl, [{ name, bytes: Buffer.from(content) }], vouched, TODAY);
  const faultsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: unknown) => {
        if (error instanceof FaultyFiles) return error.faults;
        throw error;
      },
    );
  const instant = async () => {
    await setTimeout(5);
    const now = new Date();
    await setTimeout(5);
    return now.toISOString();
  };

  it('are read by every role, added up by what is asked for, and say their source', async () => {
    expect(await bring(WHOLE)).toMatchObject({ added: 5, changed: 0, withdrawn: 0, left: 0 });
    for (const principal of [STAFF, memberState('NPL'), EVALUATOR]) {
      const { source, total, figures } = await contributionsOf(registry, { by: ['MISSION'] }, principal);
      expect(source).toContain('Department of Peace Operations');
      expect(total).toEqual({ male: 2158, female: 201, total: 2359 });
      expect([figures.totalCount, ...figures.nodes.map(({ mission, total: all }) => [mission, all])]).toEqual(
        [3, ['MONUSCO', 3], ['UNIFIL', 6], ['UNMISS', 2350]],
      );
    }
    const rwanda = await contributionsOf(registry, {
      by: ['MEMBER_STATE'],
      filter: { memberStates: ['RWA'] },
    });
    expect(rwanda.figures.nodes).toMatchObject([
      { memberState: 'RWA', memberStateName: 'Rwanda', mission: null, male: 2150, female: 200, total: 2350 },
    ]);
    const filter = { missions: ['MONUSCO', 'UNIFIL'], personnelTypes: ['STAFF_OFFICERS'], memberStates: [] };
    expect((await contributionsOf(registry, { filter })).total).toEqual({ male: 5, female: 1, total: 6 });
    expect((await contributionsOf(registry, { by: [] })).figures.nodes).toMatchObject([{ total: 2359 }]);
    expect((await contributionsOf(registry, { asOf: '2025-06-29' })).figures.nodes).toEqual([]);
  });

  it('are named in six languages', async () => {
    await bring(WHOLE);
    const named = async (locale: string): Promise<string[]> => {
      const asked = { ...CELLS, locale };
      const { figures } = await contributionsOf(registry, asked);
      const { components } = await askContributions<{ components: { name: string }[] }>(
        registry,
        ['womens-share', 'womensShare'],
        { locale },
      );
      const names = figures.nodes.flatMap(({ missionName, personnelTypeName }) => [
        missionName,
        personnelTypeName,
      ]);
      return [...names, ...components.map(({ name }) => name)];
    };
    const english = await named('en');
    expect(english).toHaveLength(14);
    for (const locale of LOCALES.filter((each) => each !== 'en')) {
      const same = (await named(locale)).filter((name, place) => name === english[place]);
      expect([locale, same]).toEqual([locale, []]);
    }
    expect(await named('fr')).toContain('officiers d’état-major');
  });

  it('come page by page', async () => {
    await bring(WHOLE);
    const whole = await allContributions(registry, CELLS);
    expect(whole).toHaveLength(5);
    expect(await allContributions(registry, { ...CELLS, first: 2 })).toEqual(whole);
  });

  it('are asked for by what there is', async () => {
    await bring(WHOLE);
    const refused = async (variables: Record<string, unknown>) => {
      const asked = contributionsOf(registry, variables).catch(String);
      return /"code":"(\w+)".*?"field":"([\w.]+)"/
        .exec(String(await asked))
        ?.slice(1)
        .join(' ');
    };
    expect(await refused({ filter: { missions: ['UNKNOWN'] } })).toBe('UNKNOWN_MISSION filter.missions');
    expect(await refused({ filter: { missions: ['a\0b'] } })).toMatch(/^UNKNOWN_MISSION filter\.missions/);
    expect(await refused({ filter: { memberStates: ['XXX'] } })).toMatch(/^UNKNOWN_MEMBER_STATE filter/);
    expect(await refused({ filter: { personnelTypes: ['NAVY'] } })).toMatch(/^UNKNOWN_CODE filter/);
    expect(await refused({ filter: { from: '2025-06-30', until: '2025-01-31' } })).toBe(
      'INTERVAL_REVERSED filter.until',
    );
    expect(await refused({ by: ['COLOUR'] })).toMatch(/^UNKNOWN_CODE by/);
    expect(await refused({ by: ['MONTH', 'MONTH'] })).toMatch(/^ALREADY_EXISTS by/);
    expect(await refused({ after: 'W10' })).toBe('NOT_FOUND after');
  });

  it('take every form in which they are published', async () => {
    const forms: Readonly<Record<string, string | Buffer>> = {
      crlf: [CONTRIBUTION_HEADER, ...ROWS, ''].join('\r\n'),
      mixed: WHOLE.replace('\n', '\r\n'),
      mark: `\ufeff${WHOLE}`,
      gzip: gzipSync(`\ufeff${WHOLE.replaceAll('\n', '\r\n')}`),
      days: WHOLE.replaceAll('2025-06-30', '30-Jun-25'),
      years: WHOLE.replaceAll('2025-06-30', '30-JUN-2025'),
      codes: WHOLE.replace('Türkiye', 'TUR').replaceAll('Rwanda', 'RWA'),
      types: WHOLE.replace('Troops', 'Contingent Troops').replace('Units', 'Unit'),
      turkey: WHOLE.replace('Türkiye', 'Turkey').replace('Côte d’Ivoire', 'Cote d Ivoire'),
      turkiye: WHOLE.replace('Türkiye', 'Turkiye').replace('Côte d’Ivoire', "Côte d'Ivoire"),
      apostrophe: WHOLE.replace('Côte d’Ivoire', 'Côte dIvoire'),
      capitals: WHOLE.replace(CONTRIBUTION_HEADER, CONTRIBUTION_HEADER.toUpperCase()),
      quoted: [CONTRIBUTION_HEADER, ...ROWS].map((row) => `"${row.replaceAll(',', '","')}"`).join('\n'),
      spaced: WHOLE.replaceAll(',', ' , '),
      order: [
        ['note', ...CONTRIBUTION_HEADER.split(',').reverse()],
        ...ROWS.map((row) => ['', ...row.split(',').reverse()]),
      ].join('\n'),
    };
    await bring(WHOLE);
    for (const [form, content] of Object.entries(forms)) {
      const { added, changed, withdrawn, left } = await bring(content);
      expect({ form, added, changed, withdrawn, left }).toEqual({
        form,
        added: 0,
        changed: 0,
        withdrawn: 0,
        left: 5,
      });
    }
  });

  it.each([
    ['CZE', 'Czech Republic', 'Czechia'],
    ['BOL', 'Bolivia', 'Bolivia (Plurinational State of)'],
    ['IRN', 'Iran', 'Iran (Islamic Republic of)'],
    ['GBR', 'United Kingdom', 'United Kingdom of Great Britain and Northern Ireland'],
    ['VNM', 'Vietnam', 'Viet Nam'],
    ['MDA', '"Moldova, Republic of"', 'Republic of Moldova'],
    ['TZA', '"Tanzania, United Republic of"', 'United Republic of Tanzania'],
    ['COD', 'DR Congo', 'Democratic Republic of the Congo'],
    ['COG', 'Congo', 'COG'],
    ['BRN', 'Brunei', 'Brunei Darussalam'],
    ['MKD', 'The former Yugoslav Republic of Macedonia', 'North Macedonia'],
  ])('know %s by what was printed', async (iso3, ...names) => {
    for (const name of names) {
      await bring(contributionFile(`2025-06-30,UNMISS,${name},Troops,1,0,1`));
      const { figures } = await contributionsOf(registry, { by: ['MEMBER_STATE'] });
      expect(figures.nodes.map((node) => node.memberState)).toEqual([iso3]);
    }
  });

  it('of the mission in Colombia keep its second name, whichever is printed', async () => {
    await bring(contributionFile('2021-06-30,UNMC,Nepal,Experts on Mission,1,0,1'));
    await bring(contributionFile('2017-08-31,UNMC,Nepal,Experts on Mission,1,0,1'));
    const { figures } = await contributionsOf(registry, { by: ['MONTH', 'MISSION'] });
    expect(figures.nodes.map(({ month, mission }) => [month, mission])).toEqual([
      ['2017-08-31', 'UNMC'],
      ['2021-06-30', 'UNVMC'],
    ]);
  });

  it('are corrected by a re-issue, cell by cell; the old figures stay known', async () => {
    await bring(contributionFile(...ROWS, '2025-05-31,UNMISS,Rwanda,Troops,1,1,2'));
    const before = await instant();
    const old = await allContributions(registry, CELLS);
    const left = new Set(old.map((node) => JSON.stringify(node)));
    expect(await bring(WHOLE.replace('5,1,6', '5,2,7'))).toMatchObject({
      added: 0,
      changed: 1,
      withdrawn: 0,
      left: 4,
    });
    const now = await allContributions(registry, CELLS);
    expect(now.filter((node) => !left.has(JSON.stringify(node)))).toMatchObject([
      { memberState: 'TUR', female: 2, total: 7 },
    ]);
    expect(now).toHaveLength(old.length);
    expect(await allContributions(registry, { ...CELLS, knownOn: before })).toEqual(old);
    const { months } = await askContributions<{ months: { total: number }[] }>(
      registry,
      ['contribution-trend', 'contributionTrend'],
      { knownOn: before },
    );
    expect(months.map(({ total }) => total)).toEqual([2, 2359]);
  });

  it('are withdrawn when a re-issue leaves them out and a person says so; what is not spoken of stays', async () => {
    await bring(contributionFile(...ROWS, '2025-05-31,MONUSCO,Nepal,Individual Police,1,0,1'));
    const before = await countRows(registry.ownerUrl);
    const reissue = contributionFile(...ROWS.filter((row) => !row.includes('Nepal')));
    expect(await faultsOf(bring(reissue))).toMatchObject([
      { code: 'NO_LONGER_SAID', file: 'figures.csv', value: '2025-06-30 MONUSCO NPL INDIVIDUAL_POLICE' },
    ]);
    expect(await countRows(registry.ownerUrl)).toEqual(before);
    const known = await instant();
    const { added, changed, withdrawn, left } = await bring(reissue, { withdrawals: true });
    expect([added, changed, withdrawn, left]).toEqual([0, 0, 1, 4]);
    expect(await allContributions(registry, CELLS)).toHaveLength(5);
    expect(await allContributions(registry, { ...CELLS, knownOn: known })).toHaveLength(6);
    const alone = contributionFile('2025-06-30,UNIFIL,Türkiye,Staff Officer,5,1,6');
    expect(await bring(alone)).toMatchObject({ added: 0, changed: 0, withdrawn: 0, left: 1 });
  });

  it('of a mission that a re-issue speaks of no longer are named, and withdrawn when a person names it', async () => {
    const wrong = WHOLE.replace('UNIFIL', 'UNIFLI');
    await bring(wrong, { missions: ['UNIFLI', 'UNUSED'] }, '/home/somebody/june.csv');
    const { body } = await registry.ask(STAFF, storedOperation('missions'));
    const admitted = (body.data?.['missions'] as { code: string; source: string }[]).filter(({ source }) =>
      source.startsWith('Admitted'),
    );
    expect(admitted).toMatchObject([{ code: 'UNIFLI', source: 'Admitted with june.csv' }]);
    expect(await bring(WHOLE)).toMatchObject({ added: 1, withdrawn: 0, unspoken: ['2025-06-30 UNIFLI'] });
    expect((await contributionsOf(registry, {})).total.total).toBe(2365);
    expect(await bring(WHOLE, { gone: ['UNIFLI'] })).toMatchObject({ withdrawn: 1, left: 5, unspoken: [] });
    expect((await contributionsOf(registry, {})).total.total).toBe(2359);
  });

  it('that a re-issue leaves out are all named', async () => {
    const rows = Array.from({ length: 60 }, (_, place) => `${MEMBER_STATES[place]?.iso3},Troops,1,0,1`);
    await bring(contributionFile(...rows.map((row) => `2025-06-30,UNMISS,${row}`)));
    expect(await faultsOf(bring(contributionFile(`2025-06-30,UNMISS,${rows[0]}`)))).toHaveLength(59);
  });

  it('show a trend, and the share of women beside the target of the year', async () => {
    await bring(
      contributionFile(
        ...ROWS,
        '2025-05-31,UNMISS,Rwanda,Troops,1000,0,1000',
        '2024-06-30,UNMISS,Rwanda,Troops,3000,0,3000',
      ),
    );
    const filter = { memberStates: ['RWA'] };
    const ask = <Asked>(operation: string, field: string, variables: Record<string, unknown>) =>
      askContributions<Asked>(registry, [operation, field], variables, memberState('RWA'));
    expect(await ask('contribution-trend', 'contributionTrend', { filter })).toMatchObject({
      months: [
        { month: '2024-06-30', total: 3000, changeOnMonth: null, changeOnYear: null },
        { month: '2025-05-31', total: 1000, changeOnMonth: null, changeOnYear: null },
        { month: '2025-06-30', total: 2350, changeOnMonth: 1350, changeOnYear: -650 },
      ],
    });
    const since = { filter: { ...filter, from: '2025-06-01' } };
    expect(await ask('contribution-trend', 'contributionTrend', since)).toMatchObject({
      months: [{ month: '2025-06-30', total: 2350, changeOnMonth: 1350, changeOnYear: -650 }],
    });
    // A month that was published without anybody of a Member State counts nobody of it.
    const absent = { filter: { memberStates: ['TUR'], from: '2025-05-31' } };
    expect(await ask('contribution-trend', 'contributionTrend', absent)).toMatchObject({
      months: [
        { month: '2025-05-31', total: 0, changeOnMonth: null, changeOnYear: null },
        { month: '2025-06-30', total: 6, changeOnMonth: 6, changeOnYear: 6 },
      ],
    });
    const share = (variables: Record<string, unknown>) => ask('womens-share', 'womensShare', variables);
    expect(await share({ filter })).toMatchObject({
      month: '2025-06-30',
      components: [
        { component: 'CONTINGENTS', percent: 8.2, target: 12, sourced: false, standing: 'SOME' },
        { component: 'OBSERVERS_AND_STAFF_OFFICERS', percent: null, target: 22, standing: 'NOBODY' },
        { component: 'FORMED_POLICE_UNITS', percent: 11.7, target: 16, standing: 'SOME' },
        { component: 'INDIVIDUAL_POLICE', percent: null, target: 27, standing: 'NOBODY' },
      ],
    });
    expect(await share({})).toMatchObject({
      components: [{}, { female: 1, total: 9, percent: 11.1 }, {}, {}],
    });
    const earlier = await share({ filter: { until: '2025-05-31' } });
    expect(earlier).toMatchObject({
      month: '2025-05-31',
      components: [{ standing: 'NONE', percent: 0 }, {}, {}, {}],
    });
    expect(await share({ filter: { memberStates: ['NPL'] } })).toMatchObject({ month: '2025-06-30' });
    expect(await share({ asOf: '2020-01-01' })).toMatchObject({ month: null, components: [] });
  });

  it('say whose target is stated, and where none is on file', async () => {
    await bring(
      contributionFile(
        '2021-06-30,UNMISS,Nepal,Troops,92,8,100',
        '2021-06-30,UNMISS,Nepal,Individual Police,999,1,1000',
        '2021-06-30,UNMISS,Nepal,Formed Police Unit,1000,1,1001',
        '2017-06-30,UNMISS,Nepal,Troops,92,8,100',
      ),
    );
    const share = (asOf: string) => askContributions(registry, ['womens-share', 'womensShare'], { asOf });
    expect(await share('2021-12-31')).toMatchObject({
      components: [
        { target: 8, sourced: true, standing: 'TARGET_MET', percent: 8 },
        { target: 18, sourced: true, standing: 'NOBODY' },
        { target: 11, sourced: false, standing: 'NONE', percent: 0 },
        { target: 23, sourced: false, standing: 'SOME', percent: 0.1 },
      ],
    });
    expect(await share('2018-01-01')).toMatchObject({
      components: [{ target: null, sourced: null, standing: 'NO_TARGET', percent: 8 }, {}, {}, {}],
    });
  });

  it('of several files are one: what both say stands once, what they say otherwise is refused', async () => {
    const june = { name: 'june.csv', bytes: Buffer.from(WHOLE) };
    const again = { name: 'again.csv', bytes: Buffer.from(WHOLE) };
    expect(await importInto(registry.appUrl, [june, again], {}, TODAY)).toMatchObject({
      figures: 5,
      added: 5,
    });
    const other = { name: 'other.csv', bytes: Buffer.from(WHOLE.replace('5,1,6', '6,0,6')) };
    expect(await faultsOf(importInto(registry.appUrl, [june, other], {}, TODAY))).toMatchObject([
      {
        code: 'CONTRADICTION',
        file: 'other.csv',
        line: 4,
        column: 'male',
        value: '6',
        instead: '5',
        elsewhere: '4 (june.csv)',
      },
    ]);
  });

  it('brought in by two at once come one after the other', async () => {
    const files = [WHOLE, WHOLE.replace('5,1,6', '5,2,7'), WHOLE.replace('5,1,6', '5,3,8')];
    const outcomes = await Promise.all(files.map((file) => bring(file)));
    const count = (of: 'added' | 'changed' | 'left') => outcomes.reduce((sum, each) => sum + each[of], 0);
    expect([count('added'), count('changed'), count('left')]).toEqual([5, 2, 8]);
    expect(await allContributions(registry, CELLS)).toHaveLength(5);
  });

  it('are written by the import of staff alone, whoever asks the database', async () => {
    const client = new pg.Client(registry.appUrl);
    await client.connect();
    const write = (through: string, mission = 'UNMISS', state = 'RWA') =>
      client.query(
        `INSERT INTO contribution (month, mission, member_state, personnel_type, male, female, recorded_at, recorded_by,
           recorded_role, recorded_through)
         VALUES ('2025-06-30', $2, $3, 'TROOPS', 1, 1, now(), 'somebody', 'STAFF', $1)`,
        [through, mission, state],
      );
    try {
      for (const role of ['', 'MEMBER_STATE', 'EVALUATOR']) {
        await client.query(`SELECT set_config('muster.role', $1, false)`, [role]);
        await expect(write('IMPORT')).rejects.toThrow('row-level security');
      }
      await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
      await expect(write('OPERATION')).rejects.toThrow('recorded_through');
      await expect(write('IMPORT', 'UNNEW')).rejects.toThrow('is not known');
      await expect(write('IMPORT', 'UNMISS', 'XXX')).rejects.toThrow('is not known');
      await expect(client.query('DELETE FROM contribution')).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });

  it('are brought in by a command, which says what it did, admits a mission and names every fault', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-contributions-'));
    const run = async (content: string, ...options: string[]) => {
      const path = join(folder, 'figures.csv');
      writeFileSync(path, content);
      const muster = startMuster(['import', 'contributions', ...options, path], {
        DATABASE_URL: registry.appUrl,
        DATABASE_OWNER_URL: registry.ownerUrl,
        MUSTER_DATA_DIR: folder,
      });
      return { code: await muster.ended, ...muster.said };
    };
    try {
      const good = await run(WHOLE);
      expect([good.code, good.errors]).toEqual([0, '']);
      expect(good.output).toMatch(/5 figures of 2025-06-30, in \d+\.\d s/);
      expect(good.output).toContain('5 added, 0 changed, 0 withdrawn, 0 left as they were');
      const unknown = contributionFile('2025-06-30,UNNEW,Nepal,Troops,1,0,1');
      const refused = await run(`${unknown}\n${ROWS[0].replace('Rwanda', 'Rwnada')}`);
      expect(refused.code).toBe(1);
      expect(refused.errors).toMatch(
        /figures\.csv, line 2, mission: “UNNEW” is no known mission.*\n.*line 3, country: “Rwnada” is no known Member State; the nearest is Rwanda\.\nNothing was changed\./,
      );
      expect((await run(unknown, '--admit-mission', 'UNNEW')).output).toContain('1 added');
      expect((await contributionsOf(registry, { filter: { missions: ['UNNEW'] } })).total.total).toBe(1);
      expect((await run(unknown, '--admit-mission', 'new one')).errors).toContain('capital letters');
      expect((await run(contributionFile(ROWS[1]))).errors).toContain(
        '--withdraw withdraws what is left out',
      );
      expect((await run(contributionFile(ROWS[1]), '--withdraw')).output).toContain('1 withdrawn, 1 left');
      const without = contributionFile(ROWS[1], ...ROWS.slice(2));
      expect((await run(without)).output).toContain('not spoken of, and left standing: 2025-06-30 UNNEW\n');
      expect((await run(without, '--withdraw-mission', 'UNNEW')).output).toContain('1 withdrawn, 4 left');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
